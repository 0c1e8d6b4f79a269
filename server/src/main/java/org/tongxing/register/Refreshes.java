package org.tongxing.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Adoptions;
import org.tongxing.problem.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The update of every March: who said that the children of a village were counted, and who is still without anybody. */
@Service
@Transactional
@RequiredArgsConstructor
public class Refreshes {

    private static final TypeReference<Map<State.Reason, Integer>> REASONS = new TypeReference<>() {};

    private final RefreshMapper mapper;
    private final Adoptions adoptions;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * The villages of a place in a year, as it was known on a day. Villages of which no adopted book asks it are left out.
     */
    @Clause("JB-32")
    @Transactional(readOnly = true)
    public RefreshSheet of(Scope scope, int year, LocalDate on) {
        if (scope.unitId() != null) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (year > on.getYear() || on.isAfter(LocalDate.now(this.clock))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        Map<String, LocalDate> first = new TreeMap<>();
        this.mapper.first(scope).forEach(row -> first.put(row.township(), row.firstOn()));
        Set<String> townships = new TreeSet<>(first.keySet());
        if (scope.division().level().compareTo(DivisionCode.Level.TOWNSHIP) >= 0) {
            townships.add(scope.division().at(DivisionCode.Level.TOWNSHIP).value());
        }
        // Places above the townships do not follow their books; what is asked there is what is asked below.
        Optional<Demand> asked = townships.stream()
                .flatMap(township -> demand(township, year).stream())
                .findFirst();
        if (asked.isEmpty()) {
            return new RefreshSheet(year, on, null, null, List.of());
        }
        LocalDate due = asked.get().days().get(0);
        townships.removeIf(
                township -> !Demand.inForce(this.adoptions, new DivisionCode(township), Demand.REFRESH, due));
        LocalDate judged = on.isBefore(due) ? on : due;
        List<VillageRefresh> villages = townships.isEmpty()
                ? List.of()
                : this.mapper
                        .villages(
                                scope,
                                townships,
                                year,
                                judged,
                                on,
                                on.plusDays(1).atStartOfDay())
                        .stream()
                        .map(row -> village(
                                row,
                                due,
                                on,
                                first.get(new DivisionCode(row.code())
                                        .at(DivisionCode.Level.TOWNSHIP)
                                        .value())))
                        .toList();
        return new RefreshSheet(year, on, asked.get().clause(), due, villages);
    }

    private Optional<Demand> demand(String township, int year) {
        return Demand.of(this.adoptions, new DivisionCode(township), Demand.REFRESH, year);
    }

    private VillageRefresh village(
            RefreshMapper.VillageRow row, LocalDate due, LocalDate on, @Nullable LocalDate first) {
        VillageRefresh.RefreshSaid said = row.saidId() == null
                ? null
                : new VillageRefresh.RefreshSaid(
                        row.saidId(),
                        Objects.requireNonNull(row.outcome()),
                        row.note(),
                        Objects.requireNonNull(row.saidBy()),
                        Objects.requireNonNull(row.saidByName()),
                        Objects.requireNonNull(row.saidAt()));
        return new VillageRefresh(
                row.code(),
                row.name(),
                VillageRefresh.State.of(
                        due,
                        on,
                        first,
                        said == null ? null : said.at().toLocalDate(),
                        row.uncoveredDue(),
                        row.uncoveredNow()),
                said,
                row.eligibleDue(),
                row.uncoveredDue(),
                this.json.readValue(row.reasonsDue(), REASONS),
                row.eligibleNow(),
                row.uncoveredNow());
    }

    /**
     * Says that the children of a village were counted this year.
     *
     * @throws Refusal ALREADY_THERE when somebody has said so
     */
    @Clause("JB-32")
    public long say(Caller caller, DivisionCode village, Outcome outcome, @Nullable String note) {
        mayCount(caller);
        caller.scope().within(village);
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (village.level() != DivisionCode.Level.VILLAGE
                || Demand.of(this.adoptions, village, Demand.REFRESH, now.getYear())
                        .isEmpty()) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        RefreshMapper.Saying saying = new RefreshMapper.Saying(
                village.value(),
                now.getYear(),
                outcome,
                note,
                this.mapper.eligible(village.value(), now.toLocalDate()),
                caller,
                now);
        try {
            this.mapper.insert(saying);
        } catch (DuplicateKeyException said) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        this.events.publishEvent(new DeadlineAnswered(village.value()));
        return saying.getId();
    }

    /** Takes it back; that it was said stays on file. A child director takes back only what he or she said. */
    public void withdraw(Caller caller, long id) {
        mayCount(caller);
        RefreshMapper.SaidRow row = this.mapper.lock(caller.scope(), id);
        if (row == null || row.ofYear() != LocalDate.now(this.clock).getYear()) {
            throw Refusal.notFound("register-refresh", id);
        }
        if (row.saidBy() != caller.accountId() && !caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        this.mapper.withdraw(id, caller, LocalDateTime.now(this.clock));
        this.events.publishEvent(new DeadlineAnswered(row.villageCode()));
    }

    private static void mayCount(Caller caller) {
        Role role = caller.role();
        if (role != Role.CHILD_DIRECTOR && role != Role.CHILD_SUPERVISOR && role != Role.TOWNSHIP_ADMIN) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    /** What counting brought. */
    public enum Outcome {
        /** 清点完，没有变化. */
        UNCHANGED,
        /** 清点完，有变化已登记. */
        CHANGED
    }

    /**
     * The villages of a place in a year.
     *
     * @param on the day asked about
     * @param clause what asks for it; null where no adopted book does
     */
    public record RefreshSheet(
            int year,
            LocalDate on,
            @Nullable String clause,
            @Nullable LocalDate due,
            List<VillageRefresh> villages) {}
}
