package org.tongxing.media;

import org.tongxing.membership.PhoneCaller;

/** Says who may look at the photos of one kind of deed; the module that knows the deed implements it. */
public interface PhotoGuard {

    /** The kind of deed: the part before the colon of what a photo is attached to. */
    String kind();

    /** Whether this person of the phone side may look at this photo of this deed. */
    boolean mayLook(PhoneCaller caller, long deed, long photo);
}
