package org.tongxing.coverage.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.child.Masks;
import org.tongxing.contact.Contacts;
import org.tongxing.contract.ProblemCode;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.visit.Visits;

@RestController
@RequestMapping("/api/admin/children")
@RequiredArgsConstructor
class ChildController {

    private static final long UNMASKED_MINUTES = 10;

    private final ChildList list;
    private final Children children;
    private final Divisions divisions;
    private final CategoryNames categories;
    private final Visits visits;
    private final Contacts contacts;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Page<ChildRow> find(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String category,
            @RequestParam State.@Nullable By coverage,
            @RequestParam State.@Nullable Reason reason,
            @RequestParam State.@Nullable Mark mark,
            @RequestParam @Nullable LocalDate on,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = caller.scope().within(new DivisionCode(division));
        LocalDate day = day(on);
        Page<ChildList.Row> found = this.list.find(
                scope, new ChildList.Filter(q, category, coverage, reason, mark), new Paging(page, size), day);
        this.audit.record(
                caller,
                Deed.LISTED,
                found.rows().stream()
                        .map(row -> row.standing().child().id().value())
                        .toList(),
                null);
        Map<String, String> villages = villages(found.rows());
        return new Page<>(
                found.rows().stream().map(row -> row(row, villages, day)).toList(), found.total());
    }

    @GetMapping("/{id}")
    ChildView get(Caller caller, @PathVariable long id) {
        LocalDate today = day(null);
        CaseFile file = this.children.get(caller.scope(), new ChildId(id));
        this.audit.record(caller, Deed.READ, List.of(id), null);
        ChildList.Row standing =
                this.list.get(caller.scope(), file.id(), today).orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
        return new ChildView(
                row(standing, villages(List.of(standing)), today),
                file.birthOn().getYear() + "-**-**",
                Masks.idNumber(file.idNumber()),
                file.school(),
                file.adults().stream()
                        .filter(CaseFile.Adult::carer)
                        .map(adult -> Masks.name(adult.name()) + "（" + adult.relation() + "）")
                        .findFirst()
                        .orElse(null),
                standing.standing().episodes().stream()
                        .map(episode -> new EpisodeView(
                                episode.id().value(), episode.cadreName(), episode.startsOn(), episode.endsOn()))
                        .toList(),
                this.visits.ofChild(file.id()).stream()
                        .map(visit -> new VisitView(visit.on(), visit.by(), visit.photos()))
                        .toList(),
                this.contacts.recentOf(file.id()).stream()
                        .map(contact -> new ContactView(
                                contact.at(),
                                contact.kind().name(),
                                contact.length().name()))
                        .toList());
    }

    @PostMapping("/{id}/unmasking")
    UnmaskedView unmask(Caller caller, @PathVariable long id, @Valid @RequestBody UnmaskRequest request) {
        CaseFile file = this.children.get(caller.scope(), new ChildId(id));
        String purpose = request.note() == null ? request.purpose().name() : request.purpose() + " " + request.note();
        this.audit.record(caller, Deed.UNMASKED, List.of(id), purpose);
        return new UnmaskedView(
                file.name(),
                file.birthOn(),
                file.idNumber(),
                file.address(),
                file.adults().stream()
                        .filter(CaseFile.Adult::carer)
                        .map(CaseFile.Adult::phone)
                        .findFirst()
                        .orElse(null),
                LocalDateTime.now(this.clock).plusMinutes(UNMASKED_MINUTES));
    }

    private ChildRow row(ChildList.Row row, Map<String, String> villages, LocalDate day) {
        var child = row.standing().child();
        var state = row.standing().state();
        return new ChildRow(
                child.id().value(),
                Masks.name(child.name()),
                child.sex(),
                Period.between(child.birthOn(), day).getYears(),
                new VillageView(
                        child.village().value(),
                        villages.getOrDefault(child.village().value(), "")),
                state.categories().stream()
                        .map(code -> new CategoryView(code, this.categories.name(code), this.categories.clause(code)))
                        .toList(),
                state.eligible() ? state.by() : null,
                state.reason(),
                row.current() == null ? null : row.current().cadreName(),
                row.waitingDays());
    }

    private Map<String, String> villages(List<ChildList.Row> rows) {
        return this.divisions.names(rows.stream()
                .map(row -> row.standing().child().village().value())
                .collect(Collectors.toSet()));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.now(this.clock) : on;
    }

    /** What somebody wants the name for. */
    enum Purpose {
        VISIT,
        CHECK,
        REPORT,
        OTHER
    }

    /** Why one person's data is to be shown. */
    record UnmaskRequest(
            @NotNull Purpose purpose,
            @Nullable @Size(max = 150) String note) {}

    /** One person's data, for ten minutes. */
    record UnmaskedView(
            String name,
            LocalDate birthOn,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone,
            LocalDateTime until) {}

    /** A child in a list, masked. */
    record ChildRow(
            long id,
            String name,
            Sex sex,
            int age,
            VillageView village,
            List<CategoryView> categories,
            State.@Nullable By coverage,
            State.@Nullable Reason reason,
            @Nullable String cadreName,
            @Nullable Long waitingDays) {}

    /** A village. */
    record VillageView(String code, String name) {}

    /** A pairing category with the clause that defines it. */
    record CategoryView(String code, String name, String clause) {}

    /** The file of a child, masked. */
    record ChildView(
            ChildRow child,
            String birthOn,
            @Nullable String idNumber,
            @Nullable String school,
            @Nullable String guardian,
            List<EpisodeView> pairings,
            List<VisitView> visits,
            List<ContactView> contacts) {}

    /** An episode of a pairing. */
    record EpisodeView(
            long id,
            String cadreName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** A visit of the past. */
    record VisitView(LocalDate on, String by, int photos) {}

    /** A contact of the past. */
    record ContactView(LocalDateTime at, String kind, String length) {}
}
