package org.tongxing.visit;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.Deed;
import org.tongxing.obligation.DeedSource;

/** The visits, as deeds that meet what is owed. */
@Component
@RequiredArgsConstructor
class VisitDeeds implements DeedSource {

    private final VisitDeedMapper mapper;

    @Override
    public List<Deed> since(Scope scope, LocalDate from) {
        return this.mapper.since(scope, from).stream()
                .map(row -> Deed.visit(
                        new FamilyId(row.familyId()), new ChildId(row.childId()), row.visitedOn(), Deed.Outcome.DONE))
                .toList();
    }
}
