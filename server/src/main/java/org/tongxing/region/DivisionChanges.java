package org.tongxing.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;

/**
 * Adds, renames, ends and merges divisions by hand, with the days on which it happens; nothing is deleted. Everybody may
 * change what lies below the own division, never the own division itself.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DivisionChanges {

    private static final Set<DivisionCode.Level> MERGEABLE =
            Set.of(DivisionCode.Level.TOWNSHIP, DivisionCode.Level.VILLAGE);

    private final DivisionChangeMapper mapper;
    private final Mergers mergers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Enters a division the statistics do not know, under a code of its own kind ({@link LocalCodes}). */
    public DivisionCode add(Caller caller, DivisionCode parent, String name, LocalDate startsOn) {
        lock(caller.scope().within(parent).division());
        refuseTwin(parent, name, "", startsOn);
        DivisionCode code = LocalCodes.next(parent, this.mapper.lastLocal(parent.value()));
        this.mapper.add(code.value(), name, code.level().name(), parent.value(), startsOn);
        return code;
    }

    /** Gives another name from a day on; the names before are kept. */
    public void rename(Caller caller, DivisionCode code, String name, LocalDate from) {
        DivisionChangeMapper.Row row = lockBelow(caller, code);
        refuseEnded(row, from);
        refuseTwin(parent(code), name, code.value(), from);
        this.mapper.keepFirstName(code.value());
        this.mapper.putName(code.value(), from, name, caller.accountId());
        this.mapper.showNames(code.value(), LocalDate.now(this.clock));
    }

    /**
     * Ends a division in which nobody lives any more.
     *
     * @param on the first day on which it is no more
     * @throws Refusal DIVISION_IN_USE if there are children or divisions in it
     */
    public void end(Caller caller, DivisionCode code, LocalDate on) {
        refuseEnded(lockBelow(caller, code), on);
        if (!this.mapper.living(code.value(), on).isEmpty()) {
            throw new Refusal(ProblemCode.DIVISION_IN_USE);
        }
        this.events.publishEvent(new DivisionEnding(code.value()));
        this.mapper.end(code.value(), on, null);
    }

    /** Merges a village or a township into another one, with everybody and everything in it, from a day on. */
    public void merge(Caller caller, DivisionCode code, DivisionCode into, LocalDate on) {
        refuseEnded(lockBelow(caller, code), on);
        refuseEnded(lockBelow(caller, into), on);
        if (code.equals(into) || code.level() != into.level() || !MERGEABLE.contains(code.level())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.end(code.value(), on, into.value());
        this.mergers.carryOut(LocalDate.now(this.clock));
    }

    /** The days and names of a division; a name that is not given here held all the time. */
    @Transactional(readOnly = true)
    public History history(DivisionCode code) {
        DivisionChangeMapper.Row row = this.mapper.find(code.value());
        if (row == null) {
            return new History(null, null, null, false, List.of());
        }
        return new History(
                row.startsOn(),
                row.endsOn(),
                row.successorCode(),
                row.localNode(),
                this.mapper.names(code.value()).stream()
                        .map(name -> new Named(name.name(), name.startsOn()))
                        .toList());
    }

    private DivisionChangeMapper.Row lockBelow(Caller caller, DivisionCode code) {
        if (caller.division().equals(code)) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return lock(caller.scope().within(code).division());
    }

    private DivisionChangeMapper.Row lock(DivisionCode code) {
        DivisionChangeMapper.Row row = this.mapper.lock(code.value());
        if (row == null) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        return row;
    }

    private void refuseTwin(DivisionCode parent, String name, String but, LocalDate on) {
        if (this.mapper.named(parent.value(), name, but, on) > 0) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
    }

    private static void refuseEnded(DivisionChangeMapper.Row row, LocalDate on) {
        if (row.endsOn() != null || !on.isAfter(row.startsOn())) {
            throw new Refusal(ProblemCode.STALE);
        }
    }

    private static DivisionCode parent(DivisionCode code) {
        List<DivisionCode> ancestors = code.ancestors();
        return ancestors.isEmpty() ? new DivisionCode("") : ancestors.get(ancestors.size() - 1);
    }

    /** When a division began and ended, what took its place, and what it was called. */
    public record History(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String successor,
            boolean local,
            List<Named> names) {}

    /** A name and the day from which it holds. */
    public record Named(String name, LocalDate from) {}
}
