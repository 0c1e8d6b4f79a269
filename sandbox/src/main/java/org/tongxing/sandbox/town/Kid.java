package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child of the sample, and what happened to it. */
final class Kid {

    final Household home;
    final String name;
    final boolean girl;
    final LocalDate birth;
    final String idNumber;

    /** As in a certificate; empty when there is none. */
    final String disability;

    final List<Bond> bonds = new ArrayList<>();
    LocalDate registered = LocalDate.MIN;

    @Nullable
    LocalDate movedAway;

    Kid(Household home, String name, boolean girl, LocalDate birth, String idNumber, String disability) {
        this.home = home;
        this.name = name;
        this.girl = girl;
        this.birth = birth;
        this.idNumber = idNumber;
        this.disability = disability;
    }

    LocalDate birthday(int age) {
        return this.birth.plusYears(age);
    }

    String declared() {
        boolean sibling = this.home.situation == Situation.SEVERE && this.disability.isEmpty();
        return (sibling ? Situation.POOR : this.home.situation).declared();
    }

    /** Whether somebody has to have the child on that day. */
    boolean owedOn(LocalDate day) {
        return this.home.situation != Situation.NOT_OWED
                && !day.isBefore(this.registered)
                && (this.movedAway == null || day.isBefore(this.movedAway))
                && day.isBefore(birthday(this.home.situation.until()));
    }

    /** Whether somebody has to have the child on that day, and nobody does. */
    boolean uncoveredOn(LocalDate day, List<Duty> duties) {
        return owedOn(day)
                && this.bonds.stream().noneMatch(bond -> bond.holdsOn(day))
                && (this.home.dedicated() || duties.stream().noneMatch(duty -> duty.holdsFor(this.home.village, day)));
    }

    /** The family that has the child now. */
    @Nullable
    Bond current() {
        return this.bonds.stream().filter(Bond::runs).findFirst().orElse(null);
    }
}
