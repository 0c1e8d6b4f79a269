/** Photos and files behind one interface: a local folder or OSS. */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"membership"})
@NullMarked
package org.tongxing.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
