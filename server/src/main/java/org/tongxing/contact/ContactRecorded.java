package org.tongxing.contact;

import java.time.LocalDate;
import org.tongxing.kernel.ChildId;

/** A parent recorded a call or message. Carries ids and the day. */
public record ContactRecorded(long contact, ChildId child, LocalDate on) {}
