package org.tongxing.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.media.FileStore.UploadForm;
import org.tongxing.problem.Refusal;

/** Lets a phone send a photo straight to where files are kept; what arrives is examined like any other upload. */
@Service
@RequiredArgsConstructor
public class PhotoTickets {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_OPEN = 20;
    private static final int SERVER_FAULT = 500;

    private final TicketMapper mapper;
    private final Photos photos;
    private final FileStore files;
    private final Clock clock;

    /** A ticket for one file; refused while too many are open. */
    public Ticket issue(long phoneAccount) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (this.mapper.open(phoneAccount, now) >= MOST_OPEN) {
            throw new Refusal(ProblemCode.TOO_OFTEN);
        }
        String key = "incoming/" + UUID.randomUUID();
        TicketMapper.NewTicket ticket = new TicketMapper.NewTicket(phoneAccount, key, now.plus(LIFE));
        this.mapper.insert(ticket);
        return new Ticket(ticket.getId(), this.files.form(key, Picture.LARGEST_BYTES, LIFE));
    }

    /** Examines and keeps what was sent with a ticket; asked again it answers the same photo. */
    public long complete(long phoneAccount, long id) {
        TicketMapper.TicketRow ticket = this.mapper.find(phoneAccount, id);
        if (ticket == null) {
            throw Refusal.notFound("ticket", id);
        }
        if (ticket.photoId() != null) {
            return ticket.photoId();
        }
        long photo = examined(phoneAccount, ticket.objectKey());
        this.mapper.complete(id, photo);
        this.files.delete(ticket.objectKey());
        return photo;
    }

    /** What is no picture goes at once; what could not be kept now stays for another try. */
    private long examined(long phoneAccount, String key) {
        byte[] file = sent(key);
        try {
            return this.photos.keep(phoneAccount, file);
        } catch (Refusal no) {
            if (no.getCode().status() < SERVER_FAULT) {
                this.files.delete(key);
            }
            throw no;
        }
    }

    private byte[] sent(String key) {
        try {
            return this.files.get(key, Picture.LARGEST_BYTES);
        } catch (FileStore.Missing notYet) {
            throw new Refusal(ProblemCode.FILE_NOT_THERE);
        } catch (FileStore.TooLarge tooLarge) {
            this.files.delete(key);
            throw new Refusal(ProblemCode.FILE_TOO_LARGE);
        }
    }

    /** Where to send one file. */
    public record Ticket(long id, String url, Map<String, String> fields, Instant until) {

        Ticket(long id, UploadForm form) {
            this(id, form.url(), form.fields(), form.until());
        }
    }

    /** The most a form accepts. */
    public static long largestBytes() {
        return Picture.LARGEST_BYTES;
    }
}
