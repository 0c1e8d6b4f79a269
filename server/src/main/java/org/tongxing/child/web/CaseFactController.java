package org.tongxing.child.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.CaseFacts;
import org.tongxing.child.Facet;
import org.tongxing.child.Facets;
import org.tongxing.child.FactKind;
import org.tongxing.child.NewChild.NewFact;
import org.tongxing.child.RecordedFact;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Divisions;

/** What is known of a child, and what is written in its ledger. */
@RestController
@RequestMapping("/api/admin/children/{id}")
@RequiredArgsConstructor
class CaseFactController {

    /** What a township wrote into its roster, in the words of its rule book. */
    private static final Map<String, String> DECLARED = Map.of(
            "ORPHAN", "孤儿",
            "ORPHAN_IN_INSTITUTION", "集中供养的孤儿",
            "DE_FACTO_ORPHAN", "事实无人抚养",
            "LOW_INCOME_SEVERELY_DISABLED", "低保家庭的重残孩子",
            "LOW_INCOME_SERIOUSLY_ILL", "低保家庭的重病孩子",
            "LOW_INCOME_DISABLED_OR_ILL", "低保家庭的重残、重病孩子",
            "OTHER_LOW_INCOME", "其他低保家庭",
            "OTHER_HARDSHIP", "其他难处",
            "LEFT_BEHIND", "父母外出");

    private final CaseFacts facts;
    private final Facets facets;
    private final AccountAdministration accounts;
    private final Divisions divisions;
    private final AuditLog audit;

    @GetMapping("/record")
    RecordView record(Caller caller, @PathVariable long id) {
        ChildId child = new ChildId(id);
        List<RecordedFact> history = this.facts.history(caller.scope(), child).stream()
                .filter(fact -> caller.role().seesRisk() || !fact.kind().equals(FactKind.RISK.name()))
                .toList();
        Map<Facet, List<Facets.Wording>> wordings = this.facets.of(caller.scope(), child);
        this.audit.record(caller, Deed.READ, List.of(id), null);
        Set<Long> people = new HashSet<>();
        history.forEach(fact -> {
            people.add(fact.recordedBy());
            people.add(fact.correctedBy());
        });
        wordings.values().forEach(list -> list.forEach(wording -> people.add(wording.by())));
        people.remove(null);
        Map<Long, String> names = this.accounts.names(people);
        Map<String, String> places = this.divisions.names(history.stream()
                .map(RecordedFact::placeCode)
                .filter(code -> code != null)
                .collect(java.util.stream.Collectors.toSet()));
        return new RecordView(
                history.stream().map(fact -> FactView.of(fact, names, places)).toList(),
                Arrays.stream(Facet.values())
                        .map(facet -> FacetView.of(facet, wordings.getOrDefault(facet, List.of()), names))
                        .toList(),
                Arrays.stream(FactKind.values())
                        .filter(kind -> caller.role().seesRisk() || kind != FactKind.RISK)
                        .map(kind -> new KindView(kind.name(), kind.label(), kind.choices()))
                        .toList());
    }

    @PostMapping("/facts")
    @ResponseStatus(HttpStatus.CREATED)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CHILD_SUPERVISOR", "CHILD_DIRECTOR"})
    void record(Caller caller, @PathVariable long id, @Valid @RequestBody FactRequest fact) {
        this.facts.record(caller, new ChildId(id), fact.toFact());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
    }

    @PostMapping("/facts/{fact}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CHILD_SUPERVISOR", "CHILD_DIRECTOR"})
    void correct(
            Caller caller,
            @PathVariable long id,
            @PathVariable long fact,
            @Valid @RequestBody CorrectionRequest request) {
        this.facts.correct(
                caller,
                new ChildId(id),
                fact,
                request.replacement() == null ? null : request.replacement().toFact());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
    }

    @PutMapping("/facets/{facet}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CHILD_SUPERVISOR", "CHILD_DIRECTOR"})
    void write(
            Caller caller, @PathVariable long id, @PathVariable Facet facet, @Valid @RequestBody FacetRequest request) {
        this.facets.write(caller, new ChildId(id), facet, request.seen(), request.content());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
    }

    /** A fact to record; {@code place} is the division code of where a parent works, {@code until} is exclusive. */
    record FactRequest(
            @NotBlank String kind,
            @NotBlank String content,
            @Nullable @Pattern(regexp = "\\d{2,12}") String place,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        NewFact toFact() {
            return new NewFact(
                    this.kind,
                    this.content,
                    this.place == null ? null : new DivisionCode(this.place),
                    this.since,
                    this.until);
        }
    }

    /** What stands instead, if anything. */
    record CorrectionRequest(@Nullable @Valid FactRequest replacement) {}

    /** The new wording of a facet, and the id of the one it takes the place of; none where nobody had written. */
    record FacetRequest(
            @Nullable Long seen, @NotBlank @Size(max = 1000) String content) {}

    /** Everything recorded of a child, and the words to record with. */
    record RecordView(List<FactView> facts, List<FacetView> facets, List<KindView> kinds) {}

    /** A kind of fact with its choices. */
    record KindView(String kind, String label, List<FactKind.Choice> choices) {}

    /** A fact in words, with who recorded it; {@code correctedAt} when it no longer stands. */
    record FactView(
            long id,
            String kind,
            String label,
            String content,
            String text,
            @Nullable String place,
            @Nullable String placeCode,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String recordedBy,
            LocalDateTime recordedAt,
            @Nullable String correctedBy,
            @Nullable LocalDateTime correctedAt) {

        static FactView of(RecordedFact fact, Map<Long, String> names, Map<String, String> places) {
            FactKind kind = Arrays.stream(FactKind.values())
                    .filter(one -> one.name().equals(fact.kind()))
                    .findFirst()
                    .orElse(null);
            return new FactView(
                    fact.id(),
                    fact.kind(),
                    kind == null ? "花名册上写的" : kind.label(),
                    fact.content(),
                    kind == null ? DECLARED.getOrDefault(fact.content(), fact.content()) : kind.say(fact.content()),
                    fact.placeCode() == null ? null : places.getOrDefault(fact.placeCode(), fact.placeCode()),
                    fact.placeCode(),
                    fact.since(),
                    fact.until(),
                    name(fact.recordedBy(), names),
                    fact.recordedAt(),
                    name(fact.correctedBy(), names),
                    fact.correctedAt());
        }
    }

    /** A facet with what stands in it and what stood there before. */
    record FacetView(Facet facet, String label, Facet.Side side, List<WordingView> wordings) {

        static FacetView of(Facet facet, List<Facets.Wording> wordings, Map<Long, String> names) {
            return new FacetView(
                    facet,
                    facet.label(),
                    facet.side(),
                    wordings.stream()
                            .map(one -> new WordingView(one.id(), one.content(), name(one.by(), names), one.at()))
                            .toList());
        }
    }

    /** What somebody wrote. */
    record WordingView(long id, String content, @Nullable String by, LocalDateTime at) {}

    private static @Nullable String name(@Nullable Long account, Map<Long, String> names) {
        return account == null ? null : names.get(account);
    }
}
