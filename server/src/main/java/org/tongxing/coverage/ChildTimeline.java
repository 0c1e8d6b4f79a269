package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Resident;
import org.tongxing.kernel.Sex;
import org.tongxing.pairing.AreaDuty;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairing;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.PairingTier;

/** How one child stands on any day, as a pure function of what is on file about it. */
record ChildTimeline(Resident child, List<Episode> episodes, List<AreaDuty> duties, VillageRules rules) {

    private static final int NEW_DAYS = 15;
    private static final int NOTICE_DAYS = 60;

    State on(LocalDate day) {
        if (day.isBefore(this.child.registeredOn())
                || (this.child.leftOn() != null && !day.isBefore(this.child.leftOn()))) {
            return State.ABSENT;
        }
        Set<String> categories = this.child.categories().stream()
                .filter(interval -> interval.holdsOn(day))
                .map(CategoryInterval::category)
                .collect(Collectors.toCollection(TreeSet::new));
        if (categories.isEmpty()) {
            return State.ABSENT;
        }
        Optional<PairingTier> tier = this.rules.tier(categories, day);
        if (tier.isEmpty()) {
            return State.ABSENT;
        }
        boolean dedicated = tier.get().mode() == PairingTier.Mode.DEDICATED_FAMILY;
        Optional<Episode> episode = episodeOn(day);
        Optional<AreaDuty> duty = dedicated
                ? Optional.empty()
                : this.duties.stream().filter(one -> one.holdsOn(day)).findFirst();
        Optional<LocalDate> birthday = this.rules.needsFemaleCadreFrom(side(categories), day);
        boolean girl = birthday.filter(eighth -> !day.isBefore(eighth)).isPresent();
        Optional<Sex> cadre = episode.map(Episode::cadreSex).or(() -> duty.map(AreaDuty::cadreSex));
        boolean femaleCadre = cadre.filter(sex -> sex == Sex.FEMALE).isPresent();
        State.By by = episode.isPresent() ? State.By.FAMILY : duty.isPresent() ? State.By.AREA_DUTY : State.By.NOBODY;
        boolean turning = cadre.filter(sex -> sex == Sex.MALE).isPresent()
                && birthday.filter(eighth -> day.isBefore(eighth) && !day.isBefore(eighth.minusDays(NOTICE_DAYS)))
                        .isPresent();
        return new State(
                categories,
                by,
                by == State.By.NOBODY ? reason(day, dedicated, girl) : null,
                girl,
                femaleCadre,
                turning);
    }

    /** The days on which something is owed, cut where the answer changes, in order. */
    List<StandingPeriod> periods() {
        List<StandingPeriod> periods = new ArrayList<>();
        StandingPeriod open = null;
        for (LocalDate day : turningDays()) {
            StandingPeriod now = from(day);
            if (open != null && (now == null || !open.goesOnAs(now))) {
                periods.add(open.until(day));
                open = null;
            }
            if (open == null) {
                open = now;
            }
        }
        if (open != null) {
            periods.add(open);
        }
        return periods;
    }

    private @Nullable StandingPeriod from(LocalDate day) {
        State state = on(day);
        if (!state.eligible()) {
            return null;
        }
        return new StandingPeriod(
                this.child.id(),
                day,
                StandingPeriod.OPEN,
                state,
                episodeOn(day).map(Episode::id).orElse(null),
                state.by() == State.By.NOBODY ? waitingSince(day) : null);
    }

    private Optional<Episode> episodeOn(LocalDate day) {
        return this.episodes.stream().filter(one -> one.holdsOn(day)).findFirst();
    }

    private LocalDate waitingSince(LocalDate day) {
        return this.episodes.stream()
                .map(Episode::endsOn)
                .filter(end -> end != null && !end.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(this.child.registeredOn());
    }

    /** The days on which the answer may change; between two of them it stays the same. */
    private Set<LocalDate> turningDays() {
        Set<LocalDate> days = new TreeSet<>();
        days.add(this.child.registeredOn());
        days.add(this.child.registeredOn().plusDays(NEW_DAYS));
        if (this.child.leftOn() != null) {
            days.add(this.child.leftOn());
        }
        days.addAll(this.rules.changes());
        this.rules.birthdays(side(Set.of())).forEach(eighth -> {
            days.add(eighth);
            days.add(eighth.minusDays(NOTICE_DAYS));
        });
        this.child.categories().forEach(interval -> {
            days.add(interval.startsOn());
            days.add(interval.endsOn());
        });
        this.episodes.forEach(episode -> {
            days.add(episode.startsOn());
            if (episode.endsOn() != null) {
                days.add(episode.endsOn());
            }
        });
        this.duties.forEach(duty -> {
            days.add(duty.startsOn());
            if (duty.endsOn() != null) {
                days.add(duty.endsOn());
            }
        });
        return days;
    }

    private ChildSide side(Set<String> categories) {
        return new ChildSide(this.child.birthOn(), this.child.sex(), this.child.village(), categories, null, List.of());
    }

    private State.Reason reason(LocalDate day, boolean dedicated, boolean girl) {
        boolean helperLeft = this.episodes.stream()
                .filter(episode -> episode.endsOn() != null && !day.isBefore(episode.endsOn()))
                .reduce((earlier, later) -> later)
                .filter(last -> last.endReason() == Pairing.EndReason.HELPER_LEFT)
                .isPresent();
        if (helperLeft) {
            return State.Reason.HELPER_LEFT;
        }
        if (day.isBefore(this.child.registeredOn().plusDays(NEW_DAYS))) {
            return State.Reason.NEW;
        }
        if (girl) {
            return State.Reason.NEEDS_FEMALE_CADRE;
        }
        return dedicated ? State.Reason.NEEDS_DEDICATED_FAMILY : State.Reason.NOT_ARRANGED;
    }
}
