package org.tongxing.pairing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;

/** A pairing somebody asked for against a clause that holds in principle; it waits for another person. */
public record PairingRequest(
        PairingId id,
        ChildId child,
        String childName,
        FamilyId family,
        String cadreName,
        LocalDate startsOn,
        @Nullable Long askedBy,
        @Nullable String askedByName,
        LocalDateTime askedAt,
        List<Waiver> waivers) {

    static PairingRequest of(PairingMapper.RequestRow row, List<Waiver> waivers) {
        return new PairingRequest(
                new PairingId(row.id()),
                new ChildId(row.childId()),
                row.childName(),
                new FamilyId(row.familyId()),
                row.cadreName(),
                row.startsOn(),
                row.pairedBy(),
                row.pairedByName(),
                row.pairedAt(),
                waivers);
    }
}
