package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.contract.VisitEndpoint.VisitToConfirmView;
import org.tongxing.contract.VisitEndpoint.VisitView;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.OneTap;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.AfterwordMapper.NewRemark;
import org.tongxing.visit.Difficulties.Author;

/** What people of the phone side say about a visit afterwards: at home that it was so, its author in answer to a question. */
@Service
@Transactional
@RequiredArgsConstructor
public class Afterwords implements OneTap {

    private static final int CONFIRMED_WITHIN_WEEKS = 8;

    private final AfterwordMapper mapper;
    private final ReadMapper visits;
    private final VisitReader reader;
    private final Nearness nearness;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The visits of the last weeks that nobody on this phone has said anything about. */
    @Transactional(readOnly = true)
    public List<VisitToConfirmView> toConfirm(PhoneCaller caller) {
        List<ConfirmedTie> ties = caller.guarded();
        if (ties.isEmpty()) {
            return List.of();
        }
        Set<Long> own = ties.stream().map(ConfirmedTie::childId).collect(Collectors.toSet());
        List<ReadMapper.ToConfirmRow> rows = this.visits.toConfirm(
                own,
                ties.stream().map(ConfirmedTie::adultId).collect(Collectors.toSet()),
                LocalDate.now(this.clock).minusWeeks(CONFIRMED_WITHIN_WEEKS));
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Long>> children = this.visits
                .children(
                        Scope.ofChildren(own),
                        rows.stream().map(ReadMapper.ToConfirmRow::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        ReadMapper.ChildRow::visitId,
                        Collectors.mapping(ReadMapper.ChildRow::childId, Collectors.toList())));
        return rows.stream()
                .map(row -> new VisitToConfirmView(
                        row.id(),
                        row.visitedOn(),
                        TieKind.valueOf(row.actor()),
                        VisitReader.calledBy(row.familyId(), row.actorName()),
                        children.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int waitingFor(PhoneCaller caller) {
        return toConfirm(caller).size();
    }

    /** Says for everybody this phone speaks for that it was so, or was not; said again it changes nothing. */
    public void confirm(PhoneCaller caller, long visit, boolean asTold) {
        List<ConfirmedTie> ties = this.visits.about(List.of(visit)).stream()
                .flatMap(child -> caller.asGuardian(new ChildId(child)).stream())
                .toList();
        Set<Long> own = ties.stream().map(ConfirmedTie::childId).collect(Collectors.toSet());
        ReadMapper.VisitRow row = this.visits.find(Scope.ofChildren(own), visit);
        // Somebody who went as well cannot be the other side.
        if (row == null || row.recordedBy() == caller.accountId()) {
            throw Refusal.notFound("visit", visit);
        }
        int said = 0;
        for (ConfirmedTie tie : ties) {
            said += this.mapper.confirm(
                    visit, tie.adultId(), caller.accountId(), asTold, LocalDateTime.now(this.clock));
        }
        if (said > 0) {
            thank(visit, asTold);
            this.events.publishEvent(new VisitConfirmed(visit, asTold));
        }
    }

    private void thank(long visit, boolean asTold) {
        if (asTold) {
            this.mapper.remark(new NewRemark(
                    visit,
                    RemarkKind.THANKS.name(),
                    null,
                    new Author(null, null, "家里人"),
                    LocalDateTime.now(this.clock)));
        }
    }

    /** Answers about an own visit, as long as its children are still visited. */
    public long answer(PhoneCaller caller, long visit, String words) {
        VisitView view = this.reader.get(caller, visit);
        if (!view.mine()) {
            throw Refusal.notFound("visit", visit);
        }
        NewRemark remark = new NewRemark(
                visit,
                RemarkKind.ANSWER.name(),
                this.vault.seal(words.strip()),
                new Author(caller.accountId(), null, view.by()),
                LocalDateTime.now(this.clock));
        this.mapper.remark(remark);
        this.events.publishEvent(new VisitRemarked(visit, RemarkKind.ANSWER));
        return remark.getId();
    }

    /** How many own visits have a question that waits for an answer. */
    @Transactional(readOnly = true)
    public int openQuestions(PhoneCaller caller) {
        if (!caller.asStaff().isEmpty()) {
            return this.visits.openQuestions(caller.accountId(), null);
        }
        Set<Long> paired = this.nearness.pairedNow(caller).keySet();
        return paired.isEmpty() ? 0 : this.visits.openQuestions(caller.accountId(), paired);
    }
}
