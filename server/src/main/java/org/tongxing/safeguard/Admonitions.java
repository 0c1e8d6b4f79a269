package org.tongxing.safeguard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.NeglectBy;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;
import org.tongxing.safeguard.AdmonitionMapper.AdmonitionRow;
import org.tongxing.visit.GuardianDutyNeglected;

/** 劝诫: where a visit found a guardian's duty not done, the village is told and records what it did [JB-50]. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-50")
public class Admonitions {

    private final AdmonitionMapper mapper;
    private final Vault vault;
    private final Clock clock;

    /** Puts it on the list of the village; told twice it is there once. */
    @ApplicationModuleListener
    void on(GuardianDutyNeglected event) {
        AdmonitionMapper.NewAdmonition admonition =
                new AdmonitionMapper.NewAdmonition(event.visit(), event.by().name(), LocalDateTime.now(this.clock));
        if (this.mapper.insert(admonition) == 1) {
            this.mapper.addChildren(admonition.getId(), event.children());
        }
    }

    /** The admonitions of a scope, the open ones first, the oldest of them on top. */
    @Transactional(readOnly = true)
    public List<Admonition> list(Scope scope, boolean open) {
        List<AdmonitionRow> rows = this.mapper.list(scope, open);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Long>> children =
                this.mapper.children(scope, rows.stream().map(AdmonitionRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                AdmonitionMapper.AboutChild::admonitionId,
                                Collectors.mapping(AdmonitionMapper.AboutChild::childId, Collectors.toList())));
        return rows.stream()
                .map(row -> new Admonition(
                        row.id(),
                        row.visitId(),
                        NeglectBy.valueOf(row.neglectBy()),
                        children.getOrDefault(row.id(), List.of()),
                        row.openedAt(),
                        row.doneOn(),
                        row.doneByName(),
                        this.vault.open(row.wordsSealed())))
                .toList();
    }

    /** Records that somebody has spoken with the guardian, and what came of it. */
    public void done(Caller caller, long id, LocalDate on, String words) {
        if (this.mapper.inScope(caller.scope(), id) == 0) {
            throw Refusal.notFound("admonition", id);
        }
        if (on.isAfter(LocalDate.now(this.clock))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        int done = this.mapper.done(id, on, Objects.requireNonNull(this.vault.seal(words.strip())), caller);
        if (done != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    /** An admonition, done or to be done. */
    public record Admonition(
            long id,
            long visit,
            NeglectBy by,
            List<Long> children,
            LocalDateTime openedAt,
            @Nullable LocalDate doneOn,
            @Nullable String doneBy,
            @Nullable String words) {}
}
