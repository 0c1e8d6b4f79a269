package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.Pairings;

/** What is owed on a day: by somebody, about a child, or in a place; reckoned anew each time. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Obligations {

    private final OwingReader reader;
    private final Pairings pairings;

    /**
     * Everything somebody owes, what waits longest first. The caller has made sure that the one who asks is this somebody;
     * a parent's own tie to the child is for the caller to check.
     */
    public List<Owed> of(OwedBy actor, LocalDate today) {
        List<Owed> owed = switch (actor.kind()) {
            case CADRE_FAMILY -> ofFamily(new FamilyId(Long.parseLong(actor.id())), today);
            case PARENT -> about(Set.of(Long.valueOf(actor.id())), today);
            case CHILD_DIRECTOR, SOCIAL_WORKER, TOWNSHIP, WOMENS_FEDERATION ->
                in(Scope.of(new DivisionCode(actor.id())), today);
        };
        return owed.stream()
                .filter(one -> one.by().equals(actor))
                .sorted(Ledger.urgentFirst())
                .toList();
    }

    /** Everything that is owed about these children by whomever; the caller has made sure that all are his or hers. */
    public List<Owed> about(Set<Long> children, LocalDate today) {
        return children.isEmpty() ? List.of() : about(Scope.ofChildren(children), today);
    }

    /** Everything that is owed about one child of a scope by those who answer for it, what waits longest first. */
    public List<Owed> about(Scope scope, ChildId child, LocalDate today) {
        return about(new Scope(scope.division(), scope.unitId(), Set.of(child.value())), today);
    }

    /** Everything that is owed in a place: about its children, and to its families. */
    List<Owed> in(Scope scope, LocalDate today) {
        List<Owed> owed = new ArrayList<>(this.reader.children(scope, today).owed());
        if (scope.unitId() == null) {
            owed.addAll(this.reader.families(scope, today));
        }
        return owed;
    }

    private List<Owed> about(Scope scope, LocalDate today) {
        return this.reader.children(scope, today).owed().stream()
                .sorted(Ledger.urgentFirst())
                .toList();
    }

    private List<Owed> ofFamily(FamilyId family, LocalDate today) {
        return about(
                this.pairings.activeOf(family).stream()
                        .map(episode -> episode.child().value())
                        .collect(Collectors.toSet()),
                today);
    }
}
