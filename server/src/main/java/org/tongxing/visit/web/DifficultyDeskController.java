package org.tongxing.visit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.DifficultyKind;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.AssistanceService;
import org.tongxing.visit.Difficulties;
import org.tongxing.visit.Difficulties.Author;
import org.tongxing.visit.web.DeskNames.AboutChild;

/** Difficulties as those follow them who answer for the children. */
@RestController
@RequestMapping("/api/admin/difficulties")
@RequiredArgsConstructor
class DifficultyDeskController {

    private final Difficulties difficulties;
    private final Children children;
    private final DeskNames names;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Page<DifficultyRow> list(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable Boolean solved,
            @RequestParam @Nullable DifficultyKind kind,
            @RequestParam @Nullable Long visit,
            @RequestParam @Nullable Long child,
            @RequestParam(defaultValue = "false") boolean unsorted,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        worker(caller);
        LocalDate today = LocalDate.now(this.clock);
        Page<Difficulties.Difficulty> found = this.difficulties.list(
                caller.scope().within(new DivisionCode(division)),
                new Difficulties.Question(solved, kind, unsorted, overdue ? today : null, visit, child),
                new Paging(page, size));
        List<Long> about = found.rows().stream()
                .flatMap(one -> one.children().stream())
                .distinct()
                .toList();
        Map<Long, AboutChild> known = this.names.of(caller.scope(), about);
        this.audit.record(caller, Deed.LISTED, about, null);
        return new Page<>(
                found.rows().stream()
                        .map(one -> DifficultyRow.of(one, known, today))
                        .toList(),
                found.total());
    }

    /** The services of JB-46, by which a difficulty can be answered. */
    @GetMapping("/services")
    List<ServiceView> services() {
        return Arrays.stream(AssistanceService.values())
                .map(service -> new ServiceView(service, service.label()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OpenedDifficulty open(Caller caller, @Valid @RequestBody DifficultyEntry entry) {
        worker(caller);
        this.children.requireAll(caller.scope(), List.of(entry.childId()));
        long id = this.difficulties
                .open(
                        null,
                        LocalDate.now(this.clock),
                        List.of(entry.childId()),
                        List.of(new Difficulties.Found(entry.kind(), entry.words(), entry.who(), entry.until())),
                        author(caller))
                .get(0);
        this.audit.record(caller, Deed.CHANGED, "difficulty:" + id, List.of(entry.childId()));
        return new OpenedDifficulty(id);
    }

    @PutMapping("/{id}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(Caller caller, @PathVariable long id, @Valid @RequestBody AssignmentEntry entry) {
        worker(caller);
        this.difficulties.assign(
                caller.scope(),
                id,
                new Difficulties.Assignment(
                        entry.kind(), entry.service(), entry.plan(), entry.who(), entry.until(), entry.version()));
        this.audit.record(caller, Deed.CHANGED, "difficulty:" + id);
    }

    @PostMapping("/{id}/steps")
    @ResponseStatus(HttpStatus.CREATED)
    void step(Caller caller, @PathVariable long id, @Valid @RequestBody WordsEntry entry) {
        worker(caller);
        this.difficulties.step(caller.scope(), id, entry.words(), author(caller));
        this.audit.record(caller, Deed.CHANGED, "difficulty:" + id);
    }

    @PostMapping("/{id}/solution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void solve(Caller caller, @PathVariable long id, @Valid @RequestBody WordsEntry entry) {
        worker(caller);
        this.difficulties.solve(caller.scope(), id, entry.words(), author(caller));
        this.audit.record(caller, Deed.CHANGED, "difficulty:" + id);
    }

    @PostMapping("/{id}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Caller caller, @PathVariable long id, @Valid @RequestBody WordsEntry entry) {
        worker(caller);
        this.difficulties.reopen(caller.scope(), id, entry.words(), author(caller));
        this.audit.record(caller, Deed.CHANGED, "difficulty:" + id);
    }

    /** What was written about a child's trouble is not the unit's business. */
    private static void worker(Caller caller) {
        if (caller.role() == Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private static Author author(Caller caller) {
        return new Author(null, caller.accountId(), caller.displayName());
    }

    /** A difficulty somebody of the office knows of. */
    record DifficultyEntry(
            @NotNull Long childId,
            @Nullable DifficultyKind kind,
            @NotBlank @Size(max = 1000) String words,
            @Nullable @Size(max = 60) String who,
            @Nullable LocalDate until) {}

    /** Class, service, plan, who and until when. */
    record AssignmentEntry(
            @Nullable DifficultyKind kind,
            @Nullable AssistanceService service,
            @Nullable @Size(max = 500) String plan,
            @Nullable @Size(max = 60) String who,
            @Nullable LocalDate until,
            @NotNull Integer version) {}

    /** Some words. */
    record WordsEntry(@NotBlank @Size(max = 500) String words) {}

    /** What became of it. */
    record OpenedDifficulty(long id) {}

    /** A service by which a difficulty can be answered. */
    record ServiceView(AssistanceService service, String label) {}

    /** Something that was done. */
    record StepRow(LocalDate on, String words, String by) {}

    /** A difficulty in the list, with situation, plan, measures and effect [JB-39]. */
    record DifficultyRow(
            long id,
            @Nullable Long visitId,
            List<AboutChild> children,
            @Nullable DifficultyKind kind,
            String words,
            LocalDate foundOn,
            String openedBy,
            @Nullable AssistanceService service,
            @Nullable String plan,
            @Nullable String who,
            @Nullable LocalDate until,
            boolean overdue,
            @Nullable LocalDate solvedOn,
            @Nullable String effect,
            List<StepRow> steps,
            int version) {

        static DifficultyRow of(Difficulties.Difficulty one, Map<Long, AboutChild> names, LocalDate today) {
            return new DifficultyRow(
                    one.id(),
                    one.visit(),
                    DeskNames.pick(names, one.children()),
                    one.kind(),
                    one.words(),
                    one.foundOn(),
                    one.openedBy(),
                    one.service(),
                    one.plan(),
                    one.who(),
                    one.until(),
                    one.solvedOn() == null && one.until() != null && one.until().isBefore(today),
                    one.solvedOn(),
                    one.effect(),
                    one.steps().stream()
                            .map(step -> new StepRow(step.on(), step.words(), step.by()))
                            .toList(),
                    one.version());
        }
    }
}
