/**
 * Photos and files behind one interface, a local folder or OSS: bounded and recognised by content, stripped of what the
 * camera wrote, held back without consent, reached by links of one minute, and gone when deleted.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"child", "membership", "region"})
@NullMarked
package org.tongxing.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
