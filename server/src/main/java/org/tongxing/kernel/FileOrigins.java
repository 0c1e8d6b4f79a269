package org.tongxing.kernel;

import java.util.List;

/** Other origins than ours from which pages read photos and to which they send them; none with a local folder. */
public record FileOrigins(List<String> origins) {}
