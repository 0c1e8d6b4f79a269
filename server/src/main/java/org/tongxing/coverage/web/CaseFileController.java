package org.tongxing.coverage.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.child.Masks;
import org.tongxing.contact.Rhythms;
import org.tongxing.contract.ProblemCode;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.web.ChildViews.AdultView;
import org.tongxing.coverage.web.ChildViews.CategoryPeriodView;
import org.tongxing.coverage.web.ChildViews.ChildView;
import org.tongxing.coverage.web.ChildViews.ContactRhythmView;
import org.tongxing.coverage.web.ChildViews.UnmaskedView;
import org.tongxing.coverage.web.ChildViews.VisitView;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.Role;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Visits;

@RestController
@RequestMapping("/api/admin/children/{id}")
@RequiredArgsConstructor
class CaseFileController {

    private static final long UNMASKED_MINUTES = 10;

    private final ChildList list;
    private final Children children;
    private final ChildRows rows;
    private final CategoryNames categories;
    private final CaseEpisodes episodes;
    private final Visits visits;
    private final Rhythms rhythms;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    ChildView get(Caller caller, @PathVariable long id) {
        LocalDate today = LocalDate.now(this.clock);
        CaseFile file = this.children.get(caller.scope(), new ChildId(id));
        this.audit.record(caller, Deed.READ, List.of(id), null);
        ChildList.Row standing = this.list.these(caller.scope(), List.of(file.id()), today).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
        List<ChildList.Row> siblings =
                this.list.these(caller.scope(), this.children.siblings(caller.scope(), file), today);
        return new ChildView(
                this.rows.of(List.of(standing), today).get(0),
                file.birthOn().getYear() + "-**-**",
                Masks.idNumber(file.idNumber()),
                file.noIdReason(),
                file.school(),
                file.grade(),
                file.registeredOn(),
                file.adults().stream().map(CaseFileController::masked).toList(),
                this.rows.of(siblings, today),
                file.categories().stream()
                        .map(held -> new CategoryPeriodView(
                                held.category(),
                                this.categories.name(held.category()),
                                held.clauses().stream().map(ClauseId::toString).toList(),
                                held.startsOn(),
                                held.endsOn(),
                                held.holdsOn(today)))
                        .toList(),
                this.episodes.of(caller.scope(), file.id()),
                this.visits.ofChild(caller.scope(), file.id()).stream()
                        .map(visit -> new VisitView(visit.on(), visit.by(), visit.photos()))
                        .toList(),
                caller.role() == Role.UNIT_LIAISON ? null : rhythm(this.rhythms.of(caller.scope(), file.id())));
    }

    private static ContactRhythmView rhythm(Rhythms.Rhythm rhythm) {
        return new ContactRhythmView(
                rhythm.weeks(), rhythm.lastOn(), rhythm.silentWeeks(), rhythm.confirmed(), rhythm.denied());
    }

    @PostMapping("/unmasking")
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
                        .map(adult -> new AdultView(
                                adult.id(),
                                adult.relation(),
                                adult.name(),
                                adult.phone(),
                                adult.carer(),
                                adult.access()))
                        .toList(),
                LocalDateTime.now(this.clock).plusMinutes(UNMASKED_MINUTES));
    }

    private static AdultView masked(CaseFile.Adult adult) {
        return new AdultView(
                adult.id(),
                adult.relation(),
                Masks.name(adult.name()),
                Masks.phone(adult.phone()),
                adult.carer(),
                adult.access());
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
}
