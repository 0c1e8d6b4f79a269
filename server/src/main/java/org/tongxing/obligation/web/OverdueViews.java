package org.tongxing.obligation.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Masks;
import org.tongxing.child.Resident;
import org.tongxing.obligation.Nudge;
import org.tongxing.obligation.OverdueGroup;
import org.tongxing.obligation.OverdueLine;
import org.tongxing.obligation.Owed;
import org.tongxing.obligation.OwedBy;
import org.tongxing.policy.Actor;
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.RiskTier;

/** What waits in a place, masked. */
final class OverdueViews {

    private OverdueViews() {}

    /**
     * What waits in a place.
     *
     * @param owing how many families, directors or pairs of parents owe it
     * @param total how many groups there are
     * @param nudgeable how many of those who owe it can be nudged
     * @param unsent nudges of the place that never arrived
     * @param countedAt when it was counted; null when it was reckoned just now
     */
    record OverdueView(
            int children,
            int owing,
            int things,
            long longestDays,
            List<OverdueGroupView> groups,
            int total,
            int nudgeable,
            int unsent,
            @Nullable LocalDateTime countedAt) {}

    /** Lines that belong together, with the latest nudge of whoever was nudged last. */
    record OverdueGroupView(
            String key,
            String name,
            String more,
            int children,
            int things,
            LocalDate since,
            long days,
            List<ActorView> actors,
            @Nullable NudgeView nudge) {

        static OverdueGroupView of(OverdueGroup group, Map<OwedBy, Nudge> latest) {
            return new OverdueGroupView(
                    group.key(),
                    group.name(),
                    group.more(),
                    group.children(),
                    group.things(),
                    group.oldest(),
                    group.days(),
                    group.actors().stream().map(ActorView::of).toList(),
                    group.actors().stream()
                            .map(latest::get)
                            .filter(Objects::nonNull)
                            .max(Comparator.comparing(Nudge::at))
                            .map(NudgeView::of)
                            .orElse(null));
        }
    }

    /** Somebody who owes something. */
    record ActorView(Actor kind, String id) {

        static ActorView of(OwedBy who) {
            return new ActorView(who.kind(), who.id());
        }

        OwedBy toOwedBy() {
            return new OwedBy(this.kind, this.id);
        }
    }

    /** One thing that waits. */
    record OverdueLineView(
            @Nullable Long childId,
            @Nullable String child,
            @Nullable Integer age,
            @Nullable String village,
            ActorView actor,
            String by,
            @Nullable Long familyId,
            String clause,
            DeedKind deed,
            String text,
            LocalDate since,
            long days,
            @Nullable LocalDate lastDoneOn,
            int efforts,
            int behind,
            @Nullable RiskTier tier,
            @Nullable NudgeView nudge) {

        static OverdueLineView of(
                OverdueLine line, Map<String, String> villages, Map<OwedBy, Nudge> latest, boolean seesRisk) {
            Owed owed = line.owed();
            Resident child = line.child();
            Nudge nudge = latest.get(owed.by());
            return new OverdueLineView(
                    child == null ? null : child.id().value(),
                    child == null ? null : Masks.name(child.name()),
                    child == null
                            ? null
                            : Period.between(child.birthOn(), owed.asOf()).getYears(),
                    child == null ? null : villages.getOrDefault(child.village().value(), ""),
                    ActorView.of(owed.by()),
                    line.family() == null
                            ? owed.by().kind().label()
                            : line.family().familyName(),
                    owed.family() == null ? null : owed.family().value(),
                    owed.rule().clause().toString(),
                    owed.rule().deed(),
                    line.next().text(),
                    line.since(),
                    line.days(),
                    owed.lastDoneOn(),
                    line.efforts(),
                    owed.year() == null ? 0 : owed.year().behind(),
                    seesRisk ? line.tier() : null,
                    nudge == null ? null : NudgeView.of(nudge));
        }
    }

    /** Who was nudged, when, by whom, and what became of it. */
    record NudgeView(
            long id,
            String batch,
            ActorView who,
            int children,
            int things,
            LocalDate oldest,
            Nudge.State state,
            String by,
            LocalDateTime at,
            LocalDateTime sendAfter,
            @Nullable LocalDateTime settledAt,
            @Nullable String why) {

        static NudgeView of(Nudge nudge) {
            return new NudgeView(
                    nudge.id(),
                    nudge.batch(),
                    ActorView.of(nudge.who()),
                    nudge.children(),
                    nudge.things(),
                    nudge.oldest(),
                    nudge.state(),
                    nudge.by(),
                    nudge.at(),
                    nudge.sendAfter(),
                    nudge.settledAt(),
                    nudge.why());
        }
    }
}
