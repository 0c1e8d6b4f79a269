package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** From registration to approval, and from what a child would like to its thanks. */
class WishJourneyTests extends AroundAWish {

    @Test
    @Clause("JB-53")
    @Clause("JS-21")
    void letsAVolunteerHelpOnceCheckedTrainedAndConfirmed() throws Exception {
        Phone phone = Phone.of(this.port, this.media, "文秀", "14000000001");
        assertThat(code(Volunteering.apply(phone, 1, Volunteering.idNumber(1)))).isEqualTo("PHONE_NUMBER_NEEDED");
        phone.verify();
        assertThat(code(Volunteering.apply(phone, 1, "110101198808081234"))).isEqualTo("ID_NUMBER_WRONG");
        Volunteering.register(phone, 1);
        JsonNode row = this.town.clerk.get(VOLUNTEERS).json().path("rows").get(0);
        assertThat(row.path("standing").asString()).isEqualTo("TO_CHECK");
        assertThat(row.path("name").asString()).isEqualTo("文○○");
        assertThat(row.toString()).doesNotContain(Volunteering.idNumber(1));
        String path = VOLUNTEERS + "/" + row.path("id").asLong();
        assertThat(code(this.town.clerk.post(path + "/confirmation", Map.of()))).isEqualTo("VOLUNTEER_NOT_READY");
        Volunteering.prepare(this.town.clerk, this.clock.today());
        assertThat(this.town.clerk.post(path + "/confirmation", Map.of()).status())
                .isEqualTo(204);
        assertThat(standing(path)).isEqualTo("HELPING");
        assertThat(phone.state("VOLUNTEER")).isEqualTo("CONFIRMED");

        this.clock.pass(Duration.ofDays(366));
        assertThat(phone.state("VOLUNTEER"))
                .as("a year later the check has run out")
                .isEqualTo("REVOKED");
        assertThat(standing(path)).isEqualTo("EXPIRED");
    }

