package org.tongxing.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;

/**
 * Writes what was done in a transaction of its own, before the answer leaves. Each running instance keeps one chain:
 * {@code hash = SM3(previous ‖ row ‖ children)}.
 */
@Service
public class AuditLog {

    static final String FIRST = "0".repeat(64);

    private final AuditMapper mapper;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final String chain = UUID.randomUUID().toString();
    private long position;
    private String head = FIRST;

    AuditLog(AuditMapper mapper, Clock clock, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Records a deed about children, or about none. */
    public void record(@Nullable Caller caller, Deed deed, Collection<Long> childIds, @Nullable String purpose) {
        append(Doer.of(caller), deed, childIds, null, purpose);
    }

    /** Records a deed about something else than a child, such as {@code import:7}. */
    public void record(@Nullable Caller caller, Deed deed, String subject) {
        append(Doer.of(caller), deed, List.of(), subject, null);
    }

    /** Records a deed of the account kept in a division, by somebody who is not signed in to it. */
    public void recordUnsigned(@Nullable Long accountId, DivisionCode division, Deed deed, String subject) {
        append(new Doer(accountId, null, division.value()), deed, List.of(), subject, null);
    }

    /** Records a deed about children by somebody of the phone side, kept where he or she is tied to. */
    public void recordUnsigned(DivisionCode division, Deed deed, String subject, Collection<Long> childIds) {
        append(new Doer(null, null, division.value()), deed, childIds, subject, null);
    }

    /** Records a deed about children that were asked for under a subject, such as {@code child:7}. */
    public void record(@Nullable Caller caller, Deed deed, String subject, Collection<Long> childIds) {
        append(Doer.of(caller), deed, childIds, subject, null);
    }

    /** Records a deed about children under a subject, with what it was for. */
    public void record(Caller caller, Deed deed, String subject, Collection<Long> childIds, @Nullable String purpose) {
        append(Doer.of(caller), deed, childIds, subject, purpose);
    }

    private synchronized void append(
            Doer doer, Deed deed, Collection<Long> childIds, @Nullable String subject, @Nullable String purpose) {
        LocalDateTime at = LocalDateTime.now(this.clock).truncatedTo(ChronoUnit.MILLIS);
        AuditRow row = new AuditRow(
                this.chain,
                this.position + 1,
                at,
                doer.accountId(),
                doer.role(),
                doer.division(),
                deed.name(),
                subject,
                purpose,
                this.head);
        List<Long> children = childIds.stream().distinct().sorted().toList();
        String hash = hash(row, children);
        this.ownTransaction.executeWithoutResult(status -> {
            AuditMapper.Inserted inserted = new AuditMapper.Inserted();
            this.mapper.insert(inserted, row, hash);
            if (!children.isEmpty()) {
                this.mapper.insertChildren(inserted.getId(), children);
            }
        });
        this.position++;
        this.head = hash;
    }

    /** How many children's files and names this person has opened on a day. */
    public int readsOn(long accountId, LocalDate day) {
        return this.mapper.reads(accountId, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    static String hash(AuditRow row, List<Long> children) {
        return Vault.sm3(String.join(
                "|",
                row.previous(),
                row.chain(),
                Long.toString(row.position()),
                row.at().toString(),
                String.valueOf(row.accountId()),
                String.valueOf(row.role()),
                row.division(),
                row.action(),
                String.valueOf(row.subject()),
                String.valueOf(row.purpose()),
                children.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }

    /** Who did it, as far as it is known. */
    private record Doer(@Nullable Long accountId, @Nullable String role, String division) {

        static Doer of(@Nullable Caller caller) {
            return caller == null
                    ? new Doer(null, null, "")
                    : new Doer(
                            caller.accountId(),
                            caller.role().name(),
                            caller.division().value());
        }
    }

    /** A row of the chain without its hash. */
    record AuditRow(
            String chain,
            long position,
            LocalDateTime at,
            @Nullable Long accountId,
            @Nullable String role,
            String division,
            String action,
            @Nullable String subject,
            @Nullable String purpose,
            String previous) {}
}
