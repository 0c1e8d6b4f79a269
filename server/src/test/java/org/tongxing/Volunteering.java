package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.tongxing.kernel.IdNumber;
import tools.jackson.databind.JsonNode;

/** What it takes to become a volunteer: a verified number, a signed code, a check, a training, a yes. */
final class Volunteering {

    private Volunteering() {}

    /** Registers; somebody still has to check, train and confirm. */
    static void register(Phone phone, int nth) throws Exception {
        register(phone, "文秀", nth);
    }

    static void register(Phone phone, String name, int nth) throws Exception {
        phone.verify();
        assertThat(apply(phone, name, idNumber(nth)).status()).isEqualTo(200);
    }

    static ConsoleClient.Answer apply(Phone phone, int nth, String idNumber) throws Exception {
        return apply(phone, "文秀", idNumber);
    }

    private static ConsoleClient.Answer apply(Phone phone, String name, String idNumber) throws Exception {
        String version =
                phone.get("/api/phone/volunteer/code").json().path("version").asString();
        return phone.put(
                "/api/phone/volunteer",
                Map.of(
                        "kind",
                        "CARING_MOTHER",
                        "name",
                        name,
                        "idNumber",
                        idNumber,
                        "divisionCode",
                        Town.CODE,
                        "codeVersion",
                        version));
    }

    /** Checks and trains everybody who is missing it, today. */
    static void prepare(ConsoleClient clerk, LocalDate on) throws Exception {
        for (JsonNode row : clerk.get("/api/admin/volunteers?standing=TO_CHECK&size=100")
                .json()
                .path("rows")) {
            screen(clerk, row.path("id").asLong(), on, "CLEAR");
            assertThat(clerk.post(
                                    "/api/admin/volunteers/" + row.path("id").asLong() + "/trainings",
                                    Map.of("on", on.toString()))
                            .status())
                    .isEqualTo(204);
        }
    }

    static void screen(ConsoleClient clerk, long volunteer, LocalDate on, String result) throws Exception {
        assertThat(clerk.post(
                                "/api/admin/volunteers/" + volunteer + "/screenings",
                                Map.of("on", on.toString(), "result", result))
                        .status())
                .isEqualTo(204);
    }

    /** Leaves a check that holds today and no longer tomorrow. */
    static void lastDay(ConsoleClient clerk, long volunteer, LocalDate today) throws Exception {
        screen(clerk, volunteer, today.minusYears(1).plusDays(1), "CLEAR");
    }

    /** Of an area code no county has; an odd one is a man's. */
    static String idNumber(int nth) {
        String body = "99" + "%04d".formatted(nth / 1000) + "19880808" + "%03d".formatted(nth % 1000);
        return body + IdNumber.checkDigit(body);
    }
}
