package org.tongxing.volunteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.tongxing.contract.VolunteerEndpoint.ConductView;

/** 志愿者守则和保密承诺: the text every volunteer signs; another wording gets another version. */
@Component
class Conduct {

    private static final String VERSION = "2026-1";

    private final ConductView text;

    Conduct() {
        try (InputStream in = Conduct.class.getResourceAsStream("/consent/volunteer-" + VERSION + ".txt")) {
            this.text = new ConductView(VERSION, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    ConductView text() {
        return this.text;
    }

    boolean isInForce(String version) {
        return VERSION.equals(version);
    }
}
