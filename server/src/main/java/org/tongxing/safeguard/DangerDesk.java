package org.tongxing.safeguard;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.Memberships;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.safeguard.DangerMapper.DangerRow;

/** Reports of danger on the screens of those on duty, until somebody takes them up. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-49")
public class DangerDesk {

    private final DangerMapper mapper;
    private final Memberships memberships;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What waits for somebody in the caller's place; with this answer it has been on the caller's screen. */
    public List<Danger> waiting(Caller caller) {
        List<DangerRow> rows = this.mapper.waiting(caller.scope(), levels(caller));
        received(caller, rows);
        return opened(rows);
    }

    /** All reports of a place the caller has, those that wait first. */
    public Page<Danger> list(Caller caller, Scope scope, @Nullable DangerState state, Paging paging) {
        String name = state == null ? null : state.name();
        List<DangerRow> rows = this.mapper.list(scope, levels(caller), name, paging);
        received(caller, rows);
        return new Page<>(opened(rows), this.mapper.count(scope, levels(caller), name));
    }

    /** One report. */
    public Danger get(Caller caller, long id) {
        DangerRow row = find(caller, id);
        received(caller, List.of(row));
        return opened(List.of(row)).get(0);
    }

    /** Takes a report up; refused when somebody else was faster. */
    public Danger accept(Caller caller, long id) {
        received(caller, List.of(find(caller, id)));
        if (this.mapper.accept(id, caller, LocalDateTime.now(this.clock)) != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        this.events.publishEvent(new DangerAccepted(id));
        return opened(List.of(find(caller, id))).get(0);
    }

    /** Opens who reported: the security administrator of the place, and nobody else. */
    @Transactional(readOnly = true)
    public Memberships.Person reporter(Caller caller, long id) {
        if (caller.role() != Role.SECURITY_ADMIN) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        String sealed = this.mapper.reporter(caller.scope(), id);
        if (sealed == null) {
            throw Refusal.notFound("danger", id);
        }
        String account = Objects.requireNonNull(this.vault.open(sealed)).substring("phone:".length());
        return this.memberships.person(Long.parseLong(account));
    }

    private DangerRow find(Caller caller, long id) {
        DangerRow row = this.mapper.find(caller.scope(), levels(caller), id);
        if (row == null) {
            throw Refusal.notFound("danger", id);
        }
        return row;
    }

    private void received(Caller caller, List<DangerRow> rows) {
        if (!rows.isEmpty()) {
            this.mapper.received(rows.stream().map(DangerRow::id).toList(), caller, LocalDateTime.now(this.clock));
        }
    }

    /** The levels at which this role has reports on the screen; refused for who is never on duty. */
    private static List<String> levels(Caller caller) {
        List<String> levels = Arrays.stream(DangerLevel.values())
                .filter(level -> level.isShownTo(caller.role()))
                .map(DangerLevel::name)
                .toList();
        if (levels.isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return levels;
    }

    private List<Danger> opened(List<DangerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(DangerRow::id).toList();
        Map<Long, List<Receipt>> receipts = this.mapper.receipts(ids).stream()
                .collect(Collectors.groupingBy(
                        DangerMapper.ReceiptRow::reportId,
                        Collectors.mapping(
                                row -> new Receipt(row.name(), Role.valueOf(row.role()), row.receivedAt()),
                                Collectors.toList())));
        Map<Long, List<Addition>> additions = this.mapper.additions(ids).stream()
                .collect(Collectors.groupingBy(
                        DangerMapper.AdditionRow::reportId,
                        Collectors.mapping(
                                row -> new Addition(
                                        Objects.requireNonNull(this.vault.open(row.wordsSealed())), row.receivedAt()),
                                Collectors.toList())));
        return rows.stream()
                .map(row -> new Danger(
                        row.id(),
                        DangerKind.valueOf(row.kind()),
                        DangerState.valueOf(row.state()),
                        DangerLevel.valueOf(row.level()),
                        this.vault.open(row.wordsSealed()),
                        row.childId() == null ? null : new ChildId(row.childId()),
                        this.vault.open(row.childSealed()),
                        new DivisionCode(row.divisionCode()),
                        row.calledPolice(),
                        row.discoveredAt(),
                        row.reportedAt(),
                        row.receivedAt(),
                        additions.getOrDefault(row.id(), List.of()),
                        receipts.getOrDefault(row.id(), List.of()),
                        row.acceptedByName(),
                        row.acceptedAt()))
                .toList();
    }

    /** A report, opened, without who reported. */
    public record Danger(
            long id,
            DangerKind kind,
            DangerState state,
            DangerLevel level,
            @Nullable String words,
            @Nullable ChildId child,
            @Nullable String childWords,
            DivisionCode place,
            boolean calledPolice,
            LocalDateTime discoveredAt,
            LocalDateTime reportedAt,
            LocalDateTime receivedAt,
            List<Addition> additions,
            List<Receipt> receipts,
            @Nullable String acceptedBy,
            @Nullable LocalDateTime acceptedAt) {}

    /** Words that came later under the same key. */
    public record Addition(String words, LocalDateTime at) {}

    /** Who had it on the screen, and when first. */
    public record Receipt(String name, Role role, LocalDateTime at) {}
}
