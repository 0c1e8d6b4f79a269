package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.DifficultyKind;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.DifficultyMapper.DifficultyRow;
import org.tongxing.visit.DifficultyMapper.StepRow;

/** What is difficult for a child: situation, problem, plan, measures and effect, followed until it is solved. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-39")
@Clause("JB-43")
public class Difficulties {

    private final DifficultyMapper mapper;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Opens what was found; the caller has checked that the opener answers for these children. */
    public List<Long> open(
            @Nullable Long visit, LocalDate foundOn, List<Long> children, List<Found> found, Author opener) {
        return found.stream()
                .map(one -> {
                    DifficultyMapper.NewDifficulty difficulty = new DifficultyMapper.NewDifficulty(
                            visit, one, sealed(one.words()), foundOn, opener, LocalDateTime.now(this.clock));
                    this.mapper.insert(difficulty);
                    this.mapper.addChildren(difficulty.getId(), children);
                    this.events.publishEvent(new DifficultyOpened(difficulty.getId(), children));
                    return difficulty.getId();
                })
                .toList();
    }

    /** The difficulties of a scope, the open ones first and among them those due soonest. */
    @Transactional(readOnly = true)
    public Page<Difficulty> list(Scope scope, Question question, Paging paging) {
        List<DifficultyRow> rows = this.mapper.list(scope, question, paging);
        return new Page<>(opened(scope, rows), this.mapper.count(scope, question));
    }

    /** The children a difficulty is about; empty when there is none. */
    @Transactional(readOnly = true)
    public Set<Long> children(long id) {
        return Set.copyOf(this.mapper.about(id));
    }

    /** Notes something that was done about it. */
    public void step(Scope scope, long id, String words, Author by) {
        if (lock(scope, id).solvedOn() != null) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        this.mapper.addStep(id, LocalDate.now(this.clock), sealed(words), by, LocalDateTime.now(this.clock));
    }

    /** Says what class it is, what is planned, who takes it up and until when [JB-45, JB-46]. */
    @Clause("JB-45")
    public void assign(Scope scope, long id, Assignment assignment) {
        lock(scope, id);
        if (this.mapper.assign(id, assignment, this.vault.seal(assignment.plan())) != 1) {
            throw new Refusal(ProblemCode.STALE);
        }
    }

    /** It is solved, with what came of it. */
    public void solve(Scope scope, long id, String effect, Author by) {
        lock(scope, id);
        if (this.mapper.solve(id, LocalDate.now(this.clock), sealed(effect)) != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        this.mapper.addStep(id, LocalDate.now(this.clock), sealed("办好了"), by, LocalDateTime.now(this.clock));
        this.events.publishEvent(new DifficultySolved(id));
    }

    /** It is not solved after all. */
    public void reopen(Scope scope, long id, String why, Author by) {
        lock(scope, id);
        if (this.mapper.reopen(id) != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        this.mapper.addStep(id, LocalDate.now(this.clock), sealed("还没办好：" + why), by, LocalDateTime.now(this.clock));
    }

    private DifficultyRow lock(Scope scope, long id) {
        DifficultyRow row = this.mapper.lock(scope, id);
        if (row == null) {
            throw Refusal.notFound("difficulty", id);
        }
        return row;
    }

    private List<Difficulty> opened(Scope scope, List<DifficultyRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(DifficultyRow::id).toList();
        Map<Long, List<StepRow>> steps =
                this.mapper.steps(scope, ids).stream().collect(Collectors.groupingBy(StepRow::difficultyId));
        Map<Long, List<Long>> children = this.mapper.children(scope, ids).stream()
                .collect(Collectors.groupingBy(
                        DifficultyMapper.AboutChild::difficultyId,
                        Collectors.mapping(DifficultyMapper.AboutChild::childId, Collectors.toList())));
        return rows.stream()
                .map(row -> new Difficulty(
                        row.id(),
                        row.visitId(),
                        children.getOrDefault(row.id(), List.of()),
                        row.kind() == null ? null : DifficultyKind.valueOf(row.kind()),
                        Objects.requireNonNull(this.vault.open(row.wordsSealed())),
                        row.foundOn(),
                        row.service() == null ? null : AssistanceService.valueOf(row.service()),
                        this.vault.open(row.planSealed()),
                        row.who(),
                        row.untilOn(),
                        row.solvedOn(),
                        this.vault.open(row.effectSealed()),
                        row.openedByName(),
                        steps.getOrDefault(row.id(), List.of()).stream()
                                .map(step -> new Step(
                                        step.didOn(),
                                        Objects.requireNonNull(this.vault.open(step.wordsSealed())),
                                        step.byName()))
                                .toList(),
                        row.version()))
                .toList();
    }

    private String sealed(String words) {
        return Objects.requireNonNull(this.vault.seal(words.strip()));
    }

    /** What was found; the class may be left to whoever classifies [JB-44]. */
    public record Found(
            @Nullable DifficultyKind kind,
            String words,
            @Nullable String who,
            @Nullable LocalDate until) {}

    /** Who opened something or did something about it: a phone account or an account of the console. */
    public record Author(@Nullable Long phone, @Nullable Long account, String name) {

        public static Author phone(long account, String name) {
            return new Author(account, null, name);
        }
    }

    /** What to look for; what is not given matches all. */
    public record Question(
            @Nullable Boolean solved,
            @Nullable DifficultyKind kind,
            boolean unsorted,
            @Nullable LocalDate overdueOn,
            @Nullable Long visit,
            @Nullable Long child) {

        public static final Question ALL = new Question(null, null, false, null, null, null);
        public static final Question OPEN = new Question(false, null, false, null, null, null);
    }

    /** Class, service, plan, who and until when; refused when another has written one since this version. */
    public record Assignment(
            @Nullable DifficultyKind kind,
            @Nullable AssistanceService service,
            @Nullable String plan,
            @Nullable String who,
            @Nullable LocalDate until,
            int version) {}

    /** Something that was done. */
    public record Step(LocalDate on, String words, String by) {}

    /** A difficulty with what was done about it. */
    public record Difficulty(
            long id,
            @Nullable Long visit,
            List<Long> children,
            @Nullable DifficultyKind kind,
            String words,
            LocalDate foundOn,
            @Nullable AssistanceService service,
            @Nullable String plan,
            @Nullable String who,
            @Nullable LocalDate until,
            @Nullable LocalDate solvedOn,
            @Nullable String effect,
            String openedBy,
            List<Step> steps,
            int version) {}
}
