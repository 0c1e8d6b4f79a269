package org.tongxing.contract;

import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tongxing.contract.VisitEndpoint.RecordedView;

/**
 * Photos that belong to a deed; their position and device data are removed before they are kept. The phone sends a photo
 * to the server, or with a ticket straight to where files are kept.
 */
@HttpExchange(url = "/api/phone/photos", accept = "application/json")
public interface PhotoEndpoint {

    /** Keeps a photo; the same bytes sent again before they are used answer the same photo. */
    @PostExchange(contentType = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView upload(@RequestPart("file") MultipartFile file);

    /** A ticket to send one photo straight to where files are kept. */
    @PostExchange("/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    PhotoTicketView ticket();

    /** Says that the photo of a ticket is there; refused with {@link ProblemCode#FILE_NOT_THERE} when it is not. */
    @PostExchange("/tickets/{ticket}/completion")
    RecordedView complete(@PathVariable long ticket);

    /** A link of one minute to a photo one may look at. */
    @GetExchange("/{id}/link")
    PhotoLinkView link(@PathVariable long id);

    /** Throws away an own photo that no visit uses yet. */
    @DeleteExchange("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id);

    /**
     * Where to send the file: a form with these fields and, last, the file as {@code file}.
     *
     * @param url absolute, or a path on this server
     */
    record PhotoTicketView(long ticket, String url, Map<String, String> fields, long largestBytes, Instant until) {}

    /** Links that end soon. */
    record PhotoLinkView(String url, String thumbnailUrl, Instant until) {}
}
