package org.tongxing.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Sex;

/** An episode as other modules read it; {@code endsOn} is exclusive. */
public record Episode(
        PairingId id,
        ChildId child,
        FamilyId family,
        String cadreName,
        Sex cadreSex,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Pairing.@Nullable EndReason endReason) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(this.startsOn) && (this.endsOn == null || day.isBefore(this.endsOn));
    }

    /** How the family is called on screens: 蒋家. */
    public String familyName() {
        return this.cadreName.substring(0, this.cadreName.offsetByCodePoints(0, 1)) + "家";
    }

    static Episode of(PairingMapper.EpisodeRow row) {
        return new Episode(
                new PairingId(row.id()),
                new ChildId(row.childId()),
                new FamilyId(row.familyId()),
                row.cadreName(),
                Sex.valueOf(row.cadreSex()),
                row.startsOn(),
                row.endsOn(),
                row.endReason() == null ? null : Pairing.EndReason.valueOf(row.endReason()));
    }
}
