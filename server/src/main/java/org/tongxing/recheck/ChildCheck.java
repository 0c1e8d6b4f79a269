package org.tongxing.recheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Resident;
import org.tongxing.coverage.Coverage.Standing;
import org.tongxing.coverage.State;
import org.tongxing.helper.CadreFamily;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.pairing.Constraints;
import org.tongxing.pairing.Episode;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.Finding;
import org.tongxing.policy.PairingRules;

/**
 * What is to be put right about the children of one village on one day; a pure function of what is on file.
 *
 * @param families the families of the village's active pairings
 * @param waivers the expiry of allowed waivers by pairing and clause
 */
record ChildCheck(
        String village,
        LocalDate day,
        AdoptedRules adopted,
        List<Standing> standings,
        Map<FamilyId, CadreFamily> families,
        Map<PairingId, Map<String, LocalDate>> waivers) {

    static final int NOTICE_DAYS = 60;
    private static final int NEWS_DAYS = 30;

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Standing standing : this.standings) {
            Episode current = current(standing);
            State state = standing.state();
            if (state.eligible() && state.by() == State.By.NOBODY) {
                items.add(uncovered(standing));
            }
            if (state.eligible()) {
                gained(standing).ifPresent(items::add);
            }
            if (current != null) {
                if (!state.eligible()) {
                    items.add(item(Kind.CATEGORY_LOST, standing, current, "不再算结对的类别", lostOn(standing)));
                } else {
                    girl(standing, current).ifPresent(items::add);
                    siblings(standing, current).ifPresent(items::add);
                    gone(standing, current).ifPresent(items::add);
                }
            } else if (state.by() == State.By.AREA_DUTY && state.girl() && !state.femaleCadre()) {
                items.add(item(Kind.GIRL_WITHOUT_FEMALE_CADRE, standing, null, "包片的是男干部，要配女干部", eighth(standing)));
            }
        }
        return items;
    }

    @Clause("JB-33")
    private Item uncovered(Standing standing) {
        LocalDate since = standing.episodes().stream()
                .map(Episode::endsOn)
                .filter(end -> end != null && !end.isAfter(this.day))
                .max(Comparator.naturalOrder())
                .orElse(standing.child().registeredOn());
        State.Reason reason = standing.state().reason();
        boolean left = reason == State.Reason.HELPER_LEFT;
        Kind kind = left ? Kind.HELPER_LEFT : Kind.UNCOVERED;
        String asked = reason == null ? null : reason.clause(this.adopted);
        return item(kind, asked == null ? clause(kind) : asked, standing, null, text(reason), since);
    }

    private static String text(State.@Nullable Reason reason) {
        if (reason == null) {
            return "还没有着落";
        }
        return switch (reason) {
            case HELPER_LEFT -> "原来那家退出了，还没有人接";
            case NEEDS_FEMALE_CADRE -> "还没有着落，要女干部";
            case NEEDS_DEDICATED_FAMILY -> "还没有着落，要专门一户";
            case NEW, NOT_ARRANGED -> "还没有着落";
        };
    }

    /** A girl beside a male cadre: of the age already, or within sixty days; a waiver counts while it lasts. */
    @Clause("JB-24")
    private Optional<Item> girl(Standing standing, Episode current) {
        PairingRules rules = new PairingRules(this.adopted);
        ChildSide side = side(standing.child());
        Optional<Finding> now =
                rules.girlNeedsFemaleCadre(side, current.cadreSex(), this.day).filter(Finding::broken);
        if (now.isPresent()) {
            return unlessWaived(
                    Kind.GIRL_WITHOUT_FEMALE_CADRE,
                    standing,
                    current,
                    now.get().clause(),
                    now.get().text(),
                    eighth(standing));
        }
        return rules.girlSoonNeedsFemaleCadre(side, current.cadreSex(), this.day, NOTICE_DAYS)
                .map(soon -> item(
                        Kind.GIRL_TURNING_EIGHT,
                        standing,
                        current,
                        soon.text(),
                        eighth(standing).minusDays(NOTICE_DAYS)));
    }

    /** Siblings belong to the family that had one of them first. */
    @Clause("JB-22")
    private Optional<Item> siblings(Standing standing, Episode current) {
        Optional<Episode> first = this.standings.stream()
                .filter(other -> other.child().householdId() == standing.child().householdId()
                        && other.state().eligible())
                .map(this::current)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Episode::startsOn)
                        .thenComparing(one -> one.id().value()));
        boolean apart = this.adopted.on("siblingsTogether").isPresent()
                && first.isPresent()
                && !first.get().family().equals(current.family());
        return apart
                ? unlessWaived(
                        Kind.SIBLINGS_APART,
                        standing,
                        current,
                        clause(Kind.SIBLINGS_APART),
                        "兄弟姐妹在" + first.get().familyName() + "，要同一户",
                        current.startsOn())
                : Optional.empty();
    }

    /** A family that no longer takes part, or may not, still has a child. */
    @Clause("JB-31")
    private Optional<Item> gone(Standing standing, Episode current) {
        CadreFamily family = this.families.get(current.family());
        if (family != null && family.takesPartOn(this.day)) {
            return Optional.empty();
        }
        LocalDate since = family == null || family.leftOn() == null ? current.startsOn() : family.leftOn();
        return Optional.of(item(Kind.HELPER_LEFT, standing, current, "这家已经退出，换一家", since));
    }

    @Clause("JB-31")
    private Optional<Item> gained(Standing standing) {
        return standing.child().categories().stream()
                .filter(interval -> interval.holdsOn(this.day)
                        && interval.startsOn().isAfter(standing.child().registeredOn())
                        && interval.startsOn().isAfter(this.day.minusDays(NEWS_DAYS))
                        && standing.child().categories().stream()
                                .noneMatch(earlier -> earlier.category().equals(interval.category())
                                        && earlier.endsOn().equals(interval.startsOn())))
                .min(Comparator.comparing(CategoryInterval::category))
                .map(interval -> item(
                        Kind.CATEGORY_GAINED,
                        standing,
                        current(standing),
                        "新算第 " + interval.category() + " 类，看看要不要换办法",
                        interval.startsOn()));
    }

    private Optional<Item> unlessWaived(
            Kind kind, Standing standing, Episode current, String clause, String text, LocalDate since) {
        LocalDate until = this.waivers.getOrDefault(current.id(), Map.of()).get(clause);
        if (until == null) {
            return Optional.of(item(kind, standing, current, text, since));
        }
        return this.day.isBefore(until)
                ? Optional.empty()
                : Optional.of(new Item(
                        Kind.WAIVER_EXPIRED,
                        this.village,
                        clause,
                        "例外到期了：" + text,
                        standing.child().id().value(),
                        current.family().value(),
                        unit(current.family()),
                        current.id().value(),
                        until));
    }

    private Item item(Kind kind, Standing standing, @Nullable Episode current, String text, LocalDate since) {
        return item(kind, clause(kind), standing, current, text, since);
    }

    private Item item(
            Kind kind, String clause, Standing standing, @Nullable Episode current, String text, LocalDate since) {
        return new Item(
                kind,
                this.village,
                clause,
                text,
                standing.child().id().value(),
                current == null ? null : current.family().value(),
                current == null ? null : unit(current.family()),
                current == null ? null : current.id().value(),
                since);
    }

    private @Nullable Long unit(FamilyId id) {
        CadreFamily family = this.families.get(id);
        return family == null ? null : family.unit().value();
    }

    private String clause(Kind kind) {
        return this.adopted.on(kind.subject()).map(rule -> rule.id().toString()).orElse(kind.local());
    }

    private LocalDate eighth(Standing standing) {
        return new PairingRules(this.adopted)
                .needsFemaleCadreFrom(side(standing.child()))
                .orElse(this.day);
    }

    private LocalDate lostOn(Standing standing) {
        return standing.child().categories().stream()
                .map(CategoryInterval::endsOn)
                .filter(end -> !end.isAfter(this.day))
                .max(Comparator.naturalOrder())
                .orElse(this.day);
    }

    private @Nullable Episode current(Standing standing) {
        return standing.episodes().stream()
                .filter(episode -> episode.holdsOn(this.day))
                .findFirst()
                .orElse(null);
    }

    private ChildSide side(Resident child) {
        Set<String> held = Constraints.held(child.categories(), this.day);
        return new ChildSide(child.birthOn(), child.sex(), child.village(), held, null, List.of());
    }

    static Set<FamilyId> familiesOf(List<Standing> standings) {
        return standings.stream()
                .flatMap(standing -> standing.episodes().stream())
                .filter(episode -> episode.endsOn() == null)
                .map(Episode::family)
                .collect(Collectors.toSet());
    }
}
