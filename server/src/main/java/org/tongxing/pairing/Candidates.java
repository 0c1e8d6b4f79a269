package org.tongxing.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.PairingRules;

/** Judges the families of a township for one child. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Candidates {

    private final Pairings pairings;
    private final Children children;
    private final Helpers helpers;
    private final Constraints constraints;
    private final Clock clock;

    /** Every confirmed family of the township, judged for this child as a successor, the best first. */
    @Clause("JB-27")
    public List<Candidate> of(Scope scope, ChildId childId) {
        CaseFile child = this.children.get(scope, childId);
        LocalDate today = LocalDate.now(this.clock);
        Scope township = Scope.of(child.village().at(DivisionCode.Level.TOWNSHIP));
        Map<FamilyId, Integer> loads = this.pairings.loads(township);
        PairingRules rules = this.constraints.rules(child.village(), today);
        // A family that could take over is judged as if the present pairing had ended.
        ChildSide side = this.constraints.side(scope, child, today, null);
        Collection<ChildSide.FamilyName> present = this.constraints.activeFamily(scope, childId);
        return this.helpers.confirmed(township).stream()
                .filter(family -> family.takesPartOn(today))
                .filter(family -> present.stream().noneMatch(name -> name.id().equals(family.id())))
                .map(family -> {
                    int load = loads.getOrDefault(family.id(), 0);
                    return Candidate.of(
                            family, child, load, this.constraints.findings(rules, side, family, load, today));
                })
                .sorted()
                .toList();
    }
}
