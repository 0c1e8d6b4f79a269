package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.AfterwordMapper.NewRemark;
import org.tongxing.visit.Difficulties.Author;
import org.tongxing.visit.ReadMapper.VisitRow;

/** Visits as those read them who answer for the children: with what was said, what to ask, and who else may read. */
@Service
@Transactional
@RequiredArgsConstructor
public class VisitDesk {

    private final DeskMapper desk;
    private final ReadMapper visits;
    private final AfterwordMapper afterwords;
    private final VisitSheets sheets;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The visits of a scope, the newest first. */
    @Transactional(readOnly = true)
    public Page<VisitSheet> list(Scope scope, Question question, Paging paging) {
        return new Page<>(
                this.sheets.of(scope, this.desk.list(scope, question, paging)), this.desk.count(scope, question));
    }

    /** One visit; a liaison reads in the list that it was, and no more. */
    @Transactional(readOnly = true)
    public VisitSheet get(Caller caller, long id) {
        return this.sheets.of(caller.scope(), List.of(find(caller, id))).get(0);
    }

    /** What was written at and about a visit. */
    @Transactional(readOnly = true)
    public VisitSheet.Words words(Caller caller, long id) {
        return this.sheets.words(caller.scope(), find(caller, id));
    }

    /** Comments, asks back or thanks; the visitors read it on their phone. */
    public long remark(Caller caller, long id, RemarkKind kind, @Nullable String words) {
        find(caller, id);
        boolean thanks = kind == RemarkKind.THANKS;
        if (kind == RemarkKind.ANSWER || !thanks && (words == null || words.isBlank())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        NewRemark remark = new NewRemark(
                id,
                kind.name(),
                this.vault.seal(words == null ? null : words.strip()),
                new Author(null, caller.accountId(), caller.displayName()),
                LocalDateTime.now(this.clock));
        this.afterwords.remark(remark);
        this.events.publishEvent(new VisitRemarked(id, kind));
        return remark.getId();
    }

    /** Notes what the answer to a signal was; the question then rests. */
    public void answer(Caller caller, long id, long signal, String words) {
        find(caller, id);
        int answered = this.desk.answer(
                id,
                signal,
                Objects.requireNonNull(this.vault.seal(words.strip())),
                caller.accountId(),
                caller.displayName(),
                LocalDateTime.now(this.clock));
        if (answered != 1) {
            if (this.desk.signals(caller.scope(), List.of(id)).stream().noneMatch(row -> row.id() == signal)) {
                throw Refusal.notFound("signal", signal);
            }
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    /** Lets families that come after, or guardians, read words about a visit; without words of its own, the note. */
    public void release(Caller caller, long id, Release release) {
        VisitRow row = find(caller, id);
        requireChild(caller, id, release.child());
        if (row.outcome().equals(VisitOutcome.TRIED.name()) && release.audience() == Audience.PARENT) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        this.afterwords.withdraw(id, release.child(), release.audience().name(), now);
        String words = release.words() == null || release.words().isBlank()
                ? row.noteSealed()
                : this.vault.seal(release.words().strip());
        try {
            this.afterwords.release(
                    id,
                    release.child(),
                    release.audience().name(),
                    words,
                    release.withPhotos(),
                    caller.accountId(),
                    now);
        } catch (DuplicateKeyException sameTime) {
            throw new Refusal(ProblemCode.STALE);
        }
        this.events.publishEvent(new VisitReleased(id, release.child(), release.audience()));
    }

    /** Takes a release back. */
    public void withdraw(Caller caller, long id, long child, Audience audience) {
        find(caller, id);
        requireChild(caller, id, child);
        this.afterwords.withdraw(id, child, audience.name(), LocalDateTime.now(this.clock));
    }

    private void requireChild(Caller caller, long visit, long child) {
        boolean there =
                this.visits.children(caller.scope(), List.of(visit)).stream().anyMatch(row -> row.childId() == child);
        if (!there) {
            throw Refusal.notFound("child", child);
        }
    }

    private VisitRow find(Caller caller, long id) {
        if (caller.role() == Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        VisitRow row = this.desk.find(caller.scope(), id);
        if (row == null) {
            throw Refusal.notFound("visit", id);
        }
        return row;
    }

    /**
     * What to look for; what is not given matches all.
     *
     * @param until exclusive
     * @param asked only those with a question that suggests itself and rests not yet
     * @param askedBack only those whose visitors have not answered what a supervisor asked
     */
    public record Question(
            @Nullable Long child,
            @Nullable Long family,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable VisitOutcome outcome,
            @Nullable TieKind actor,
            @Nullable Condition condition,
            boolean asked,
            boolean askedBack) {}

    /** Who may read what. */
    public record Release(
            long child, Audience audience, @Nullable String words, boolean withPhotos) {}
}
