package org.tongxing.media.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongxing.contract.PhotoEndpoint;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.media.PhotoGuard;
import org.tongxing.media.PhotoTickets;
import org.tongxing.media.Photos;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

@RestController
class PhotoController implements PhotoEndpoint {

    private final Photos photos;
    private final PhotoTickets tickets;
    private final CurrentPhone current;
    private final PhoneAudit audit;
    private final Map<String, PhotoGuard> guards;

    PhotoController(
            Photos photos, PhotoTickets tickets, CurrentPhone current, PhoneAudit audit, List<PhotoGuard> guards) {
        this.photos = photos;
        this.tickets = tickets;
        this.current = current;
        this.audit = audit;
        this.guards = guards.stream().collect(Collectors.toMap(PhotoGuard::kind, Function.identity()));
    }

    @Override
    public RecordedView upload(MultipartFile file) {
        PhoneCaller caller = sender();
        try {
            return new RecordedView(this.photos.keep(caller.accountId(), file.getBytes()));
        } catch (IOException ex) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }

    @Override
    public PhotoTicketView ticket() {
        PhotoTickets.Ticket ticket = this.tickets.issue(sender().accountId());
        return new PhotoTicketView(
                ticket.id(), ticket.url(), ticket.fields(), PhotoTickets.largestBytes(), ticket.until());
    }

    @Override
    public RecordedView complete(long ticket) {
        return new RecordedView(this.tickets.complete(sender().accountId(), ticket));
    }

    @Override
    public PhotoLinkView link(long id) {
        PhoneCaller caller = this.current.get();
        Photos.Photo photo = this.photos.get(id);
        if (!mayLook(caller, photo)) {
            throw Refusal.notFound("photo", id);
        }
        Photos.Links links = this.photos.links(id);
        this.audit.listed(caller, photo.children(), "photo:" + id);
        return new PhotoLinkView(links.photo(), links.thumbnail(), links.until());
    }

    @Override
    public void discard(long id) {
        this.photos.discard(sender().accountId(), id);
    }

    private boolean mayLook(PhoneCaller caller, Photos.Photo photo) {
        String subject = photo.subject();
        if (subject == null) {
            return photo.uploadedBy() == caller.accountId();
        }
        String[] parts = subject.split(":", 2);
        PhotoGuard guard = this.guards.get(parts[0]);
        return guard != null && guard.mayLook(caller, Long.parseLong(parts[1]), photo.id());
    }

    /** A stranger has nothing to prove by a photo. */
    private PhoneCaller sender() {
        PhoneCaller caller = this.current.get();
        if (caller.ties().isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return caller;
    }
}
