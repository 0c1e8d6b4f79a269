package org.tongxing.membership;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxing.contract.PhoneSessionEndpoint.TieView;

/** The signed-in person of the phone side, for controllers that implement an endpoint of the contract. */
@Component
public class CurrentPhone {

    /** The caller of this request; refused when nobody is signed in. */
    public PhoneCaller get() {
        return PhoneSecurity.current();
    }

    /** Everything the caller ever asked to be tied to, as it was when this request came in. */
    public List<TieView> ties() {
        return PhoneSecurity.asked();
    }
}
