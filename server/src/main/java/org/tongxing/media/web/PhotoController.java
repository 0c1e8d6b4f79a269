package org.tongxing.media.web;

import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongxing.contract.PhotoEndpoint;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.media.Photos;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

@RestController
@RequiredArgsConstructor
class PhotoController implements PhotoEndpoint {

    private final Photos photos;
    private final CurrentPhone current;

    @Override
    public RecordedView upload(MultipartFile file) {
        PhoneCaller caller = this.current.get();
        if (caller.ties().isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        try {
            return new RecordedView(this.photos.keep(caller.accountId(), file.getBytes()));
        } catch (IOException ex) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }
}
