package org.tongxing.kernel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Long work that outlives the instance at it.
 *
 * @param patience how long an instance may be silent before another takes its work up
 */
@ConfigurationProperties("tongxing.jobs")
public record JobSettings(@DefaultValue("60s") Duration patience) {}
