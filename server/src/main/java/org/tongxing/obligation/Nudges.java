package org.tongxing.obligation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/**
 * Nudges those who have left something undone: one or all of a list, once a day at most, taken back within a minute. What
 * could not be sent stays visible until somebody has phoned.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class Nudges {

    static final Duration UNDO = Duration.ofMinutes(1);
    private static final Duration SILENT = Duration.ofHours(1);

    private final NudgeMapper mapper;
    private final OverdueList overdue;
    private final Clock clock;

    /**
     * Nudges everybody of a place who has left undone what the question asks for.
     *
     * @param only these and nobody else, if given; whoever has nothing overdue is not nudged though asked for
     * @throws Refusal ROLE_MAY_NOT to whoever may not nudge
     */
    public Pressed nudge(Caller caller, DivisionCode place, OverdueQuestion question, @Nullable Set<OwedBy> only) {
        mayNudge(caller);
        LocalDateTime now = now();
        Scope scope = caller.scope().within(place);
        Map<OwedBy, List<OverdueLine>> lines = this.overdue.lines(scope, question, now.toLocalDate()).stream()
                .filter(line -> question.which() == OverdueQuestion.Which.OVERDUE
                        && line.owed().by().canBeNudged()
                        && (only == null || only.contains(line.owed().by())))
                .collect(Collectors.groupingBy(line -> line.owed().by()));
        String batch = UUID.randomUUID().toString();
        if (!lines.isEmpty()) {
            List<NudgeMapper.NewRow> rows = lines.entrySet().stream()
                    .map(entry -> row(entry.getKey(), entry.getValue(), place))
                    .toList();
            this.mapper.insert(batch, rows, caller, now, now.toLocalDate(), now.plus(UNDO));
        }
        List<Nudge> nudged =
                this.mapper.ofBatch(scope, batch).stream().map(Nudges::nudge).toList();
        return new Pressed(batch, nudged, lines.size() - nudged.size(), now.plus(UNDO));
    }

    /** Takes back what the same person pressed, as long as it has not been sent. */
    public void undo(Caller caller, String batch) {
        if (this.mapper.undo(batch, caller.accountId(), now()) == 0) {
            throw new Refusal(ProblemCode.TOO_LATE_TO_UNDO);
        }
    }

    /** Who was nudged in a place, the latest first; {@code unsent} asks for those that never arrived. */
    @Transactional(readOnly = true)
    public Page<Nudge> history(Scope scope, boolean unsent, Paging paging) {
        LocalDateTime silentSince = now().minus(SILENT);
        return new Page<>(
                this.mapper.history(scope, unsent, silentSince, paging.size(), paging.offset()).stream()
                        .map(Nudges::nudge)
                        .toList(),
                this.mapper.count(scope, unsent, silentSince));
    }

    /** The latest nudge of each of these; whoever was never nudged is missing. */
    @Transactional(readOnly = true)
    public Map<OwedBy, Nudge> latest(Scope scope, Collection<OwedBy> actors) {
        return actors.isEmpty()
                ? Map.of()
                : this.mapper.latest(scope, actors).stream()
                        .map(Nudges::nudge)
                        .collect(Collectors.toMap(Nudge::who, nudge -> nudge));
    }

    /**
     * Says what became of a nudge that was announced by {@link Nudged}; said twice, the first holds.
     *
     * @param why in words for a supervisor, if it could not be sent: 没认过人，打电话吧
     */
    public void settle(long nudge, boolean sent, @Nullable String why) {
        this.mapper.settle(nudge, sent ? Nudge.State.SENT : Nudge.State.FAILED, why, now());
    }

    private static void mayNudge(Caller caller) {
        boolean own = caller.role() == Role.CHILD_DIRECTOR || caller.role() == Role.UNIT_LIAISON;
        if (!own && !caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private static NudgeMapper.NewRow row(OwedBy who, List<OverdueLine> lines, DivisionCode place) {
        OverdueLine first = lines.get(0);
        return new NudgeMapper.NewRow(
                who.kind(),
                who.id(),
                OverdueList.common(lines, place).value(),
                first.family() == null ? null : first.family().unit().value(),
                OverdueGroup.childrenOf(lines).size(),
                lines.size(),
                first.since());
    }

    static Nudge nudge(NudgeMapper.Row row) {
        return new Nudge(
                row.id(),
                row.batch(),
                new OwedBy(row.actor(), row.actorId()),
                row.children(),
                row.overdue(),
                row.oldestOn(),
                row.state(),
                row.nudgedByName(),
                row.nudgedAt(),
                row.sendAfter(),
                row.settledAt(),
                row.why());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What one press did.
     *
     * @param skipped who had been nudged today already
     * @param undoUntil until when it can be taken back
     */
    public record Pressed(String batch, List<Nudge> nudged, int skipped, LocalDateTime undoUntil) {}
}
