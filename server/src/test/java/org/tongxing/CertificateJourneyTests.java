package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** What a volunteer has done, on paper, and checked by somebody who only holds the number. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {"tongxing.sandbox.directory=target/sandbox-wish-${random.uuid}", "tongxing.wish.every=12h"})
@Import(StoppedClock.OnMonday.class)
@Clause("JB-53")
class CertificateJourneyTests {

    /** Words whose letters, most of them, are radicals as well, and are drawn with the same picture. */
    private static final String WISHED = "一双大人小心走长门用的雨鞋，骑马用手，看鸟鱼山水，竹石日月";

    @LocalServerPort
    private int port;

    @Autowired
    private StoppedClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${tongxing.media.directory}")
    private Path media;

    private Town town;
    private Phone volunteer;
    private long id;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.town = Town.at(this.port);
        for (String table : List.of(
                "certificate_line",
                "certificate",
                "wish_step",
                "wish_claim",
                "wish",
                "activity_helper",
                "activity_sign_up",
                "activity",
                "volunteer_complaint",
                "volunteer",
                "membership")) {
            this.jdbc.update("DELETE FROM " + table);
        }
        this.volunteer = Phone.of(this.port, this.media, "文秀", "14000000001");
        Volunteering.register(this.volunteer, 1);
        this.id = this.town
                .clerk
                .get("/api/admin/volunteers")
                .json()
                .at("/rows/0/id")
                .asLong();
    }

    @Test
    void certifiesWhatIsOnRecordWithoutAnyChild() throws Exception {
        assertThat(code(issue())).as("nothing is on record").isEqualTo("NOTHING_TO_CERTIFY");
        deeds();
        JsonNode issued = issue().json();
        assertThat(issued.path("times").asInt()).isEqualTo(2);
        assertThat(issued.path("minutes").asInt()).isEqualTo(150);
        String number = issued.path("number").asString();

        byte[] pdf = this.town.clerk.download(
                "/api/admin/certificates/" + issued.path("id").asLong() + "/pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(text.codePoints().mapToObj(Character.UnicodeBlock::of))
                    .as("as it was written: 人, and not the radical that looks like it")
                    .doesNotContain(Character.UnicodeBlock.KANGXI_RADICALS)
                    .doesNotContain(Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT)
                    .contains(Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS);
            assertThat(text)
                    .contains("志愿服务证明", "文秀", "金宝镇", WISHED, "七彩小课堂", "2.5 小时", "/certificates/" + number)
                    .doesNotContain(child());
        }
        JsonNode mine = this.volunteer.get("/api/phone/certificates").json().get(0);
        assertThat(mine.path("number").asString()).isEqualTo(number);
        assertThat(mine.path("lines")).hasSize(2);
        assertThat(mine.toString()).doesNotContain(child()).doesNotContain("文秀");

        HttpResponse<String> page = page(number.toLowerCase(java.util.Locale.ROOT));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("这份证明是真的", "金宝镇", "2 次", "150 分钟")
                .doesNotContain("文秀")
                .doesNotContain(WISHED);
        assertThat(page("AAAAAAAAAAAA").statusCode()).isEqualTo(404);
        assertThat(page("%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void saysThatARevokedCertificateHoldsNoMore() throws Exception {
        deeds();
        JsonNode issued = issue().json();
        String path = "/api/admin/certificates/" + issued.path("id").asLong();
        assertThat(this.town
                        .clerk
                        .post(path + "/revocation", Map.of("reason", "活动没有到场，记错了"))
                        .status())
                .isEqualTo(204);
        assertThat(page(issued.path("number").asString()).body())
                .contains("已经作废")
                .doesNotContain("这份证明是真的");
        assertThat(this.volunteer
                        .get("/api/phone/certificates")
                        .json()
                        .at("/0/revoked")
                        .asBoolean())
                .isTrue();
        this.jdbc.update("UPDATE certificate SET division_code = '511304115'");
        assertThat(this.town.clerk.get(path + "/pdf").status())
                .as("another place's")
                .isEqualTo(404);
    }

    private void deeds() {
        Map<String, Object> row = this.jdbc.queryForMap("SELECT phone_account_id AS phone FROM volunteer");
        String day = this.clock.today().minusDays(5).toString();
        this.jdbc.update("""
                INSERT INTO wish (id, child_id, township_code, alias, age_band, what, why, state, proposed_by, proposed_at,
                                  fulfilled_on)
                VALUES (1, (SELECT MIN(id) FROM child WHERE village_code LIKE '511304114%'), '511304114', '小溪', '8～9 岁',
                        ?, '路上湿', 'FULFILLED', 1, NOW(), ?)
                """, WISHED, day);
        this.jdbc.update("""
                INSERT INTO wish_claim (wish_id, phone_account_id, slot, claimed_at, arrange_by, ended_at, outcome)
                VALUES (1, ?, 1, NOW(), ?, NOW(), 'FULFILLED')
                """, row.get("phone"), day);
        this.jdbc.update("""
                INSERT INTO activity (id, division_code, kind, title, about, place, starts_at, ends_at, capacity,
                                      responsible, safety_plan, state, proposed_by, proposed_at)
                VALUES (1, '511304114', 'CARE_CLASS', '七彩小课堂', '画画', '镇里', ?, ?, 9, '李萍', '有人看', 'OPEN', 1, NOW())
                """, day + " 09:00:00", day + " 11:30:00");
        this.jdbc.update("""
                INSERT INTO activity_helper (activity_id, phone_account_id, state, offered_at, present)
                VALUES (1, ?, 'CONFIRMED', NOW(), TRUE)
                """, row.get("phone"));
    }

    private ConsoleClient.Answer issue() throws Exception {
        return this.town.clerk.post(
                "/api/admin/volunteers/" + this.id + "/certificates",
                Map.of(
                        "fromOn", this.clock.today().minusYears(1).toString(),
                        "untilOn", this.clock.today().toString()));
    }

    private HttpResponse<String> page(String number) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/certificates/" + number))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String child() {
        return this.jdbc.queryForObject(
                "SELECT c.name FROM child c JOIN wish w ON w.child_id = c.id LIMIT 1", String.class);
    }

    private static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
