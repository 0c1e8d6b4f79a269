package org.tongxing.roster;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory where uploaded workbooks wait until they are accepted or abandoned
 */
@ConfigurationProperties("tongxing.roster")
record RosterSettings(Path directory) {}
