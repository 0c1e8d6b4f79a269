package org.tongxing.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.Deed;
import org.tongxing.obligation.DeedSource;
import org.tongxing.policy.Actor;
import org.tongxing.policy.DeedKind;

/** The visits and attempts, as deeds that meet what is owed, each for the actor who went and no other. */
@Component
@RequiredArgsConstructor
class VisitDeeds implements DeedSource {

    private static final Map<TieKind, Actor> ACTORS = Map.of(
            TieKind.CADRE_FAMILY, Actor.CADRE_FAMILY,
            TieKind.CHILD_DIRECTOR, Actor.CHILD_DIRECTOR,
            TieKind.CHILD_SUPERVISOR, Actor.TOWNSHIP);

    private final VisitDeedMapper mapper;

    @Override
    public List<Deed> since(Scope scope, LocalDate from) {
        return this.mapper.since(scope, from).stream()
                .map(row -> new Deed(
                        ACTORS.get(TieKind.valueOf(row.actor())),
                        row.familyId() == null ? null : new FamilyId(row.familyId()),
                        new ChildId(row.childId()),
                        DeedKind.VISIT,
                        row.visitedOn(),
                        VisitOutcome.valueOf(row.outcome()) == VisitOutcome.MET
                                ? Deed.Outcome.DONE
                                : Deed.Outcome.TRIED))
                .toList();
    }
}
