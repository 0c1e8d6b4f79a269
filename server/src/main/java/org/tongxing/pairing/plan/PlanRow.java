package org.tongxing.pairing.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one child; the name is unmasked, whoever shows it masks it first.
 *
 * @param parts JSON: what each wish costs
 * @param leftReason why no family was found, or that somebody took it out
 * @param outcome what came of it on publication
 */
public record PlanRow(
        long childId,
        String childName,
        String sex,
        LocalDate birthOn,
        String villageCode,
        @Nullable Long familyId,
        @Nullable String cadreName,
        @Nullable String cadreSex,
        @Nullable String unitName,
        String parts,
        int cost,
        int price,
        int cheapest,
        @Nullable String leftReason,
        boolean edited,
        @Nullable String outcome,
        @Nullable String outcomeCode,
        @Nullable Long pairingId) {}
