package org.tongxing.rulebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBook;
import org.tongxing.policy.RuleBooks;
import org.tongxing.policy.RuleClause;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.rulebook.Adopting;
import org.tongxing.rulebook.Adopting.Followed;
import org.tongxing.rulebook.web.RuleBookViews.AdoptionPlace;
import org.tongxing.rulebook.web.RuleBookViews.AdoptionView;
import org.tongxing.rulebook.web.RuleBookViews.BookView;
import org.tongxing.rulebook.web.RuleBookViews.DocumentView;

@RestController
@RequestMapping("/api/admin/rulebooks")
@RequiredArgsConstructor
class RuleBookController {

    private final RuleBooks books;
    private final Adoptions adoptions;
    private final Adopting adopting;
    private final Divisions divisions;
    private final Documents documents;
    private final Clock clock;

    @GetMapping
    List<BookHead> list() {
        Map<String, List<Followed>> byBook =
                this.adopting.all().stream().collect(Collectors.groupingBy(Followed::book));
        return this.books.all().stream()
                .map(book -> BookHead.of(book, views(byBook.getOrDefault(book.id(), List.of()))))
                .toList();
    }

    @GetMapping("/{id}")
    BookView get(@PathVariable String id) {
        List<Followed> followed = this.adopting.all().stream()
                .filter(adoption -> adoption.book().equals(id))
                .toList();
        return BookView.of(known(id), this.books, views(followed), null);
    }

    @GetMapping("/{id}/document")
    DocumentView document(@PathVariable String id) {
        return new DocumentView(id, this.documents.paragraphs(known(id).id()));
    }

    private RuleBook known(String id) {
        return this.books.all().stream()
                .filter(book -> book.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
    }

    @GetMapping("/in-force")
    InForceView inForce(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(required = false) @Nullable LocalDate on) {
        DivisionCode asked = caller.scope().within(division).division();
        LocalDate day = on == null ? LocalDate.now(this.clock) : on;
        Set<ClauseId> holding = this.adoptions.rules(asked, day).clauses().stream()
                .map(RuleClause::id)
                .collect(Collectors.toSet());
        Map<String, List<Followed>> byBook =
                this.adopting.reaching(asked, day).stream().collect(Collectors.groupingBy(Followed::book));
        return new InForceView(
                place(asked),
                day,
                this.books.all().stream()
                        .filter(book -> byBook.containsKey(book.id()))
                        .map(book -> BookView.of(book, this.books, views(byBook.get(book.id())), holding))
                        .toList());
    }

    /** What any screen names beside its words: no screen knows a clause by itself. */
    @GetMapping("/in-force/clauses")
    ClausesInForce clausesInForce(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(required = false) @Nullable LocalDate on) {
        DivisionCode asked = caller.scope().within(division).division();
        return new ClausesInForce(this.adoptions.clauses(asked, on == null ? LocalDate.now(this.clock) : on));
    }

    private List<AdoptionView> views(List<Followed> adoptions) {
        return adoptions.stream()
                .map(one -> new AdoptionView(one.id(), place(one.division()), one.from(), one.to()))
                .toList();
    }

    private AdoptionPlace place(DivisionCode code) {
        return new AdoptionPlace(
                code.value(),
                this.divisions.find(code).map(division -> division.name()).orElse(code.value()));
    }

    /** The rules of a place on a day: the books of its own region and of those above. */
    record InForceView(AdoptionPlace division, LocalDate on, List<BookView> books) {}

    /** The clause in force by what it speaks of; nothing where no book speaks of it. */
    record ClausesInForce(Map<String, ClauseId> bySubject) {}

    /** A book in the list. */
    record BookHead(
            String id,
            String title,
            String documentNumber,
            String issuer,
            LocalDate inForceFrom,
            int clauses,
            List<AdoptionView> adoptions) {

        static BookHead of(RuleBook book, List<AdoptionView> adoptions) {
            return new BookHead(
                    book.id(),
                    book.title(),
                    book.documentNumber(),
                    book.issuer(),
                    book.inForceFrom(),
                    book.clauses().size(),
                    adoptions);
        }
    }
}
