package org.tongxing.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ActivityEndpoint.ActivityConsentView;

/** What a guardian agrees to when a child comes to an activity; another wording gets another version. */
@Component
public class ActivityConsent {

    private static final String VERSION = "2026-1";

    private final ActivityConsentView text;

    ActivityConsent() {
        try (InputStream in = ActivityConsent.class.getResourceAsStream("/consent/activity-" + VERSION + ".txt")) {
            this.text = new ActivityConsentView(VERSION, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    public ActivityConsentView text() {
        return this.text;
    }

    boolean isInForce(String version) {
        return VERSION.equals(version);
    }
}
