package org.tongxing.media;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhotoConsentEndpoint.ConsentDecision;
import org.tongxing.kernel.ChildId;
import org.tongxing.media.PhotoConsents.Channel;
import org.tongxing.media.PhotoConsents.Guardian;
import org.tongxing.media.PhotoConsents.Recorder;

/** Takes papers that guardians signed at home; the photo of the paper stays as long as the decision does. */
@Service
@Transactional
@RequiredArgsConstructor
public class ConsentPapers {

    private final PhotoConsents consents;
    private final Photos photos;

    /** A yes on paper; refused unless the photo of it is an unused one of this account. */
    public long handIn(long phoneAccount, ChildId child, String relation, String version, long photo) {
        long id = this.consents.decide(
                child,
                new Guardian(null, relation),
                ConsentDecision.GIVEN,
                version,
                new Recorder(Channel.PAPER, phoneAccount, null, photo));
        this.photos.attach(phoneAccount, List.of(photo), "consent:" + id, List.of());
        return id;
    }
}
