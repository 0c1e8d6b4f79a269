package org.tongxing.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.policy.RuleBook;
import org.tongxing.policy.RuleBooks;

/** What the page of a rule book says: no code words, and the document's own sentences where they stand in it. */
class RuleBookWordsTests {

    private final RuleBooks books = RuleBooks.read("JB", "GD", "LAW");

    @Test
    void saysEveryParameterInWords() {
        for (RuleBook book : this.books.all()) {
            book.clauses()
                    .forEach(clause -> clause.parameters().values().forEach((name, value) -> {
                        assertThat(ParameterWords.label(name))
                                .as(clause.id() + " " + name)
                                .doesNotContainPattern("[A-Za-z]");
                        assertThat(ParameterWords.value(name, value, this.books))
                                .as(clause.id() + " " + name)
                                .doesNotContainPattern("[A-Z_]{2,}");
                    }));
        }
    }

    @Test
    void callsCategoriesByTheirNames() {
        assertThat(ParameterWords.value("categories", List.of("1", "2"), this.books))
                .isEqualTo("孤儿、事实无人抚养儿童");
        assertThat(ParameterWords.value("sex", "FEMALE", this.books)).isEqualTo("女");
        assertThat(ParameterWords.value("rhythm", 2, this.books)).isEqualTo("每 2 个月一次");
    }

    @Test
    void findsEverySentenceOnceInItsDocument() {
        for (String id : List.of("JB", "GD")) {
            String document = plain(String.join("", new Documents().paragraphs(id)));
            assertThat(this.books.book(id).clauses()).allSatisfy(clause -> {
                String sentence = plain(clause.quote());
                assertThat(document.indexOf(sentence))
                        .as(clause.id().toString())
                        .isNotNegative();
                assertThat(document.indexOf(sentence)).isEqualTo(document.lastIndexOf(sentence));
            });
        }
    }

    @Test
    void hasNoDocumentForABookOfWhichOnlyClausesAreOnFile() {
        assertThat(new Documents().paragraphs("LAW")).isEmpty();
    }

    /** Printed copies differ in spaces and in the width of commas. */
    private static String plain(String text) {
        return text.replaceAll("\\s", "").replace(',', '，');
    }
}
