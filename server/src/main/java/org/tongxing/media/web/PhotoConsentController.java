package org.tongxing.media.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.PhotoConsentEndpoint;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.media.ConsentPapers;
import org.tongxing.media.ConsentText;
import org.tongxing.media.PhotoConsents;
import org.tongxing.media.PhotoConsents.Channel;
import org.tongxing.media.PhotoConsents.Guardian;
import org.tongxing.media.PhotoConsents.Recorder;
import org.tongxing.media.Visiting;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.problem.Refusal;

@RestController
@RequiredArgsConstructor
class PhotoConsentController implements PhotoConsentEndpoint {

    private final PhotoConsents consents;
    private final ConsentPapers papers;
    private final Visiting visiting;
    private final Children children;
    private final CurrentPhone current;
    private final PhoneAudit audit;
    private final Clock clock;

    @Override
    public PhotoConsentView of(long childId) {
        PhoneCaller caller = this.current.get();
        ChildId child = new ChildId(childId);
        Optional<ConfirmedTie> guardian = caller.asGuardian(child);
        if (guardian.isEmpty() && !this.visiting.visits(caller, child)) {
            throw Refusal.notFound("child", childId);
        }
        ConsentText.Text text = this.consents.text();
        Optional<PhotoConsents.Decided> own =
                guardian.flatMap(tie -> this.consents.history(Scope.ofChildren(Set.of(childId)), child).stream()
                        .filter(decided -> decided.adultId() != null && decided.adultId() == tie.adultId())
                        .findFirst());
        return new PhotoConsentView(
                this.consents.inForce(Set.of(childId)).contains(childId),
                own.map(PhotoConsents.Decided::decision).orElse(null),
                own.map(decided -> decided.at().atZone(this.clock.getZone()).toInstant())
                        .orElse(null),
                text.version(),
                text.words());
    }

    @Override
    public RecordedView decide(PhotoConsentRequest request) {
        PhoneCaller caller = this.current.get();
        ChildId child = new ChildId(request.childId());
        ConfirmedTie tie = caller.asGuardian(child).orElseThrow(() -> Refusal.notFound("child", request.childId()));
        long id = this.consents.decide(
                child,
                new Guardian(tie.adultId(), relation(child, tie.adultId())),
                request.decision(),
                request.version(),
                new Recorder(Channel.PHONE, caller.accountId(), null, null));
        this.audit.changed(caller, List.of(request.childId()), "photo-consent:" + id);
        return new RecordedView(id);
    }

    @Override
    public RecordedView handIn(PaperConsentRequest request) {
        PhoneCaller caller = this.current.get();
        ChildId child = new ChildId(request.childId());
        if (!this.visiting.visits(caller, child)) {
            throw Refusal.notFound("child", request.childId());
        }
        long id = this.papers.handIn(
                caller.accountId(), child, request.relation().strip(), request.version(), request.photoId());
        this.audit.changed(caller, List.of(request.childId()), "photo-consent:" + id);
        return new RecordedView(id);
    }

    private String relation(ChildId child, long adult) {
        return this.children.get(Scope.ofChildren(Set.of(child.value())), child).adults().stream()
                .filter(one -> one.id() == adult)
                .map(CaseFile.Adult::relation)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("child", child.value()));
    }
}
