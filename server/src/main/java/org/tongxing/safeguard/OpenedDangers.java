package org.tongxing.safeguard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.safeguard.DangerMapper.DangerRow;

/** Opens sealed rows with everything that belongs to them, in as many queries for a page as for one report. */
@Component
@RequiredArgsConstructor
class OpenedDangers {

    private final DangerDeskMapper desk;
    private final Vault vault;

    List<Danger> of(Scope scope, List<DangerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(DangerRow::id).toList();
        Map<Long, List<Danger.Receipt>> receipts = this.desk.receipts(scope, ids).stream()
                .collect(groupingBy(
                        DangerMapper.ReceiptRow::reportId,
                        mapping(
                                row -> new Danger.Receipt(row.name(), Role.valueOf(row.role()), row.receivedAt()),
                                toList())));
        Map<Long, List<Danger.Addition>> additions = this.desk.additions(scope, ids).stream()
                .collect(groupingBy(
                        DangerDeskMapper.AdditionRow::reportId,
                        mapping(row -> new Danger.Addition(words(row.wordsSealed()), row.receivedAt()), toList())));
        Map<Long, List<Danger.Note>> notes = this.desk.notes(scope, ids).stream()
                .collect(groupingBy(
                        DangerDeskMapper.NoteRow::reportId,
                        mapping(
                                row -> new Danger.Note(words(row.wordsSealed()), row.name(), row.notedAt()),
                                toList())));
        return rows.stream()
                .map(row -> new Danger(
                        row.id(),
                        DangerKind.valueOf(row.kind()),
                        DangerState.valueOf(row.state()),
                        DangerLevel.valueOf(row.level()),
                        row.acceptBy(),
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
                        row.acceptedAt(),
                        notes.getOrDefault(row.id(), List.of()),
                        closing(row)))
                .toList();
    }

    private Danger.@Nullable Closing closing(DangerRow row) {
        return row.closedAt() == null
                ? null
                : new Danger.Closing(
                        words(Objects.requireNonNull(row.outcomeSealed())),
                        Objects.requireNonNull(row.closedByName()),
                        row.closedAt());
    }

    private String words(String sealed) {
        return Objects.requireNonNull(this.vault.open(sealed));
    }
}
