package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;

/** Keeps the thirteen columns of the ledger, sealed, each change beside the one before. */
@Service
@Transactional
@RequiredArgsConstructor
public class Facets {

    private final Children children;
    private final FactMapper mapper;
    private final Vault vault;
    private final Clock clock;

    /** Every wording of every facet, the newest first; a facet nobody wrote is missing. */
    @Clause("JB-37")
    @Clause("JB-38")
    @Transactional(readOnly = true)
    public Map<Facet, List<Wording>> of(Scope scope, ChildId id) {
        CaseFile file = this.children.get(scope, id);
        return this.mapper.facets(scope, file.id().value()).stream()
                .collect(Collectors.groupingBy(
                        row -> Facet.valueOf(row.facet()),
                        () -> new EnumMap<>(Facet.class),
                        Collectors.mapping(
                                row -> new Wording(
                                        row.id(),
                                        Objects.requireNonNull(this.vault.open(row.contentSealed())),
                                        row.recordedBy(),
                                        row.recordedAt()),
                                Collectors.toList())));
    }

    /**
     * Writes a facet anew; what stood there stays in the history.
     *
     * @param seen the wording the writer had before his or her eyes; null when nobody had written anything
     * @throws Refusal STALE when somebody else wrote meanwhile, so that neither wording hides the other
     */
    public void write(Caller caller, ChildId id, Facet facet, @Nullable Long seen, String content) {
        CaseFile file = this.children.get(caller.scope(), id);
        this.mapper.lockLedgers(List.of(file.id().value()));
        if (!Objects.equals(this.mapper.newestFacet(file.id().value(), facet), seen)) {
            throw new Refusal(ProblemCode.STALE);
        }
        this.mapper.insertFacet(
                file.id().value(),
                facet,
                Objects.requireNonNull(this.vault.seal(content.strip())),
                caller.accountId(),
                LocalDateTime.now(this.clock));
    }

    /** Writes what was found on a visit; the caller has checked that the visitors answer for these children. */
    public void writeFromVisit(long visit, List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        this.mapper.insertVisitFacets(
                notes.stream()
                        .map(note -> new FactMapper.VisitFacet(
                                note.child().value(),
                                note.facet(),
                                Objects.requireNonNull(
                                        this.vault.seal(note.content().strip()))))
                        .toList(),
                visit,
                LocalDateTime.now(this.clock));
    }

    /** What is to stand in a facet of a child from now on. */
    public record Note(ChildId child, Facet facet, String content) {}

    /**
     * What stands in the ledgers of these children now; until the transaction ends nobody else writes there. The caller has
     * checked that the visitors answer for these children.
     */
    public List<Standing> standing(Collection<Long> children) {
        this.mapper.lockLedgers(children);
        Map<String, FactMapper.StandingRow> newest = new HashMap<>();
        this.mapper.standing(children).forEach(row -> newest.put(row.childId() + row.facet(), row));
        return newest.values().stream()
                .map(row -> new Standing(
                        new ChildId(row.childId()),
                        Facet.valueOf(row.facet()),
                        row.id(),
                        Objects.requireNonNull(this.vault.open(row.contentSealed())),
                        row.visitId()))
                .toList();
    }

    /** What somebody wrote, and when; later wordings have larger ids. */
    public record Wording(long id, String content, @Nullable Long by, LocalDateTime at) {}

    /**
     * What stands in a facet.
     *
     * @param visit on which it was written; null when it was written at a desk
     */
    public record Standing(
            ChildId child,
            Facet facet,
            long revision,
            String content,
            @Nullable Long visit) {}
}
