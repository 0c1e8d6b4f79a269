package org.tongxing.pairing;

import org.tongxing.kernel.ChildId;

/** A pairing of this child began, ended or was undone, in this village. Carries ids and codes only. */
public record PairingChanged(ChildId child, String village) {}
