package org.tongxing.membership;

import org.springframework.stereotype.Component;

/** The signed-in person of the phone side, for controllers that implement an endpoint of the contract. */
@Component
public class CurrentPhone {

    /** The caller of this request; refused when nobody is signed in. */
    public PhoneCaller get() {
        return PhoneSecurity.current();
    }
}
