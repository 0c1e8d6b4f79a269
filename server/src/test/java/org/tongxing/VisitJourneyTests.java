package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.tongxing.PhoneCast.TODAY;
import static org.tongxing.PhoneForms.fields;
import static org.tongxing.PhoneForms.key;
import static org.tongxing.PhoneForms.tried;
import static org.tongxing.PhoneForms.visit;
import static org.tongxing.PhoneForms.with;
import static org.tongxing.PhoneUser.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.PhoneCast.Part;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.contract.ChildEndpoint.FacetView;
import org.tongxing.contract.DraftEndpoint.DraftKind;
import org.tongxing.contract.DraftEndpoint.DraftRequest;
import org.tongxing.contract.NeedEndpoint.ChildNeedView;
import org.tongxing.contract.NeedEndpoint.NeedAgain;
import org.tongxing.contract.NeedEndpoint.NeedRequest;
import org.tongxing.contract.NeedEndpoint.NeedState;
import org.tongxing.contract.NeedEndpoint.PlainNeed;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.FoundNeed;
import org.tongxing.contract.VisitContent.SafetyFinding;
import org.tongxing.contract.VisitContent.SafetyItem;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitEndpoint.ConfirmationRequest;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.contract.VisitEndpoint.SetAsideCause;
import org.tongxing.contract.VisitEndpoint.SetAsideState;
import org.tongxing.contract.VisitEndpoint.VisitView;
import org.tongxing.contract.VisitEndpoint.WordsRequest;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.AdoptionChanged;
import tools.jackson.databind.JsonNode;