    @Test
    @Clause("JS-22")
    @Clause("SG-18")
    void goesFromTheWordsOfAChildToItsThanks() throws Exception {
        long child = child();
        Phone volunteer = helping("文秀", 1);
        assertThat(volunteer.get("/api/phone/wishes").json()).isEmpty();
        long wish = propose(child, "一盏充电台灯", "晚上写作业，屋里灯有点暗");
        assertThat(code(this.town.clerk.post(WISHES + "/" + wish + "/publication", Map.of())))
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(this.town
                        .supervisor
                        .post(WISHES + "/" + wish + "/publication", Map.of())
                        .status())
                .isEqualTo(204);

        JsonNode onTheWall = volunteer.get("/api/phone/wishes").json().get(0);
        String name = this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, child);
        assertThat(onTheWall.toString())
                .doesNotContain(name)
                .doesNotContain("childId")
                .doesNotContain("村");
        JsonNode claimed =
                volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of()).json();
        assertThat(claimed.path("arrangeBy").asString())
                .isEqualTo(this.clock.today().plusDays(7).toString());
        assertThat(code(arrange(volunteer, wish, this.clock.today().plusDays(31))))
                .isEqualTo("DAY_TOO_LATE");
        assertThat(arrange(volunteer, wish, this.clock.today().plusDays(10))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ARRANGED");
        assertThat(volunteer
                        .put("/api/phone/wishes/" + wish + "/arrival", Map.of("on", today()))
                        .status())
                .as("whoever promised it does not say that it has arrived")
                .isEqualTo(404);

        Phone director = director();
        assertThat(director.put("/api/phone/wishes/" + wish + "/arrival", Map.of("on", today()))
                        .status())
                .isEqualTo(200);
        assertThat(code(director.put("/api/phone/wishes/" + wish + "/thanks", Map.of("text", "谢谢，我叫" + name))))
                .isEqualTo("WORDING_TELLS_TOO_MUCH");
        director.put("/api/phone/wishes/" + wish + "/thanks", Map.of("text", "灯很亮，谢谢你"));
        assertThat(volunteer
                        .get("/api/phone/wishes")
                        .json()
                        .get(0)
                        .path("thanks")
                        .asString(""))
                .as("nobody has reviewed them")
                .isEmpty();
        assertThat(this.town
                        .clerk
                        .get(WISHES + "?thanks=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        this.town.clerk.post(WISHES + "/" + wish + "/thanks/publication", Map.of());
        assertThat(volunteer
                        .get("/api/phone/wishes")
                        .json()
                        .get(0)
                        .path("thanks")
                        .asString())
                .isEqualTo("灯很亮，谢谢你");
        assertThat(this.town.clerk.get(WISHES + "/" + wish).json().path("steps"))
                .extracting(step -> step.path("step").asString())
                .containsExactly(
                        "PROPOSED", "PUBLISHED", "CLAIMED", "ARRANGED", "FULFILLED", "THANKED", "THANKS_SHOWN");
        assertThat(this.town.clerk.get(WISHES + "/months").json()).hasSize(3);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                this.town.clerk.download(WISHES + "/months/workbook?division=" + Town.CODE)))) {
            assertThat(book.getSheet("送到").getRow(0).getLastCellNum())
                    .as("a township, twelve months, all of them")
                    .isEqualTo((short) 14);
            assertThat(book.getSheet("送到").getRow(1).getCell(12).getNumericCellValue())
                    .as("this month")
                    .isEqualTo(1);
        }
        assertThat(this.town
                        .clerk
                        .get(WISHES + "/months/workbook?division=511304115")
                        .status())
                .as("of another place")
                .isEqualTo(404);

        long again = propose(child, "一盏台灯", "旧的坏了");
        assertThat(this.town.clerk.get(WISHES + "/" + again).json().path("grantedBefore"))
                .as("something like it was granted before")
                .hasSize(1);
    }

    @Test
    @Clause("JS-22")
    void givesThePairedFamilyTheFirstTwoDays() throws Exception {
        Town.Match match = this.town.match("suitable", any -> true);
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/pairings",
                                Map.of("childId", match.child(), "familyId", match.family(), "startsOn", today()))
                        .status())
                .isEqualTo(201);
        Phone volunteer = helping("文秀", 1);
        Phone family = Phone.of(
                this.port,
                this.media,
                "结对干部",
                Roster.phoneOfCadre(match.candidate().path("cadreName").asString()));
        family.verify();
        confirm("CADRE_FAMILY");
        long wish = publish(propose(match.child(), "一本厚的字典", "老师说查字典学得快"));
        assertThat(volunteer.get("/api/phone/wishes").json()).isEmpty();
        assertThat(code(volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of())))
                .isEqualTo("WISH_NOT_YET");
        JsonNode first = family.get("/api/phone/wishes").json().get(0);
        assertThat(first.path("ofMyChild").asBoolean()).isTrue();
        assertThat(first.path("familyUntil").isNull()).isFalse();
        this.clock.pass(Duration.ofHours(49));
        assertThat(volunteer.get("/api/phone/wishes").json()).hasSize(1);
        assertThat(family.post("/api/phone/wishes/" + wish + "/claim", Map.of()).status())
                .isEqualTo(200);
        assertThat(code(volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of())))
                .isEqualTo("WISH_TAKEN");
    }

    @Test
    void putsAWishBackThatNobodyArrangesInTime() throws Exception {
        Phone volunteer = helping("文秀", 1);
        long wish = publish(propose(child(), "一副乒乓球拍", "学校有球台，自己没有拍子"));
        volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of());
        this.clock.pass(Duration.ofDays(7));
        this.wishClock.tick();
        assertThat(state(wish)).as("the seventh day is still in time").isEqualTo("CLAIMED");
        this.clock.pass(Duration.ofDays(1));
        this.wishClock.tick();
        this.wishClock.tick();
        assertThat(state(wish)).isEqualTo("OPEN");
        assertThat(this.jdbc.queryForList("SELECT outcome FROM wish_claim", String.class))
                .containsExactly("EXPIRED");
        assertThat(volunteer
                        .post("/api/phone/wishes/" + wish + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Clause("JB-53")
    void letsAVolunteerHelpInSeveralPlacesEachApprovedByItself() throws Exception {
        Phone volunteer = helping("文秀", 1);
        String other = this.jdbc.queryForObject(
                "SELECT MIN(code) FROM division WHERE code LIKE '511304%' AND level = 'TOWNSHIP' AND code <> ?",
                String.class, Town.CODE);
        assertThat(volunteer
                        .get("/api/phone/volunteer/townships?q=%E9%87%91%E5%AE%9D")
                        .json())
                .as("found by its name")
                .extracting(place -> place.path("code").asString())
                .contains(Town.CODE);
        assertThat(volunteer
                        .put("/api/phone/volunteer/places/" + other, Map.of())
                        .json()
                        .path("places"))
                .extracting(place -> place.path("state").asString())
                .containsExactly("CONFIRMED", "REQUESTED");
        assertThat(volunteer.put("/api/phone/volunteer/places/511", Map.of()).status())
                .as("no township")
                .isEqualTo(400);
        long id = this.town.clerk.get(VOLUNTEERS).json().at("/rows/0/id").asLong();
        assertThat(this.town.clerk.get(VOLUNTEERS + "/" + id).json().path("places"))
                .as("each place sees its own")
                .hasSize(1);
        ConsoleClient county = withApp("zy.jialing");
        JsonNode places = county.get(VOLUNTEERS + "/" + id).json().path("places");
        assertThat(places).hasSize(2);
        assertThat(county.get(VOLUNTEERS).json().at("/rows/0/asking").asInt()).isEqualTo(1);
        long tie = this.jdbc.queryForObject(
                "SELECT id FROM membership WHERE division_code = ? AND kind = 'VOLUNTEER'", Long.class, other);
        assertThat(county.post("/api/admin/memberships/" + tie + "/confirmation", Map.of())
                        .status())
                .isEqualTo(204);
        long wish = publish(propose(child(), "一副羽毛球拍", "想和同学打球"));
        volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of());
        assertThat(volunteer.delete("/api/phone/volunteer/places/" + Town.CODE).status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> state(wish).equals("OPEN"));
        assertThat(volunteer.get("/api/phone/wishes").json())
                .as("nor the wall of it")
                .isEmpty();
        assertThat(volunteer.get("/api/phone/volunteer").json().path("places"))
                .extracting(place -> place.path("state").asString())
                .containsExactly("REVOKED", "CONFIRMED");
    }

    @Test
    void writesAgainOnThePhoneWhatWasGivenBack() throws Exception {
        Phone director = director();
        long child = child();
        String path = "/api/phone/wishes/of-child/" + child;
        Map<String, Object> first = Map.of("kind", "THING", "what", "一本书", "why", "想看");
        long wish = director.post(path, first).json().path("id").asLong();
        this.town.clerk.post(WISHES + "/" + wish + "/return", Map.of("reason", "哪本书"));
        JsonNode returned = director.get(path).json().get(0);
        assertThat(returned.path("returnedFor").asString()).isEqualTo("哪本书");
        JsonNode again = director.post(path, Map.of("kind", "THING", "what", "一本《西游记》", "why", "想看孙悟空"))
                .json();
        assertThat(again.path("id").asLong()).isEqualTo(wish);
        assertThat(again.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(code(director.post(path, first))).as("one at a time").isEqualTo("ALREADY_THERE");
    }

    @Test
    void putsAPromiseBackWhenThePlaceWithdrawsItsTieAlthoughAnotherPlaceKeepsIts() throws Exception {
        Phone volunteer = helping("文秀", 1);
        long wish = publish(propose(child(), "一副跳绳", "想和同学一起跳"));
        volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of());
        this.jdbc.update("INSERT INTO membership (phone_account_id, kind, division_code, state, requested_at)"
                + " SELECT phone_account_id, 'VOLUNTEER', '511304115', 'CONFIRMED', requested_at FROM membership");
        this.wishClock.tick();
        assertThat(state(wish)).as("both places let her help").isEqualTo("CLAIMED");
        this.jdbc.update("UPDATE membership SET state = 'REVOKED' WHERE division_code = ?", Town.CODE);
        this.wishClock.tick();
        assertThat(state(wish)).isEqualTo("OPEN");
    }

    @Test
    void letsNobodySayThatTheOwnPromiseHasArrived() throws Exception {
        Phone director = director();
        Volunteering.register(director, 3);
        Volunteering.prepare(this.town.clerk, this.clock.today());
        confirm("VOLUNTEER");
        long wish = publish(propose(child(), "一盒彩纸", "想折纸"));
        assertThat(director.post("/api/phone/wishes/" + wish + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(code(director.put("/api/phone/wishes/" + wish + "/arrival", Map.of("on", today()))))
                .isEqualTo("NEEDS_ANOTHER_PERSON");
    }

    @Test
    void takesAccessAndPromisesFromWhoeverIsComplainedAbout() throws Exception {
        Phone volunteer = helping("文秀", 1);
        long wish = publish(propose(child(), "一个保温水杯", "冬天想喝上热水"));
        volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of());
        long id = this.town.clerk.get(VOLUNTEERS).json().at("/rows/0/id").asLong();
        this.town.clerk.post(VOLUNTEERS + "/" + id + "/complaints", Map.of("about", "在门口等孩子放学"));
        assertThat(volunteer.get("/api/phone/wishes").json())
                .as("at once; the promise itself may still be listed to nobody")
                .allMatch(any -> any.path("mine").asBoolean());
        await().atMost(Duration.ofSeconds(10)).until(() -> state(wish).equals("OPEN"));
        long complaint = this.town
                .clerk
                .get(COMPLAINTS + "?volunteer=" + id)
                .json()
                .at("/rows/0/id")
                .asLong();
        Map<String, Object> unfounded = Map.of("founded", false, "reason", "那天是去接自己的孩子");
        assertThat(code(settle(this.town.clerk, complaint, unfounded))).isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(settle(this.town.supervisor, complaint, unfounded).status()).isEqualTo(204);
        assertThat(volunteer
                        .post("/api/phone/wishes/" + wish + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Clause("GD-76")
    void refusesWordsThatTellWhoTheChildIs() throws Exception {
        long child = child();
        String name = this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, child);
        for (String why : List.of("我是" + name, "困 境 儿童想要", "打 14082914045 找我爸爸", "送到" + village(child))) {
            assertThat(code(ask(child, "一套水彩笔", why))).as(why).isEqualTo("WORDING_TELLS_TOO_MUCH");
        }
        assertThat(code(ask(child, "一套水彩笔", "想参加画画比赛", 2001))).isEqualTo("INVALID_REQUEST");
        assertThat(ask(child, "一套水彩笔", "想参加画画比赛").status()).isEqualTo(201);
        assertThat(code(ask(child, "一条围巾", "冬天冷"))).as("one at a time").isEqualTo("ALREADY_THERE");
    }

    @Test
    void changesOnlyWhatNobodyHasPromised() throws Exception {
        Phone volunteer = helping("文秀", 1);
        long wish = publish(propose(child(), "一个新书包", "现在的书包带子断了"));
        JsonNode read = this.town.clerk.get(WISHES + "/" + wish).json().path("wish");
        Map<String, Object> other =
                Map.of("version", read.path("version").asInt(), "kind", "THING", "what", "一个蓝书包", "why", "带子断了");
        assertThat(this.town
                        .clerk
                        .send("PUT", WISHES + "/" + wish, other)
                        .json()
                        .at("/wish/state")
                        .asString())
                .as("it is reviewed again")
                .isEqualTo("PROPOSED");
        assertThat(code(this.town.clerk.send("PUT", WISHES + "/" + wish, other)))
                .isEqualTo("STALE");
        publish(wish);
        volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of());
        int version = this.town
                .clerk
                .get(WISHES + "/" + wish)
                .json()
                .at("/wish/version")
                .asInt();
        assertThat(code(this.town.clerk.send(
                        "PUT",
                        WISHES + "/" + wish,
                        Map.of("version", version, "kind", "THING", "what", "鞋", "why", "冷"))))
                .isEqualTo("WISH_MOVED_ON");
        assertThat(this.town
                        .clerk
                        .post(WISHES + "/" + wish + "/cancellation", Map.of("reason", "邻居送了一个"))
                        .status())
                .isEqualTo(204);
        assertThat(this.jdbc.queryForList("SELECT outcome FROM wish_claim", String.class))
                .containsExactly("CANCELLED");
    }
}
