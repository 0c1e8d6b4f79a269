package org.tongxing.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.AdoptionChanged;
import org.tongxing.policy.RuleBook;
import org.tongxing.policy.RuleBooks;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/** Records which region follows which rule book; the categories of its children are derived again afterwards. */
@Service
@Transactional
@RequiredArgsConstructor
public class Adopting {

    private final AdoptionMapper mapper;
    private final RuleBooks books;
    private final Divisions divisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Lets a region follow a book from a day on.
     *
     * @throws Refusal ALREADY_THERE if it does already, INVALID_REQUEST before the book came into force
     */
    public long adopt(Caller caller, String book, DivisionCode division, LocalDate from) {
        this.divisions.get(caller.scope().within(division).division());
        RuleBook known = this.books.all().stream()
                .filter(one -> one.id().equals(book))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
        if (from.isBefore(known.inForceFrom())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (this.mapper.following(division.value(), book, from) > 0) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        NewAdoption row = new NewAdoption(division.value(), book, from);
        this.mapper.insert(row, caller.accountId(), LocalDateTime.now(this.clock));
        this.events.publishEvent(new AdoptionChanged(division.value()));
        return row.getId();
    }

    /**
     * Ends an adoption.
     *
     * @param on the first day on which the book is no longer followed
     */
    public void end(Caller caller, long id, LocalDate on) {
        AdoptionMapper.Row row = this.mapper.lock(id);
        if (row == null || !caller.division().contains(new DivisionCode(row.divisionCode()))) {
            throw Refusal.notFound("adoption", id);
        }
        if (row.endsOn() != null || on.isBefore(row.startsOn())) {
            throw new Refusal(ProblemCode.STALE);
        }
        this.mapper.end(id, on);
        this.events.publishEvent(new AdoptionChanged(row.divisionCode()));
    }

    /** The adoptions that reach a division on a day: its own and those of the regions above, the highest first. */
    @Transactional(readOnly = true)
    public List<Followed> reaching(DivisionCode division, LocalDate on) {
        return all().stream()
                .filter(adoption -> adoption.division().contains(division)
                        && !on.isBefore(adoption.from())
                        && (adoption.to() == null || on.isBefore(adoption.to())))
                .toList();
    }

    /** Every adoption of every day. */
    @Transactional(readOnly = true)
    public List<Followed> all() {
        return this.mapper.all().stream()
                .map(row -> new Followed(
                        row.id(), new DivisionCode(row.divisionCode()), row.book(), row.startsOn(), row.endsOn()))
                .toList();
    }

    /** A book that a region follows in the days {@code [from, to)}. */
    public record Followed(
            long id,
            DivisionCode division,
            String book,
            LocalDate from,
            @Nullable LocalDate to) {}
}
