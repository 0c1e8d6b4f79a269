package org.tongxing.visit.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Afterwords;
import org.tongxing.visit.NeedsFound;
import org.tongxing.visit.SetAsides;
import org.tongxing.visit.VisitReader;
import org.tongxing.visit.VisitRecording;

@RestController
@RequiredArgsConstructor
class VisitController implements VisitEndpoint {

    private final VisitRecording recording;
    private final VisitReader reader;
    private final Afterwords afterwords;
    private final SetAsides setAsides;
    private final NeedsFound board;
    private final CurrentPhone current;
    private final PhoneAudit audit;
    private final Clock clock;

    @Override
    public RecordedView record(String key, VisitRequest request) {
        PhoneCaller caller = this.current.get();
        long visit = this.recording.record(caller, key, request);
        if (request.needs() != null) {
            this.board.check(caller, visit);
        }
        return new RecordedView(visit);
    }

    @Override
    public List<VisitView> ofChild(long childId) {
        PhoneCaller caller = this.current.get();
        List<VisitView> visits = this.reader.ofChild(caller, new ChildId(childId));
        this.audit.read(caller, childId, "visits");
        return visits;
    }

    @Override
    public VisitView get(long id) {
        PhoneCaller caller = this.current.get();
        VisitView visit = this.reader.get(caller, id);
        this.audit.listed(caller, visit.childIds(), "visit:" + id);
        return visit;
    }

    @Override
    public List<SetAsideView> setAside() {
        return this.setAsides.of(this.current.get()).stream()
                .map(one -> new SetAsideView(
                        one.id(),
                        one.key(),
                        one.cause(),
                        one.state(),
                        one.text(),
                        one.visitedOn(),
                        one.children(),
                        one.visit(),
                        one.decision(),
                        one.receivedAt().atZone(this.clock.getZone()).toInstant()))
                .toList();
    }

    @Override
    public List<VisitToConfirmView> toConfirm() {
        PhoneCaller caller = this.current.get();
        List<VisitToConfirmView> waiting = this.afterwords.toConfirm(caller);
        this.audit.listed(
                caller,
                waiting.stream()
                        .flatMap(visit -> visit.childIds().stream())
                        .distinct()
                        .toList(),
                "to-confirm");
        return waiting;
    }

    @Override
    public void confirm(long id, ConfirmationRequest request) {
        this.afterwords.confirm(this.current.get(), id, request.asTold());
    }

    @Override
    public RecordedView answer(long id, WordsRequest request) {
        return new RecordedView(this.afterwords.answer(this.current.get(), id, request.words()));
    }
}
