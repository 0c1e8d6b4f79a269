package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.ChildFinding;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitEndpoint.SetAsideCause;
import org.tongxing.media.Photos;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.persistence.Retrying;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Nearness.Standing;
import org.tongxing.visit.VisitWriter.Letter;

/**
 * Records what visitors did, once, however often and in whatever order it was sent. What cannot be recorded as it is goes
 * to the inbox in the same transaction: nothing is overwritten, nothing vanishes.
 */
@Service
@RequiredArgsConstructor
public class VisitRecording {

    private final VisitWriter writer;
    private final VisitParts parts;
    private final LedgerNotes ledger;
    private final VisitPrint print;
    private final SetAsides setAsides;
    private final Drafts drafts;
    private final Nearness nearness;
    private final Photos photos;
    private final SignalFinder signals;
    private final Retrying retrying;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The id of the visit; refused with {@link ProblemCode#VISIT_SET_ASIDE} when it went to the inbox. */
    public long record(PhoneCaller caller, String key, VisitRequest request) {
        Report report = Report.of(request, this.clock.getZone());
        String digest = this.print.of(request, this.photos.sources(caller.accountId(), report.photos()));
        Letter letter = new Letter(caller.accountId(), key.toLowerCase(Locale.ROOT), digest);
        Result result = Objects.requireNonNull(this.retrying.transact(() -> receive(caller, letter, request, report)));
        if (result.setAside() != null) {
            throw new Refusal(ProblemCode.VISIT_SET_ASIDE, Map.of("setAsideId", result.setAside()));
        }
        return result.visit();
    }

    /** Records what waited in the inbox because the pairing did not hold that day; a supervisor has decided so. */
    long recordAnyway(Letter letter, Standing standing, VisitRequest request) {
        Report report = Report.of(request, this.clock.getZone());
        return write(letter, standing, request, report, this.photos.unused(letter.account(), report.photos()));
    }

    private Result receive(PhoneCaller caller, Letter letter, VisitRequest request, Report report) {
        VisitWriter.Known known = this.writer.byKey(letter.account(), letter.key());
        if (known != null) {
            return again(known, caller, letter, request, report);
        }
        Optional<Long> waiting = this.setAsides.sameAs(letter);
        if (waiting.isPresent()) {
            return new Result(0, waiting.get());
        }
        Optional<Standing> standing = standing(caller, report);
        if (standing.isEmpty()) {
            Standing former = this.nearness
                    .everPaired(caller, report.children())
                    .orElseThrow(() ->
                            Refusal.notFound("child", report.children().get(0).value()));
            this.drafts.sent(letter.account(), letter.key());
            return new Result(
                    0, this.setAsides.keep(letter, SetAsideCause.NOT_PAIRED_THAT_DAY, former, request, report, null));
        }
        try {
            return new Result(write(letter, standing.get(), request, report, report.photos()), null);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return again(
                    Objects.requireNonNull(this.writer.byKey(letter.account(), letter.key())),
                    caller,
                    letter,
                    request,
                    report);
        }
    }

    private Result again(
            VisitWriter.Known known, PhoneCaller caller, Letter letter, VisitRequest request, Report report) {
        if (known.contentDigest().equals(letter.digest())) {
            return new Result(known.id(), null);
        }
        Standing standing = standing(caller, report)
                .or(() -> this.nearness.everPaired(caller, report.children()))
                .orElseThrow(
                        () -> Refusal.notFound("child", report.children().get(0).value()));
        return new Result(
                0,
                this.setAsides.keep(
                        letter, SetAsideCause.SAME_KEY_OTHER_CONTENT, standing, request, report, known.id()));
    }

    /** A visit made while a pairing held is accepted, however late it is sent. */
    private Optional<Standing> standing(PhoneCaller caller, Report report) {
        Optional<Standing> paired = report.as() == null || report.as() == TieKind.CADRE_FAMILY
                ? this.nearness.paired(caller, report.children(), report.visitedOn())
                : Optional.empty();
        return paired.isPresent() || report.as() == TieKind.CADRE_FAMILY
                ? paired
                : this.nearness
                        .official(caller, report.children())
                        .filter(standing -> report.as() == null || report.as() == standing.as());
    }

    private long write(Letter letter, Standing standing, VisitRequest request, Report report, List<Long> photos) {
        VisitWriter.NewVisit visit = new VisitWriter.NewVisit(
                standing, report, this.parts.seal(report), letter, LocalDateTime.now(this.clock));
        this.writer.insert(visit);
        List<ChildFinding> overtaken = this.parts.add(visit, letter.account(), standing, report);
        if (!overtaken.isEmpty()) {
            this.setAsides.keep(
                    letter,
                    SetAsideCause.FACET_CHANGED,
                    standing,
                    this.ledger.only(request, overtaken),
                    report,
                    visit.getId());
        }
        this.photos.attach(letter.account(), photos, VisitPhotos.subject(visit.getId()), report.childIds());
        this.drafts.sent(letter.account(), letter.key());
        announce(visit.getId(), report);
        return visit.getId();
    }

    private void announce(long visit, Report report) {
        List<Long> children = report.childIds();
        this.events.publishEvent(new DeedsChanged(children));
        if (report.outcome() == VisitOutcome.MET) {
            this.signals.examineLater(visit);
        }
        if (report.neglect() != null) {
            this.events.publishEvent(
                    new GuardianDutyNeglected(visit, children, report.neglect().by()));
        }
    }

    /** A visit, or where it was set aside. */
    private record Result(long visit, @Nullable Long setAside) {}
}
