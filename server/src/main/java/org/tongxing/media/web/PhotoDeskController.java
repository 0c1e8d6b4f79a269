package org.tongxing.media.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.contract.PhotoConsentEndpoint.ConsentDecision;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Role;
import org.tongxing.media.PhotoConsents;
import org.tongxing.media.PhotoConsents.Channel;
import org.tongxing.media.PhotoConsents.Guardian;
import org.tongxing.media.PhotoConsents.Recorder;
import org.tongxing.media.PhotoDesk;
import org.tongxing.media.Photos;
import org.tongxing.problem.Refusal;

/** Photos and consents as the console sees them. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class PhotoDeskController {

    private final PhotoDesk photos;
    private final PhotoConsents consents;
    private final Children children;
    private final AuditLog audit;

    @GetMapping("/photos/{id}/link")
    PhotoLink link(Caller caller, @PathVariable long id) {
        Set<Long> shown = inScope(caller, id);
        Photos.Links links = this.photos.links(caller.scope(), id);
        this.audit.record(caller, Deed.READ, "photo:" + id, shown);
        return new PhotoLink(links.photo(), links.thumbnail(), links.until());
    }

    /** Deletes a photo for good, files and all. */
    @DeleteMapping("/photos/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable long id) {
        Set<Long> shown = inScope(caller, id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        this.photos.delete(caller.scope(), id);
        this.audit.record(caller, Deed.CHANGED, "photo:" + id, shown);
    }

    /** What guardians decided about photos of a child. */
    @GetMapping("/children/{id}/photo-consents")
    ConsentsView decided(Caller caller, @PathVariable long id) {
        this.children.requireAll(caller.scope(), List.of(id));
        this.audit.record(caller, Deed.READ, List.of(id), null);
        return new ConsentsView(
                this.consents.inForce(Set.of(id)).contains(id),
                this.consents.text().version(),
                this.consents.text().words(),
                this.consents.history(caller.scope(), new ChildId(id)).stream()
                        .map(ConsentRow::of)
                        .toList());
    }

    /** Enters a paper that lies in the office, or a decision taken back there. */
    @PostMapping("/children/{id}/photo-consents")
    @ResponseStatus(HttpStatus.CREATED)
    ConsentRecorded enter(Caller caller, @PathVariable long id, @Valid @RequestBody ConsentEntry entry) {
        this.children.requireAll(caller.scope(), List.of(id));
        if (caller.role() == Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        long consent = this.consents.decide(
                new ChildId(id),
                new Guardian(null, entry.relation().strip()),
                entry.decision(),
                this.consents.text().version(),
                new Recorder(Channel.PAPER, null, caller.accountId(), null));
        this.audit.record(caller, Deed.CHANGED, "photo-consent:" + consent, List.of(id));
        return new ConsentRecorded(consent);
    }

    /** The paper behind a consent. */
    @GetMapping("/children/{id}/photo-consents/{consent}/paper")
    PhotoLink paper(Caller caller, @PathVariable long id, @PathVariable long consent) {
        this.children.requireAll(caller.scope(), List.of(id));
        Long paper = this.consents.history(caller.scope(), new ChildId(id)).stream()
                .filter(decided -> decided.id() == consent && decided.evidencePhoto() != null)
                .map(PhotoConsents.Decided::evidencePhoto)
                .findFirst()
                .orElse(null);
        if (paper == null) {
            throw Refusal.notFound("photo-consent", consent);
        }
        Photos.Links links = this.photos.links(caller.scope(), paper);
        this.audit.record(caller, Deed.READ, "photo:" + paper, List.of(id));
        return new PhotoLink(links.photo(), links.thumbnail(), links.until());
    }

    private Set<Long> inScope(Caller caller, long id) {
        Set<Long> shown = this.photos.shown(caller.scope(), id);
        if (shown.isEmpty() || caller.role() == Role.UNIT_LIAISON) {
            throw Refusal.notFound("photo", id);
        }
        this.children.requireAll(caller.scope(), shown);
        return shown;
    }

    /** Links of one minute. */
    record PhotoLink(String url, String thumbnailUrl, Instant until) {}

    /** A decision to enter. */
    record ConsentEntry(
            @NotBlank @Size(max = 20) String relation,
            @NotNull ConsentDecision decision) {}

    /** What became of it. */
    record ConsentRecorded(long id) {}

    /** How it stands, with every decision, the newest first. */
    record ConsentsView(boolean inForce, String version, String text, List<ConsentRow> decisions) {}

    /** A decision of the past. */
    record ConsentRow(
            long id,
            String relation,
            ConsentDecision decision,
            Channel channel,
            String version,
            LocalDateTime at,
            boolean paper) {

        static ConsentRow of(PhotoConsents.Decided decided) {
            return new ConsentRow(
                    decided.id(),
                    decided.relation(),
                    decided.decision(),
                    decided.channel(),
                    decided.version(),
                    decided.at(),
                    decided.evidencePhoto() != null);
        }
    }
}
