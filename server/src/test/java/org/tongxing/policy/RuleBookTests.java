package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongxing.policy.Fixtures.BOOKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.policy.RuleClause.Kind;

class RuleBookTests {

    private static RuleClause clause(String id) {
        return BOOKS.find(ClauseId.of(id)).orElseThrow();
    }

    @Test
    void knowsEachDocumentByItsNumberAndIssuer() {
        RuleBook jb = BOOKS.book("JB");
        assertThat(jb.documentNumber()).isEqualTo("嘉金府发〔2023〕42号");
        assertThat(jb.issuedOn()).isEqualTo(LocalDate.of(2023, 11, 8));
        assertThat(jb.jurisdiction()).hasToString("511304114");
        assertThat(BOOKS.book("GD").categories())
                .containsExactly("GD-L", "GD-1", "GD-2", "GD-3", "GD-4", "GD-5", "GD-6");
    }

    @Test
    void givesEveryClauseASentenceAPlaceAndAPlainTitle() {
        for (RuleBook book : BOOKS.all()) {
            assertThat(book.clauses()).allSatisfy(clause -> {
                assertThat(clause.quote()).isNotBlank();
                assertThat(clause.place()).isNotBlank();
                assertThat(clause.title()).hasSizeLessThanOrEqualTo(20);
                assertThat(clause.title()).doesNotContain("系统", "操作", "非法", "请您");
            });
        }
    }

    /** A screen asks for the clause by what it speaks of; a slip of the pen there would show nothing for ever. */
    @Test
    void speaksOfEverySubjectThatAScreenAsksFor() throws IOException {
        Pattern asking = Pattern.compile("(?:ClauseInForce subject=\"|clauseOn\\('|\\bsubject: ')([^\"']+)");
        List<String> asked;
        try (Stream<Path> screens = Files.walk(Path.of("../admin-web/src"))) {
            asked = screens.filter(file -> file.toString().endsWith(".vue"))
                    .flatMap(file -> asking.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .toList();
        }
        assertThat(BOOKS.all().stream().flatMap(book -> book.clauses().stream()).map(RuleClause::subject))
                .containsAll(asked);
        assertThat(asked).contains("siblingsTogether", "ledgerOfChild", "riskEntry");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void namesCategoriesForScreens() {
        assertThat(BOOKS.categoryName("2")).isEqualTo("事实无人抚养儿童");
        assertThat(BOOKS.categoryClause("2")).isEqualTo("JB-08");
        assertThat(BOOKS.categoryName("GD-3")).isEqualTo("困难家庭儿童");
        assertThat(BOOKS.categoryName("nobody's")).isEqualTo("nobody's");
    }

    @ParameterizedTest
    @CsvSource({
        "JB-02, PRINCIPLE, MUST",
        "JB-19, ELIGIBILITY, MUST",
        "JB-20, ELIGIBILITY, MUST",
        "JB-22, PAIRING_CONSTRAINT, IN_PRINCIPLE",
        "JB-24, PAIRING_CONSTRAINT, IN_PRINCIPLE",
        "JB-25, PAIRING_CONSTRAINT, IN_PRINCIPLE",
        "JB-27, PREFERENCE, MUST",
        "JB-29, PROCESS, MUST",
        "JB-31, PROCESS, MUST",
        "JB-33, OBLIGATION, MUST",
        "JB-37, PROCESS, MUST",
        "JB-38, PROCESS, MUST",
        "JB-45, ROUTING, MUST",
        "JB-50, PROCESS, MUST",
        "JB-57, PRINCIPLE, MUST",
        "JB-58, PAIRING_CONSTRAINT, MUST",
        "JB-63, PROCESS, MUST",
    })
    @Clause("JB-20")
    @Clause("JB-27")
    @Clause("JB-29")
    @Clause("JB-63")
    @Clause("JB-31")
    @Clause("JB-33")
    @Clause("JB-37")
    @Clause("JB-38")
    @Clause("JB-45")
    @Clause("JB-50")
    @Clause("JB-57")
    void readsKindAndForce(String id, Kind kind, Force force) {
        assertThat(clause(id).kind()).isEqualTo(kind);
        assertThat(clause(id).force()).isEqualTo(force);
    }

    @Test
    @Clause("JB-02")
    @Clause("JB-19")
    @Clause("JB-34")
    void carriesTheListsOfAClause() {
        assertThat(clause("JB-02").parameters().texts("records")).containsExactly("REASON", "APPROVER", "TIME");
        assertThat(clause("JB-19").parameters().texts("confirmed")).hasSize(3);
        assertThat(clause("JB-34").parameters().texts("states")).containsExactly("DRAFT", "APPROVED", "PUBLISHED");
    }

    @Test
    @Clause("GD-15")
    @Clause("GD-16")
    @Clause("GD-24")
    @Clause("GD-25")
    @Clause("GD-26")
    void knowsTheTiersAndWhoWatchesThem() {
        assertThat(clause("GD-15").parameters().texts("tiers"))
                .containsExactly("HIGH", "MEDIUM_HIGH", "MEDIUM_LOW", "LOW");
        assertThat(clause("GD-15").parameters().texts("colours")).containsExactly("红", "黄", "蓝", "绿");
        assertThat(clause("GD-16").parameters().texts("actors")).containsExactly("CHILD_DIRECTOR", "SOCIAL_WORKER");
        assertThat(clause("GD-24").parameters().texts("records")).containsExactly("REASON", "PERSON", "TIME");
        assertThat(clause("GD-25").kind()).isEqualTo(Kind.PROCESS);
        assertThat(clause("GD-26").kind()).isEqualTo(Kind.PROCESS);
    }

    @Test
    @Clause("JB-32")
    @Clause("JB-62")
    void carriesTheDaysOfADeadline() {
        assertThat(clause("JB-32").parameters().texts("months")).containsExactly("3");
        assertThat(clause("JB-32").parameters().number("day")).isEqualTo(31);
        assertThat(clause("JB-62").parameters().texts("months")).isEqualTo(List.of("3", "6", "9", "12"));
        assertThat(clause("JB-62").parameters().number("day")).isEqualTo(10);
    }

    @Test
    void complainsAboutAParameterTheClauseDoesNotHave() {
        Parameters parameters = clause("JB-24").parameters();
        assertThatThrownBy(() -> parameters.number("ageTo")).hasMessageContaining("ageTo");
        assertThatThrownBy(() -> parameters.number("sex")).hasMessage("Parameter sex is not a number");
        assertThatThrownBy(() -> parameters.texts("sex")).hasMessage("Parameter sex is not a list");
    }

    @Test
    void readsAndWritesClauseIds() {
        assertThat(ClauseId.of("JB-06")).isEqualTo(new ClauseId("JB", 6)).hasToString("JB-06");
        assertThat(ClauseId.of("JB-09")).isLessThan(ClauseId.of("JB-10"));
        assertThatThrownBy(() -> ClauseId.of("jb24")).hasMessage("Not a clause id: jb24");
    }
}
