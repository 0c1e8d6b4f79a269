package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cadre and the household that helps together. */
final class Family {

    final Village village;
    final String cadre;
    final boolean woman;
    final String post;
    final String phone;
    final String members;

    /** Goes along on visits, hence is checked too; null for a cadre who lives alone. */
    final @Nullable String spouse;

    final int capacity;
    final List<Bond> bonds = new ArrayList<>();
    LocalDate joined = LocalDate.MIN;

    @Nullable
    LocalDate left;

    /** When the adults who visit were checked; null when nobody has recorded it yet. */
    @Nullable
    LocalDate screened;

    /** The capacity of today, when it was lowered after the pairings. */
    @Nullable
    Integer lowered;

    Family(
            Village village,
            String cadre,
            boolean woman,
            String post,
            String phone,
            String members,
            @Nullable String spouse,
            int capacity) {
        this.village = village;
        this.cadre = cadre;
        this.woman = woman;
        this.post = post;
        this.phone = phone;
        this.members = members;
        this.spouse = spouse;
        this.capacity = capacity;
    }

    long load() {
        return this.bonds.stream().filter(Bond::runs).count();
    }

    boolean hasRoomFor(int kids) {
        return this.left == null && load() + kids <= this.capacity;
    }

    /** Takes a child in; when is decided with the history. */
    Bond take(Kid kid) {
        return bond(kid, false);
    }

    /** Somebody asks for the child to come here, against a clause that holds in principle. */
    Bond ask(Kid kid) {
        return bond(kid, true);
    }

    private Bond bond(Kid kid, boolean asked) {
        Bond bond = new Bond(kid, this, asked);
        this.bonds.add(bond);
        kid.bonds.add(bond);
        return bond;
    }
}
