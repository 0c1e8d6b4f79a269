package org.tongxing.audit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

/** Answers who did what, and whom it was about. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class AuditTrail {

    private final AuditMapper mapper;

    /** What was done by the accounts of a region, the newest first. */
    public Page<Found> search(Scope scope, Question question, Paging paging) {
        String division = scope.division().value();
        List<Entry> entries = this.mapper.search(division, question, paging);
        Map<Long, List<Long>> children = entries.isEmpty()
                ? Map.of()
                : this.mapper.children(entries.stream().map(Entry::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                AuditMapper.AboutChild::entryId,
                                Collectors.mapping(AuditMapper.AboutChild::childId, Collectors.toList())));
        return new Page<>(
                entries.stream()
                        .map(entry -> new Found(entry, children.getOrDefault(entry.id(), List.of())))
                        .toList(),
                this.mapper.count(division, question));
    }

    /**
     * Who opened, changed, unmasked or exported what is kept of one child, whichever region they belong to, the newest first;
     * lists in which the child was one of many are only counted.
     */
    public Readers ofChild(long childId, Paging paging) {
        return new Readers(
                this.mapper.ofChild(childId, paging),
                this.mapper.countOfChild(childId),
                this.mapper.listsWith(childId));
    }

    /** Deeds about one child, how many there are in all, and in how many lists the child stood. */
    public record Readers(List<Entry> entries, long total, long lists) {}

    /** What to look for; what is not given matches all. {@code until} is exclusive. */
    public record Question(
            @Nullable Long accountId,
            @Nullable Long childId,
            @Nullable Deed deed,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** A row of the audit; the account is null when nobody was signed in. */
    public record Entry(
            long id,
            LocalDateTime at,
            @Nullable Long accountId,
            @Nullable String role,
            String divisionCode,
            String action,
            @Nullable String subject,
            @Nullable String purpose) {}

    /** A row with the children it was about. */
    public record Found(Entry entry, List<Long> childIds) {}
}
