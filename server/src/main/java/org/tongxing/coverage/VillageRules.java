package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.PairingRules;
import org.tongxing.policy.PairingTier;

/** The rules of a village on any day, read once: a series asks for them thousands of times. */
final class VillageRules {

    private static final LocalDate END = LocalDate.of(9999, 1, 1);

    private final TreeMap<LocalDate, AdoptedRules> since = new TreeMap<>();

    private VillageRules() {}

    static VillageRules of(Adoptions adoptions, DivisionCode village) {
        VillageRules rules = new VillageRules();
        rules.since.put(LocalDate.MIN, adoptions.rules(village, LocalDate.MIN));
        adoptions.changes(village).stream()
                .filter(day -> day.isBefore(END))
                .forEach(day -> rules.since.put(day, adoptions.rules(village, day)));
        return rules;
    }

    /** How a child of these categories has to be paired; empty when no book of the place asks for it. */
    Optional<PairingTier> tier(Collection<String> categories, LocalDate day) {
        return PairingTier.of(on(day), categories);
    }

    Optional<LocalDate> needsFemaleCadreFrom(ChildSide child, LocalDate day) {
        return new PairingRules(on(day)).needsFemaleCadreFrom(child);
    }

    /** The birthdays that count under any of the rules. */
    Set<LocalDate> birthdays(ChildSide child) {
        return this.since.values().stream()
                .flatMap(rules -> new PairingRules(rules).needsFemaleCadreFrom(child).stream())
                .collect(Collectors.toSet());
    }

    /** The days on which other rules begin to hold. */
    Set<LocalDate> changes() {
        Set<LocalDate> days = new TreeSet<>(this.since.keySet());
        days.remove(LocalDate.MIN);
        return days;
    }

    private AdoptedRules on(LocalDate day) {
        return this.since.floorEntry(day).getValue();
    }
}
