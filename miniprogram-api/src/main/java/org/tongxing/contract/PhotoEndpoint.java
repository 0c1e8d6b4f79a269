package org.tongxing.contract;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tongxing.contract.VisitEndpoint.RecordedView;

/** Photos that belong to a deed; their position and device data are removed before they are kept. */
@HttpExchange(url = "/api/phone/photos", accept = "application/json")
public interface PhotoEndpoint {

    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView upload(@RequestPart("file") MultipartFile file);
}
