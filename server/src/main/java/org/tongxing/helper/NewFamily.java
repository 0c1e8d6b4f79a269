package org.tongxing.helper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** What is needed to enter a cadre family. */
public record NewFamily(
        String cadreName,
        Sex cadreSex,
        String unitName,
        DivisionCode division,
        @Nullable String post,
        @Nullable String phone,
        @Nullable DivisionCode linkedVillage,
        @Nullable String members,
        int capacity,
        LocalDate joinedOn) {}