/** Visits from the first tap to the thank-you, through the contract's own interfaces. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-visits-${random.uuid}",
            "tongxing.sandbox.sample=accounts"
        })
@Import(MovableClock.OnADayInJanuary.class)
class VisitJourneyTests {

    private static final String LONG_NOTE = "小满长高了，数学作业自己写完了，奶奶血压有点高，约好下周一起去卫生院看看";
    private static PhoneCast cast;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${tongxing.media.directory}")
    private Path media;

    @Autowired
    private MovableClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationEventPublisher events;

    private PhoneUser family;

    @BeforeEach
    void gather() throws Exception {
        this.clock.goTo(TODAY);
        if (cast == null || cast.port != this.port) {
            cast = PhoneCast.of(this.port, this.media, this.jdbc);
        }
        this.family = cast.as(Part.FAMILY);
    }

    @AfterEach
    void forgetVisits() {
        for (String table : List.of(
                "visit_signal",
                "visit_release",
                "visit_remark",
                "visit_confirmation",
                "visit_promise",
                "visit_safety",
                "visit_child",
                "visit",
                "visit_set_aside_child",
                "visit_set_aside",
                "difficulty_step",
                "difficulty_child",
                "difficulty",
                "case_facet",
                "board_need",
                "phone_draft")) {
            this.jdbc.update("DELETE FROM " + table);
        }
        this.jdbc.update("DELETE FROM pairing WHERE child_id IN (?, ?)", cast.child, cast.sibling);
        cast.pair(cast.child, cast.family, TODAY.minusDays(100), null);
        cast.pair(cast.sibling, cast.family, TODAY.minusDays(100), null);
    }

    @Test
    @Clause("JB-42")
    @Clause("JB-43")
    @Clause("SG-15")
    void recordsOneVisitForBothChildrenWithEverythingThatFollowsFromIt() {
        VisitRequest form = with(
                visit(Set.of(cast.child, cast.sibling), TODAY, LONG_NOTE),
                fields(
                        "went", Set.of("MYSELF", "FAMILY_MEMBER"),
                        "guardianTopics", Set.of("FIRE"),
                        "safety",
                                List.of(
                                        Map.of("item", SafetyItem.ELECTRICITY, "finding", SafetyFinding.FINE),
                                        Map.of(
                                                "item",
                                                SafetyItem.GAS,
                                                "finding",
                                                SafetyFinding.REPORTED,
                                                "words",
                                                "胶管老化")),
                        "children",
                                List.of(Map.of(
                                        "childId",
                                        cast.child,
                                        "facets",
                                        List.of(Map.of("facet", "HOBBIES", "words", "爱画画")))),
                        "promises",
                                List.of(Map.of(
                                        "words",
                                        "带一本字典来",
                                        "dueOn",
                                        TODAY.plusDays(14).toString())),
                        "difficulties", List.of(Map.of("kind", "EDUCATION", "words", "没有书桌", "who", "镇教育办"))));
        long id = this.family.visits.record(key(), form).id();

        VisitView read = this.family.visits.get(id);
        assertThat(read.words()).isEqualTo(LONG_NOTE);
        assertThat(read.childIds()).containsExactlyInAnyOrder(cast.child, cast.sibling);
        assertThat(read.mine()).isTrue();
        assertThat(this.family.visits.ofChild(cast.sibling))
                .extracting(VisitView::id)
                .containsExactly(id);
        assertThat(this.jdbc.queryForList("SELECT note_sealed FROM visit", String.class))
                .as("what was written is sealed")
                .noneMatch(sealedText -> sealedText.contains("小满"));

        var brief = this.family.children.brief(cast.child);
        assertThat(brief.since()).isEqualTo(TODAY);
        assertThat(brief.siblingIds()).containsExactly(cast.sibling);
        assertThat(brief.promises()).extracting("words").containsExactly("带一本字典来");
        assertThat(brief.difficulties()).extracting("words").containsExactlyInAnyOrder("没有书桌", "用气有隐患，当场除不掉：胶管老化");
        assertThat(brief.facets())
                .filteredOn(facet -> facet.facet().equals("HOBBIES"))
                .extracting("words")
                .containsExactly("爱画画");
        assertThat(brief.topics()).hasSize(3);
        assertThat(brief.season().title()).as("it is June").isEqualTo("防溺水");
        assertThat(brief.livesWith()).isNotBlank();
        assertThat(this.family.home.home().children())
                .filteredOn(child -> child.id() == cast.sibling)
                .extracting("visitsThisYear")
                .containsExactly(1);
    }

    @Test
    void keepsAPromiseOnTheNextVisit() {
        this.family.visits.record(
                key(),
                with(visit(cast.child, TODAY.minusDays(3)), fields("promises", List.of(Map.of("words", "带一本字典来")))));
        long promise = this.family.children.brief(cast.child).promises().get(0).id();
        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("keptPromiseIds", Set.of(promise))));
        assertThat(this.family.children.brief(cast.child).promises()).isEmpty();
    }

    @Test
    void answersTheSameVisitHoweverOftenItIsSent() {
        String key = key();
        VisitRequest form = visit(cast.child, TODAY);
        long id = this.family.visits.record(key, form).id();
        assertThat(this.family.visits.record(key, form).id()).isEqualTo(id);
        assertThat(this.family
                        .visits
                        .record(key.toUpperCase(java.util.Locale.ROOT), form)
                        .id())
                .isEqualTo(id);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM visit", Integer.class))
                .isOne();
    }

    @Test
    void setsOtherContentUnderTheSameKeyAsideAndOverwritesNothing() throws Exception {
        String key = key();
        long id = this.family
                .visits
                .record(key, visit(Set.of(cast.child), TODAY, "先写的"))
                .id();
        VisitRequest later = visit(Set.of(cast.child), TODAY, "后写的");
        assertThat(refused(() -> this.family.visits.record(key, later))).isEqualTo(ProblemCode.VISIT_SET_ASIDE);
        assertThat(refused(() -> this.family.visits.record(key, later)))
                .as("sent again it waits once")
                .isEqualTo(ProblemCode.VISIT_SET_ASIDE);

        var inbox = this.family.visits.setAside();
        assertThat(inbox).hasSize(1);
        assertThat(inbox.get(0).cause()).isEqualTo(SetAsideCause.SAME_KEY_OTHER_CONTENT);
        assertThat(inbox.get(0).visitId()).isEqualTo(id);
        assertThat(inbox.get(0).text()).contains("另存");
        assertThat(this.family.home.home().setAside()).isOne();
        assertThat(this.family.visits.get(id).words()).isEqualTo("先写的");

        JsonNode row = cast.town
                .supervisor
                .get("/api/admin/set-aside-visits?division=" + Town.CODE)
                .json()
                .get(0);
        assertThat(row.path("note").asString()).isEqualTo("后写的");
        var recorded = cast.town.supervisor.post(
                "/api/admin/set-aside-visits/" + row.path("id").asLong() + "/recording", Map.of());
        assertThat(recorded.status()).isEqualTo(201);
        assertThat(this.family.visits.ofChild(cast.child))
                .extracting(VisitView::words)
                .containsExactlyInAnyOrder("先写的", "后写的");
        assertThat(this.family.visits.setAside().get(0).state()).isEqualTo(SetAsideState.RECORDED);
    }

    @Test
    void acceptsAVisitMadeWhileThePairingHeldHoweverLateItIsSent() {
        cast.end(cast.child, TODAY.minusDays(5));
        cast.end(cast.sibling, TODAY.minusDays(5));
        assertThat(this.family
                        .visits
                        .record(key(), visit(cast.child, TODAY.minusDays(6)))
                        .id())
                .isPositive();
        assertThat(refused(() -> this.family.visits.record(key(), visit(cast.child, TODAY.minusDays(5)))))
                .as("on the day it had ended")
                .isEqualTo(ProblemCode.VISIT_SET_ASIDE);
        assertThat(this.family.visits.setAside().get(0).cause()).isEqualTo(SetAsideCause.NOT_PAIRED_THAT_DAY);
        assertThat(refused(() -> this.family.visits.record(key(), visit(cast.otherChild, TODAY))))
                .as("a child that was never theirs")
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    @Clause("JB-40")
    void closesTheBookForTheOldFamilyAndOpensOnlyReleasedPagesToTheNewOne() throws Exception {
        long id = this.family
                .visits
                .record(key(), visit(Set.of(cast.child), TODAY.minusDays(10), LONG_NOTE))
                .id();
        cast.end(cast.child, TODAY.minusDays(2));
        cast.pair(cast.child, cast.otherFamily, TODAY.minusDays(2), null);
        PhoneUser successor = cast.as(Part.OTHER_FAMILY);

        assertThat(refused(() -> this.family.visits.ofChild(cast.child))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refused(() -> this.family.visits.get(id))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refused(() -> this.family.children.brief(cast.child))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(successor.visits.ofChild(cast.child)).isEmpty();
        assertThat(successor.children.brief(cast.child).handOver()).contains("怕狗");

        var released = cast.town.supervisor.send(
                "PUT",
                "/api/admin/visits/" + id + "/releases/" + cast.child + "/FAMILY",
                Map.of("words", "喜欢数学，奶奶血压高", "withPhotos", false));
        assertThat(released.status()).isEqualTo(204);
        VisitView page = successor.visits.ofChild(cast.child).get(0);
        assertThat(page.words()).isEqualTo("喜欢数学，奶奶血压高");
        assertThat(page.mine()).isFalse();
        assertThat(page.remarks()).isEmpty();
        cast.town.supervisor.delete("/api/admin/visits/" + id + "/releases/" + cast.child + "/FAMILY");
        assertThat(successor.visits.ofChild(cast.child)).isEmpty();
        assertThat(this.jdbc.queryForObject("SELECT family_id FROM visit WHERE id = ?", Long.class, id))
                .as("credit stays with who did the work")
                .isEqualTo(cast.family);
    }

    @Test
    void confirmsAtHomeAsksBackAndThanks() throws Exception {
        long id = this.family
                .visits
                .record(key(), visit(Set.of(cast.child), TODAY, LONG_NOTE))
                .id();
        PhoneUser grandmother = cast.as(Part.CAREGIVER);
        assertThat(grandmother.visits.toConfirm()).extracting("id").containsExactly(id);
        assertThat(grandmother.home.home().toConfirm()).isPositive();
        assertThat(grandmother.visits.ofChild(cast.child))
                .as("what was written is not hers to read")
                .isEmpty();
        grandmother.visits.confirm(id, new ConfirmationRequest(true));
        grandmother.visits.confirm(id, new ConfirmationRequest(false));
        assertThat(grandmother.visits.toConfirm()).isEmpty();
        assertThat(this.family.visits.get(id).confirmed())
                .as("what was said first stays")
                .isTrue();

        assertThat(cast.town
                        .supervisor
                        .post("/api/admin/visits/" + id + "/remarks", Map.of("kind", "QUESTION", "words", "奶奶去卫生院了吗"))
                        .status())
                .isEqualTo(201);
        assertThat(this.family.home.home().questions()).isOne();
        this.family.visits.answer(id, new WordsRequest("去了，药也拿了"));
        assertThat(this.family.home.home().questions()).isZero();
        cast.town.supervisor.post("/api/admin/visits/" + id + "/remarks", Map.of("kind", "THANKS"));
        assertThat(this.family.visits.get(id).remarks())
                .extracting("kind")
                .containsExactly(RemarkKind.THANKS, RemarkKind.QUESTION, RemarkKind.ANSWER, RemarkKind.THANKS);
        JsonNode file = cast.town.clerk.get("/api/admin/visits/" + id).json();
        assertThat(file.path("note").asString()).isEqualTo(LONG_NOTE);
        assertThat(file.path("remarks").get(2).path("byVisitor").asBoolean()).isTrue();
        assertThat(file.at("/visit/children/0/name").asString()).endsWith("○○");
    }

    @Test
    @Clause("JB-29")
    void countsInTheRegisterOnlyVisitsThatMetTheChildThisYear() throws Exception {
        this.family.visits.record(key(), visit(cast.child, TODAY));
        this.family.visits.record(key(), tried(cast.child, TODAY));
        ExportDesk desk = new ExportDesk(cast.town.clerk);
        String name = this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, cast.child);
        assertThat(ExportDesk.children(desk.open(desk.make(ExportDesk.named(Town.CODE, TODAY.toString())))))
                .filteredOn(row -> row.get("姓名").equals(name))
                .extracting(row -> row.get("今年走访"))
                .containsExactly("1");
    }

    @Test
    void recordsAnAttemptAsEffortAndNotAsAVisit() throws Exception {
        long id = this.family.visits.record(key(), tried(cast.child, TODAY)).id();
        assertThat(this.family.visits.get(id).outcome()).isEqualTo(VisitOutcome.TRIED);
        assertThat(this.family.home.home().children())
                .filteredOn(child -> child.id() == cast.child)
                .extracting("visitsThisYear")
                .containsExactly(0);
        assertThat(cast.as(Part.CAREGIVER).visits.toConfirm()).isEmpty();
        assertThat(refused(() ->
                        this.family.visits.record(key(), with(tried(cast.child, TODAY), fields("condition", "WELL")))))
                .as("nobody met, hence nobody seen")
                .isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(refused(() ->
                        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("condition", null)))))
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    @Clause("SV-15")
    void letsDirectorAndSupervisorVisitInTheirOwnNameAndPlace() {
        PhoneUser director = cast.as(Part.DIRECTOR);
        this.family.visits.record(key(), visit(Set.of(cast.child), TODAY.minusDays(1), LONG_NOTE));
        long id = director.visits
                .record(key(), visit(Set.of(cast.child), TODAY, "看了作业"))
                .id();
        assertThat(director.visits.get(id).as()).isEqualTo(TieKind.CHILD_DIRECTOR);
        assertThat(director.visits.get(id).by()).isEqualTo("唐欣");
        assertThat(director.visits.ofChild(cast.child))
                .as("a director reads all of the village")
                .hasSize(2);
        assertThat(this.family.visits.ofChild(cast.child))
                .as("a family reads its own")
                .hasSize(1);
        assertThat(this.family.children.brief(cast.child).changes())
                .extracting("text")
                .contains("唐欣去看过");
        assertThat(refused(() -> cast.as(Part.OTHER_DIRECTOR).visits.record(key(), visit(cast.child, TODAY))))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(cast.as(Part.SUPERVISOR)
                        .visits
                        .record(key(), visit(cast.otherChild, TODAY))
                        .id())
                .isPositive();
        assertThat(director.children.mine(null, 1)).extracting("id").contains(cast.child, cast.sibling);
    }

    @Test
    @Clause("JB-45")
    @Clause("JB-39")
    void followsADifficultyUntilItIsSolved() throws Exception {
        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("difficulty", "棉鞋小了")));
        var open = this.family.difficulties.ofChild(cast.child).get(0);
        assertThat(open.kind()).as("somebody classifies it later").isNull();
        JsonNode row = cast.town
                .supervisor
                .get("/api/admin/difficulties?division=" + Town.CODE + "&unsorted=true")
                .json()
                .path("rows")
                .get(0);
        String path = "/api/admin/difficulties/" + open.id();
        Map<String, Object> assignment = Map.of(
                "kind",
                "MONEY",
                "service",
                "BASIC_SECURITY",
                "plan",
                "周五前买一双",
                "who",
                "李萍",
                "until",
                TODAY.minusDays(1).toString(),
                "version",
                row.path("version").asInt());
        assertThat(cast.town
                        .supervisor
                        .send("PUT", path + "/assignment", assignment)
                        .status())
                .isEqualTo(204);
        assertThat(cast.town
                        .supervisor
                        .send("PUT", path + "/assignment", assignment)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("STALE");
        assertThat(cast.town
                        .clerk
                        .get("/api/admin/difficulties?division=" + Town.CODE + "&overdue=true")
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
        this.family.difficulties.step(open.id(), new WordsRequest("量了脚，36 码"));
        this.family.difficulties.solve(open.id(), new org.tongxing.contract.DifficultyEndpoint.SolutionRequest("穿上了"));
        assertThat(refused(() -> this.family.difficulties.solve(
                        open.id(), new org.tongxing.contract.DifficultyEndpoint.SolutionRequest("再一次"))))
                .isEqualTo(ProblemCode.ALREADY_DECIDED);
        var solved = this.family.difficulties.ofChild(cast.child).get(0);
        assertThat(solved.solved()).isTrue();
        assertThat(solved.effect()).isEqualTo("穿上了");
        assertThat(solved.steps()).hasSize(2);
        assertThat(refused(() -> cast.as(Part.OTHER_FAMILY).difficulties.step(open.id(), new WordsRequest("x"))))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void keepsDraftsSealedOneRevisionAfterTheOtherUntilTheyAreSent() {
        String key = key();
        var first = this.family.drafts.keep(key, new DraftRequest(DraftKind.VISIT, "{\"note\":\"小满\"}", null));
        assertThat(first.revision()).isOne();
        var second = this.family.drafts.keep(key, new DraftRequest(DraftKind.VISIT, "{\"note\":\"小满好\"}", 1));
        assertThat(refused(() -> this.family.drafts.keep(key, new DraftRequest(DraftKind.VISIT, "{}", 1))))
                .as("another phone was faster")
                .isEqualTo(ProblemCode.STALE);
        assertThat(this.family.drafts.mine()).extracting("content").containsExactly(second.content());
        assertThat(cast.as(Part.OTHER_FAMILY).drafts.mine()).isEmpty();
        assertThat(this.jdbc.queryForObject("SELECT content_sealed FROM phone_draft", String.class))
                .doesNotContain("小满");
        this.family.visits.record(key, visit(cast.child, TODAY));
        assertThat(this.family.drafts.mine()).isEmpty();
    }

    @Test
    @Clause("JB-50")
    void tellsTheVillageOfADutyNotDoneAndRecordsTheTalk() throws Exception {
        this.family.visits.record(
                key(), with(visit(cast.child, TODAY), fields("neglect", Map.of("by", "PARENTS", "words", "三个月没有联系"))));
        String list = "/api/admin/admonitions?division=" + Town.CODE;
        await().atMost(Duration.ofSeconds(10))
                .until(() -> cast.town.clerk.get(list).json().size() == 1);
        long id = cast.town.clerk.get(list).json().get(0).path("id").asLong();
        assertThat(cast.town
                        .supervisor
                        .post(
                                "/api/admin/admonitions/" + id + "/outcome",
                                Map.of("on", TODAY.toString(), "words", "电话里谈过，答应每周打一次"))
                        .status())
                .isEqualTo(204);
        assertThat(cast.town.clerk.get(list).json()).isEmpty();
    }

    @Test
    void putsOffAVisitThatCannotBeLookedAtAndKeepsNoOtherWaiting() throws Exception {
        long broken = this.family.visits.record(key(), visit(cast.child, TODAY)).id();
        long sound =
                this.family.visits.record(key(), visit(cast.sibling, TODAY)).id();
        String waiting = "SELECT COUNT(*) FROM unexamined_visit WHERE visit_id IN (?, ?)";
        await().until(() -> this.jdbc.queryForObject(waiting, Integer.class, broken, sound) == 0);
        this.jdbc.update("UPDATE visit SET place_sealed = 'broken', placed_at = recorded_at WHERE id = ?", broken);
        this.jdbc.update("INSERT INTO unexamined_visit (visit_id) VALUES (?), (?)", broken, sound);
        await().untilAsserted(() -> assertThat(this.jdbc.queryForList(
                        "SELECT CONCAT(visit_id, CASE WHEN due_at > recorded_at THEN ' later' ELSE '' END)"
                                + " FROM unexamined_visit JOIN visit ON visit.id = visit_id",
                        String.class))
                .containsExactly(broken + " later"));
        this.jdbc.update("DELETE FROM unexamined_visit");
    }

    @Test
    @Clause("JB-57")
    void asksASupervisorAboutCopiedWordsAndNeverAboutAnAttempt() throws Exception {
        this.family.visits.record(key(), visit(Set.of(cast.child), TODAY.minusDays(40), LONG_NOTE));
        long copied = this.family
                .visits
                .record(key(), visit(Set.of(cast.child), TODAY, LONG_NOTE + "。"))
                .id();
        this.family.visits.record(key(), with(tried(cast.child, TODAY), fields("note", LONG_NOTE)));
        String list = "/api/admin/visits?asked=true&division=" + Town.CODE;
        await().atMost(Duration.ofSeconds(10))
                .until(() -> cast.town.clerk.get(list).json().path("total").asInt() == 1);
        JsonNode row = cast.town.clerk.get(list).json().path("rows").get(0);
        assertThat(row.path("id").asLong()).isEqualTo(copied);
        JsonNode signal = row.path("signals").get(0);
        assertThat(signal.path("kind").asString()).isEqualTo("COPIED_TEXT");
        assertThat(signal.path("question").asString()).endsWith("吗");
        String answer = "/signals/" + signal.path("id").asLong() + "/answer";
        Map<String, Object> words = Map.of("words", "问过了，情况没变");
        long other =
                this.family.visits.record(key(), visit(cast.sibling, TODAY)).id();
        assertThat(cast.town
                        .supervisor
                        .post("/api/admin/visits/" + other + answer, words)
                        .status())
                .as("a question about another visit")
                .isEqualTo(404);
        assertThat(cast.town
                        .supervisor
                        .post("/api/admin/visits/" + copied + answer, words)
                        .status())
                .isEqualTo(204);
        assertThat(cast.town
                        .supervisor
                        .post("/api/admin/visits/" + copied + answer, words)
                        .status())
                .as("answered already")
                .isEqualTo(409);
        assertThat(cast.town.clerk.get(list).json().path("total").asInt()).isZero();
    }

    @Test
    void letsParentsReadWhatWasReleasedToThemAndNothingElse() throws Exception {
        long id = this.family
                .visits
                .record(key(), visit(Set.of(cast.child), TODAY, LONG_NOTE))
                .id();
        PhoneUser father = cast.as(Part.PARENT);
        assertThat(father.visits.ofChild(cast.child)).isEmpty();
        cast.town.supervisor.send(
                "PUT",
                "/api/admin/visits/" + id + "/releases/" + cast.child + "/PARENT",
                Map.of("words", "小满挺好，讲了防溺水", "withPhotos", true));
        assertThat(father.visits.ofChild(cast.child))
                .extracting(VisitView::words)
                .containsExactly("小满挺好，讲了防溺水");
        assertThat(father.visits.get(id).remarks()).isEmpty();
        assertThat(refused(() -> cast.as(Part.RESTRAINED_PARENT).visits.ofChild(cast.child)))
                .as("a restrained parent gets nothing")
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    @Clause("JB-37")
    void setsAsideWhatOthersWroteOverMeanwhileAndRecordsTheVisit() throws Exception {
        writeAtTheDesk("爱画画");
        long seen = hobbies(this.family).revision();
        writeAtTheDesk("爱踢球");
        VisitRequest late = with(visit(Set.of(cast.child), TODAY, LONG_NOTE), fields("children", hobby("爱唱歌", seen)));
        String key = key();
        long id = this.family.visits.record(key, late).id();
        assertThat(this.family.visits.record(key, late).id())
                .as("sent again it waits once")
                .isEqualTo(id);
        assertThat(hobbies(this.family).words()).as("nothing is overwritten").isEqualTo("爱踢球");
        var inbox = this.family.visits.setAside();
        assertThat(inbox).hasSize(1);
        assertThat(inbox.get(0).cause()).isEqualTo(SetAsideCause.FACET_CHANGED);
        assertThat(inbox.get(0).visitId()).isEqualTo(id);
        assertThat(inbox.get(0).text()).startsWith("走访记上了");

        JsonNode row = waiting().get(0);
        assertThat(row.path("columns").get(0).path("words").asString()).isEqualTo("爱唱歌");
        assertThat(row.path("columns").get(0).path("label").asString()).isEqualTo("个人爱好");
        cast.town.supervisor.post(
                "/api/admin/set-aside-visits/" + row.path("id").asLong() + "/recording", Map.of());
        assertThat(hobbies(this.family).words()).as("a person has decided").isEqualTo("爱唱歌");
        assertThat(this.family.visits.ofChild(cast.child)).as("still one visit").hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void takesTheOwnSecondWordsAndThoseOfAnOldPhoneAsTheyCome() throws Exception {
        long seen = hobbies(this.family).revision();
        assertThat(seen).as("nobody wrote yet").isZero();
        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("children", hobby("爱画画", seen))));
        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("children", hobby("爱画画和唱歌", seen))));
        assertThat(hobbies(this.family).words()).isEqualTo("爱画画和唱歌");
        writeAtTheDesk("爱踢球");
        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("children", hobby("爱踢球", seen))));
        this.family.visits.record(key(), with(visit(cast.child, TODAY), fields("children", hobby("爱下棋", null))));
        assertThat(hobbies(this.family).words()).isEqualTo("爱下棋");
        assertThat(this.family.visits.setAside()).isEmpty();
    }

    @Test
    void listsVisitsByFamilyAndByWhatWaitsForAnAnswer() throws Exception {
        long id = this.family.visits.record(key(), visit(cast.child, TODAY)).id();
        cast.as(Part.OTHER_FAMILY).visits.record(key(), visit(cast.otherChild, TODAY));
        String list = "/api/admin/visits?division=" + Town.CODE;
        assertThat(total(list)).isEqualTo(2);
        assertThat(total(list + "&family=" + cast.family)).isOne();
        assertThat(total(list + "&child=" + cast.otherChild)).isOne();
        assertThat(total(list + "&askedBack=true")).isZero();
        cast.town.supervisor.post("/api/admin/visits/" + id + "/remarks", Map.of("kind", "QUESTION", "words", "作业呢"));
        assertThat(total(list + "&askedBack=true")).isOne();
        assertThat(cast.town
                        .clerk
                        .get(list + "&family=" + cast.family)
                        .json()
                        .at("/rows/0/askedBack")
                        .asBoolean())
                .isTrue();
        this.family.visits.answer(id, new WordsRequest("写完了"));
        assertThat(total(list + "&askedBack=true")).isZero();
    }

    @Test
    void judgesWhatIsPastByTheClockOfTheTownAndNotOfTheMachine() {
        LocalDate later = LocalDate.of(2031, 3, 5);
        this.clock.goTo(later);
        assertThat(this.family.visits.record(key(), visit(cast.child, later)).id())
                .isPositive();
        this.clock.goTo(TODAY);
        assertThat(refused(() -> this.family.visits.record(key(), visit(cast.child, TODAY.plusDays(1)))))
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    @Clause("SG-26")
    void saysThatAVisitCameInLateOnlyWhereARuleBookAsksForTheDayAfter() throws Exception {
        this.family.visits.record(key(), visit(cast.child, TODAY.minusDays(6)));
        this.family.visits.record(key(), visit(cast.child, TODAY.minusDays(1)));
        String list = "/api/admin/visits?division=" + Town.CODE;
        assertThat(cast.town.clerk.get(list).json().path("rows").valueStream())
                .as("no book of Sichuan asks")
                .allMatch(row -> !row.has("late"));
        adopted("INSERT INTO adoption (division_code, book, starts_on, recorded_at)"
                + " VALUES ('5113', 'SG', '2023-08-01', '2023-08-01')");
        try {
            JsonNode rows = cast.town.clerk.get(list).json().path("rows");
            assertThat(rows.get(0).has("late")).as("the day after is in time").isFalse();
            assertThat(rows.get(1).at("/late/after").asInt()).isEqualTo(6);
            assertThat(rows.get(1).at("/late/within").asInt()).isEqualTo(1);
            assertThat(rows.get(1).at("/late/clause").asString()).isEqualTo("SG-26");
            assertThat(cast.town
                            .clerk
                            .get("/api/admin/visits/" + rows.get(1).path("id").asLong())
                            .json()
                            .at("/visit/late/after")
                            .asInt())
                    .isEqualTo(6);
        } finally {
            adopted("DELETE FROM adoption WHERE book = 'SG'");
        }
    }

    private void adopted(String change) {
        new TransactionTemplate(this.transactions).executeWithoutResult(status -> {
            this.jdbc.update(change);
            this.events.publishEvent(new AdoptionChanged("5113"));
        });
    }

    private int total(String list) throws Exception {
        return cast.town.clerk.get(list).json().path("total").asInt();
    }

    private JsonNode waiting() throws Exception {
        return cast.town
                .supervisor
                .get("/api/admin/set-aside-visits?division=" + Town.CODE)
                .json();
    }

    private void writeAtTheDesk(String words) throws Exception {
        long seen = hobbies(this.family).revision();
        Map<String, Object> entry = fields("content", words);
        if (seen != 0) {
            entry.put("seen", seen);
        }
        var written = cast.town.clerk.send("PUT", "/api/admin/children/" + cast.child + "/facets/HOBBIES", entry);
        assertThat(written.status()).isBetween(200, 204);
    }

    private static FacetView hobbies(PhoneUser phone) {
        return phone.children.brief(cast.child).facets().stream()
                .filter(facet -> facet.facet().equals("HOBBIES"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> hobby(String words, @Nullable Long replaces) {
        Map<String, Object> note = fields("facet", "HOBBIES", "words", words);
        if (replaces != null) {
            note.put("replaces", replaces);
        }
        return List.of(Map.of("childId", cast.child, "facets", List.of(note)));
    }

    @Test
    void findsBirthdaysNearWhateverTheYear() {
        LocalDate born =
                this.jdbc.queryForObject("SELECT birth_on FROM child WHERE id = ?", LocalDate.class, cast.child);
        this.jdbc.update(
                "UPDATE child SET birth_on = ? WHERE id = ?", TODAY.plusDays(20).minusYears(9), cast.child);
        assertThat(this.family.children.brief(cast.child).birthdayOn()).isEqualTo(TODAY.plusDays(20));
        this.jdbc.update("UPDATE child SET birth_on = ? WHERE id = ?", born, cast.child);
    }

    @Test
    @Clause("JB-54")
    void hangsWhatAVisitFoundMissingOnTheBoardForASecondPersonToReadFirst() throws Exception {
        VisitRequest form = with(visit(cast.child, TODAY), fields("needs", List.of(need(cast.child, "两床厚棉被"))));
        String key = key();
        long visit = this.family.visits.record(key, form).id();
        assertThat(this.family.visits.record(key, form).id()).as("sent twice").isEqualTo(visit);
        assertThat(this.family.needs.ofChild(cast.child))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(NeedState.PROPOSED));
        JsonNode row = board().path("rows").get(0);
        assertThat(row.path("visitId").asLong()).isEqualTo(visit);
        long need = row.path("id").asLong();
        this.jdbc.update(
                "UPDATE membership SET account_id = (SELECT id FROM account WHERE username = 'lp.jinbao')"
                        + " WHERE phone_account_id = ?",
                cast.account(Part.FAMILY));
        try {
            assertThat(publish(cast.town.supervisor, need))
                    .as("the same person, at a desk")
                    .isEqualTo(409);
            assertThat(publish(cast.town.clerk, need)).isEqualTo(204);
        } finally {
            this.jdbc.update(
                    "UPDATE membership SET account_id = NULL WHERE phone_account_id = ?", cast.account(Part.FAMILY));
        }
        ChildNeedView open = this.family.needs.ofChild(cast.child).get(0);
        assertThat(open.state()).isEqualTo(NeedState.OPEN);
        assertThat(refused(() ->
                        this.family.needs.again(open.id(), new NeedAgain(open.version(), quilts("三床厚棉被", TODAY)))))
                .as("others read it already")
                .isEqualTo(ProblemCode.BOARD_MOVED_ON);
    }

    @Test
    @Clause("GD-76")
    void recordsTheVisitAndGivesNeedsBackWhoseWordsTellTooMuch() throws Exception {
        VisitRequest form = with(
                visit(Set.of(cast.child, cast.sibling), TODAY, null),
                fields(
                        "needs",
                        List.of(
                                need(cast.child, "留 守孩子的棉被"),
                                need(cast.child, "防赌博的书"),
                                need(cast.sibling, "一张书桌"),
                                new FoundNeed(cast.sibling, quilts("过冬的鞋", TODAY.minusDays(1))))));
        this.family.visits.record(key(), form);
        assertThat(this.family.needs.ofChild(cast.child))
                .extracting(ChildNeedView::state)
                .containsExactly(NeedState.RETURNED, NeedState.RETURNED);
        assertThat(this.family.needs.ofChild(cast.sibling))
                .extracting(ChildNeedView::what, ChildNeedView::state)
                .containsExactlyInAnyOrder(tuple("一张书桌", NeedState.PROPOSED), tuple("过冬的鞋", NeedState.RETURNED));
        ChildNeedView labelled = this.family.needs.ofChild(cast.child).stream()
                .filter(one -> one.what().contains("棉被"))
                .findFirst()
                .orElseThrow();
        assertThat(labelled.returnedFor()).contains("留守");
        assertThat(refused(() -> this.family.needs.again(
                        labelled.id(), new NeedAgain(labelled.version(), quilts("困境孩子的棉被", TODAY)))))
                .isEqualTo(ProblemCode.WORDING_TELLS_TOO_MUCH);
        assertThat(this.family
                        .needs
                        .again(labelled.id(), new NeedAgain(labelled.version(), quilts("两床厚棉被", TODAY)))
                        .state())
                .isEqualTo(NeedState.PROPOSED);
        assertThat(refused(() -> this.family.needs.raise(cast.child, new NeedRequest(null, quilts("赌博用的牌", TODAY)))))
                .as("WeChat calls it risky")
                .isEqualTo(ProblemCode.WORDING_TELLS_TOO_MUCH);
    }

    @Test
    @Clause("JB-54")
    void keepsANeedWithTheVisitThatWaitsInTheInbox() throws Exception {
        cast.end(cast.child, TODAY.minusDays(5));
        VisitRequest form =
                with(visit(cast.child, TODAY.minusDays(1)), fields("needs", List.of(need(cast.child, "两床厚棉被"))));
        assertThat(refused(() -> this.family.visits.record(key(), form))).isEqualTo(ProblemCode.VISIT_SET_ASIDE);
        assertThat(board().path("rows")).isEmpty();
        long aside = this.family.visits.setAside().get(0).id();
        assertThat(cast.town
                        .clerk
                        .post("/api/admin/set-aside-visits/" + aside + "/recording", Map.of())
                        .status())
                .isLessThan(300);
        assertThat(board().path("rows")).hasSize(1);
    }

    @Test
    @Clause("JB-54")
    void letsOnlyThoseWhoVisitTheChildWriteDownWhatItLacks() {
        this.family.visits.record(
                key(), with(visit(cast.child, TODAY), fields("difficulty", "棉被薄", "condition", "SO_SO")));
        long difficulty = this.family.difficulties.ofChild(cast.child).get(0).id();
        NeedRequest out = new NeedRequest(difficulty, quilts("两床厚棉被", TODAY));
        ChildNeedView raised = this.family.needs.raise(cast.child, out);
        assertThat(this.family.needs.raise(cast.child, out).id())
                .as("an answer was lost")
                .isEqualTo(raised.id());
        assertThat(cast.as(Part.DIRECTOR).needs.ofChild(cast.child))
                .extracting(ChildNeedView::difficultyId)
                .containsExactly(difficulty);
        assertThat(refused(() -> this.family.needs.raise(cast.sibling, new NeedRequest(-1L, quilts("书桌", TODAY)))))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refused(() -> this.family.needs.raise(
                        cast.child,
                        new NeedRequest(null, new PlainNeed(HelpCategory.MONEY, "学费", null, 500, "元", TODAY)))))
                .as("money has a purpose")
                .isEqualTo(ProblemCode.INVALID_REQUEST);
        for (Part part : List.of(Part.OTHER_FAMILY, Part.OTHER_DIRECTOR, Part.PARENT, Part.VOLUNTEER, Part.STRANGER)) {
            PhoneUser other = cast.as(part);
            assertThat(refused(() -> other.needs.ofChild(cast.child)))
                    .as(part.name())
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(refused(() -> other.needs.raise(cast.child, out)))
                    .as(part.name())
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(refused(() -> other.needs.again(raised.id(), new NeedAgain(0, quilts("书桌", TODAY)))))
                    .as(part.name())
                    .isEqualTo(ProblemCode.NOT_FOUND);
        }
        assertThat(refused(() -> this.family.visits.record(
                        key(), with(visit(cast.child, TODAY), fields("needs", List.of(need(cast.otherChild, "书桌")))))))
                .as("a child that was not visited")
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    private JsonNode board() throws Exception {
        return cast.town.clerk.get("/api/admin/needs").json();
    }

    private static int publish(ConsoleClient desk, long need) throws Exception {
        return desk.post("/api/admin/needs/" + need + "/publication", Map.of()).status();
    }

    private static FoundNeed need(long child, String what) {
        return new FoundNeed(child, quilts(what, TODAY.plusDays(30)));
    }

    private static PlainNeed quilts(String what, LocalDate until) {
        return new PlainNeed(HelpCategory.GOODS, what, null, 2, "床", until);
    }
}
