package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookReaderTests {

    private static final String BOOK = """
            book: XX
            documentNumber: 样例〔2026〕1号
            title: 样例
            issuer: 样例镇
            issuedOn: "2026-01-01"
            inForceFrom: "2026-01-01"
            jurisdiction: "511304114"
            numbers: 1-5
            clauses:
              - id: XX-01
                kind: CATEGORY
                force: MUST
                place: 一
                quote: 一类
                title: 一类
                subject: first
                category:
                  code: "1"
                  name: 一类
                  otherwise: 不是一类
                  when: {all: [{ageBelow: 18}, {is: second}]}
              - id: XX-02
                kind: DEFINITION
                force: MUST
                place: 二
                quote: 重残
                title: 重残
                subject: second
                defines:
                  name: 重残
                  about: CHILD
                  otherwise: 不重
                  when: {disability: {ANY: [1]}}
              - id: XX-03
                kind: PAIRING_CONSTRAINT
                force: IN_PRINCIPLE
                place: 三
                quote: 八岁
                title: 八岁
                parameters: {categories: ["1"]}
              - id: XX-04
                kind: OBLIGATION
                force: MUST
                place: 四
                quote: 六次
                title: 六次
                obliges:
                  - {actor: CADRE_FAMILY, deed: VISIT, count: 6, per: YEAR, rhythm: 2, whom: [first]}
              - id: XX-05
                kind: RISK_TIER
                force: MUST
                place: 五
                quote: 红色
                title: 红色
                subject: red
                tier:
                  level: HIGH
                  triggers: [{name: 独居, when: {risk: [LIVES_ALONE]}}]
            """;

    private static RuleBook read(String yaml) {
        return RuleBookReader.read("XX.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAWholeBook() {
        assertThat(read(BOOK).clauses()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: 八岁 | titel: 八岁 | XX.yaml XX-03: 'title' is missing",
                "issuer: | publisher: | XX.yaml: 'issuer' is missing",
                "numbers: 1-5 | numbers: 1-6 | XX.yaml: missing clause [XX-06]",
                "numbers: 1-5 | numbers: 1, 2, 4, 5 | XX.yaml: XX-03 is not among 'numbers'",
                "numbers: 1-5 | numbers: all | XX.yaml: 'numbers' is not a list like 2, 6-27",
                "XX-03 | XX-02 | XX.yaml: XX-02 stands there twice",
                "XX-03 | YY-03 | XX.yaml YY-03: stands in book XX",
                "XX-03 | three | XX.yaml three: Not a clause id: three",
                "force: IN_PRINCIPLE | force: LOCAL | XX.yaml XX-03: a document has no local settings",
                "force: IN_PRINCIPLE | force: MAYBE | XX.yaml XX-03: 'MAYBE' is no Force",
                "title: 八岁 | title: 一二三四五六七八九十一二三四五六七八九十一 | XX.yaml XX-03: 'title' is longer than 20 characters",
                "categories: [\"1\"] | categorys: [\"1\"] | XX.yaml XX-03.parameters: unknown key [categorys]",
                "categories: [\"1\"] | categories: [\"9\"] | XX.yaml XX-03: category '9' is not defined",
                "{is: second} | {is: third} | XX.yaml XX-01: nothing defines 'third' about a CHILD",
                "{is: second} | {in: [DEAD]} | XX.yaml XX-01.category.when.all[1]: a child is not asked for 'in'",
                "{is: second} | {is: second, not: {}} | "
                        + "XX.yaml XX-01.category.when.all[1]: a condition is one word, not [is, not]",
                "{is: second} | {found: [TROUBLE]} | XX.yaml XX-01.category.when.all[1]: 'TROUBLE' is no Found",
                "{is: second} | {ruralHukou: false} | "
                        + "XX.yaml XX-01.category.when.all[1]: 'ruralHukou' can only be true; use 'not'",
                "{disability: {ANY: [1]}} | {is: second} | XX.yaml XX-02: is defined by itself",
                "{ANY: [1]} | {ANY: [5]} | XX.yaml XX-02.defines.when.disability: '5' is no level of a disability",
                "{ANY: [1]} | {MENTALLY: [3]} | XX.yaml XX-02.defines.when.disability: unknown key [MENTALLY]",
                "subject: second | | XX.yaml XX-02: defines something and needs a 'subject'",
                "about: CHILD | about: PLACE | XX.yaml XX-02.defines.when: a place is not asked for 'disability'",
                "count: 6 | count: 7 | XX.yaml XX-04.obliges[0]: 7 times do not fit into 6 windows",
                "count: 6 | count: 0 | XX.yaml XX-04.obliges[0]: 'count' is less than once",
                "rhythm: 2 | rhythm: 5 | "
                        + "XX.yaml XX-04.obliges[0]: 'rhythm' cuts a year into windows of 1, 2, 3 or 12 months",
                "per: YEAR | per: FORTNIGHT | XX.yaml XX-04.obliges[0]: 'FORTNIGHT' is no Rhythm",
                "per: YEAR | per: MONTH | "
                        + "XX.yaml XX-04.obliges[0]: 'rhythm' cuts a year into windows of 1, 2, 3 or 12 months",
                "rhythm: 2 | occasions: [BIRTHDAY] | "
                        + "XX.yaml XX-04.obliges[0]: 'occasions' belong to OCCASION, and OCCASION needs them",
                "whom: [first] | whom: [nobody] | XX.yaml XX-04: nothing says who 'nobody' is",
                "whom: [first] | who: [first] | XX.yaml XX-04.obliges[0]: unknown key [who]",
                "actor: CADRE_FAMILY | actor: NEIGHBOUR | XX.yaml XX-04.obliges[0]: 'NEIGHBOUR' is no Actor",
                "kind: OBLIGATION | kind: PROCESS | XX.yaml XX-04: 'obliges' belongs to an OBLIGATION",
                "subject: red | | XX.yaml XX-05: defines something and needs a 'subject'",
                "level: HIGH | level: RED | XX.yaml XX-05.tier: 'RED' is no RiskTier",
                "{risk: [LIVES_ALONE]} | {is: nobody} | XX.yaml XX-05: nothing defines 'nobody' about a CHILD",
                "issuedOn: \"2026-01-01\" | issuedOn: \"yesterday\" | "
                        + "XX.yaml: 'issuedOn' is not a date like 2023-11-08",
                "jurisdiction: \"511304114\" | jurisdiction: \"5113041\" | "
                        + "XX.yaml: 'jurisdiction' is not a division code",
            })
    void refusesAMistakeAndSaysWhere(String right, String wrong, String message) {
        assertThat(BOOK).contains(right);
        String yaml = BOOK.replace(right, wrong == null ? "" : wrong);
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(UnreadableRuleBook.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesAKeyNobodyKnows() {
        assertThatThrownBy(() -> read(BOOK + "    remark: 备注\n")).hasMessage("XX.yaml XX-05: unknown key [remark]");
        assertThatThrownBy(() -> read(BOOK + "remark: 备注\n")).hasMessage("XX.yaml: unknown key [remark]");
    }

    @Test
    void refusesWhatIsNoBookAtAll() {
        assertThatThrownBy(() -> read("")).hasMessage("XX.yaml: expected keys and values");
        assertThatThrownBy(() -> read("book: [")).isInstanceOf(UnreadableRuleBook.class);
        assertThatThrownBy(() -> read("!!java.net.URL [\"http://localhost\"]")).isInstanceOf(UnreadableRuleBook.class);
        assertThatThrownBy(() -> RuleBooks.read("NONE")).hasMessage("No rule book /rulebooks/NONE.yaml");
    }
}
