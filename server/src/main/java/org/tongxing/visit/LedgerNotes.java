package org.tongxing.visit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Facets;
import org.tongxing.child.Facets.Standing;
import org.tongxing.contract.VisitContent.ChildFinding;
import org.tongxing.contract.VisitContent.FacetNote;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What visitors put right in a child's ledger [JB-37, JB-38]. Where somebody else has written since they read it, theirs does
 * not take its place by itself: it goes to the inbox, and a person decides.
 */
@Component
@RequiredArgsConstructor
@Clause("JB-37")
@Clause("JB-38")
class LedgerNotes {

    private final Facets facets;
    private final VisitWriter visits;
    private final JsonMapper json;

    /** Writes what can be written and answers the rest, in the order in which it came. */
    List<ChildFinding> write(long visit, long account, List<ChildFinding> findings) {
        if (findings.stream().allMatch(finding -> finding.facets().isEmpty())) {
            return List.of();
        }
        Map<String, Standing> standing =
                this.facets
                        .standing(findings.stream().map(ChildFinding::childId).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                one -> place(one.child().value(), one.facet().name()), Function.identity()));
        List<ChildFinding> overtaken = findings.stream()
                .map(finding -> part(
                        finding,
                        note -> isOvertaken(note, standing.get(place(finding.childId(), note.facet())), account)))
                .filter(finding -> !finding.facets().isEmpty())
                .toList();
        List<FacetNote> held =
                overtaken.stream().flatMap(finding -> finding.facets().stream()).toList();
        this.facets.writeFromVisit(
                visit,
                notes(findings.stream()
                        .map(finding -> part(finding, note -> held.stream().noneMatch(other -> other == note)))
                        .toList()));
        return overtaken;
    }

    /** Writes what waited, because a person has decided so. */
    void writeAnyway(long visit, VisitRequest content) {
        this.facets.writeFromVisit(visit, notes(content.children() == null ? List.of() : content.children()));
    }

    /** What was sent, with nothing of the ledger but these findings. */
    VisitRequest only(VisitRequest request, List<ChildFinding> overtaken) {
        ObjectNode tree = this.json.valueToTree(request);
        tree.set("children", this.json.valueToTree(overtaken));
        return this.json.treeToValue(tree, VisitRequest.class);
    }

    /** An old phone does not say what it read; the same words, or words of one's own, are nobody's loss. */
    private boolean isOvertaken(FacetNote note, @Nullable Standing now, long account) {
        return note.replaces() != null
                && now != null
                && now.revision() > note.replaces()
                && !now.content().equals(note.words().strip())
                && (now.visit() == null || !Objects.equals(this.visits.recorder(now.visit()), account));
    }

    private static ChildFinding part(ChildFinding finding, Predicate<FacetNote> which) {
        return new ChildFinding(
                finding.childId(),
                finding.condition(),
                finding.facets().stream().filter(which).toList());
    }

    private static List<Facets.Note> notes(List<ChildFinding> findings) {
        return findings.stream().flatMap(LedgerNotes::notes).toList();
    }

    private static Stream<Facets.Note> notes(ChildFinding finding) {
        return finding.facets().stream()
                .map(note -> new Facets.Note(
                        new ChildId(finding.childId()),
                        Objects.requireNonNull(Report.facet(note.facet())),
                        note.words()));
    }

    private static String place(long child, String facet) {
        return child + ":" + facet;
    }
}
