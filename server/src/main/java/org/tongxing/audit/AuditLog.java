package org.tongxing.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Batches;
import org.tongxing.persistence.Together;

/**
 * Writes what was done in a transaction of its own, before the answer leaves. Each running instance keeps one chain:
 * {@code hash = SM3(previous ‖ row ‖ children)}.
 */
@Service
public class AuditLog {

    static final String FIRST = "0".repeat(64);

    private static final int ENTRIES_AT_ONCE = 200;
    private static final int CHILDREN_AT_ONCE = 2_000;

    private final AuditMapper mapper;
    private final Batches batches;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final Together<Pending, Pending> writing = new Together<>(ENTRIES_AT_ONCE, this::chain);
    private Head head = Head.ofNewChain();

    AuditLog(AuditMapper mapper, Batches batches, Clock clock, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.batches = batches;
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

    /** Records a deed about something else than a child, and what for. */
    public void record(@Nullable Caller caller, Deed deed, String subject, String purpose) {
        append(Doer.of(caller), deed, List.of(), subject, purpose);
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

    /** Returns once the entry is on disk; a chain has no fork, but one commit serves many readers. */
    private void append(
            Doer doer, Deed deed, Collection<Long> childIds, @Nullable String subject, @Nullable String purpose) {
        LocalDateTime at = LocalDateTime.now(this.clock).truncatedTo(ChronoUnit.MILLIS);
        this.writing.ask(new Pending(
                doer, deed, at, childIds.stream().distinct().sorted().toList(), subject, purpose));
    }

    private List<Pending> chain(List<Pending> some) {
        try {
            this.head = write(some);
            return some;
        } catch (DataIntegrityViolationException unfit) {
            throw unfit;
        } catch (RuntimeException failure) {
            // Whether the database has them is not known, so nothing may be chained to what was before.
            this.head = Head.ofNewChain();
            throw failure;
        }
    }

    private Head write(List<Pending> some) {
        List<AuditMapper.NewEntry> entries = new ArrayList<>(some.size());
        Head last = this.head;
        for (Pending one : some) {
            AuditRow row = one.row(last);
            String hash = hash(row, one.children());
            entries.add(new AuditMapper.NewEntry(row, hash));
            last = new Head(row.chain(), row.position(), hash);
        }
        this.ownTransaction.executeWithoutResult(status -> {
            this.batches.write(AuditMapper.class, entries, AuditMapper::insert);
            List<List<Long>> children = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                long entry = entries.get(i).getId();
                some.get(i).children().forEach(child -> children.add(List.of(entry, child)));
            }
            for (int from = 0; from < children.size(); from += CHILDREN_AT_ONCE) {
                this.mapper.insertChildren(children.subList(from, Math.min(children.size(), from + CHILDREN_AT_ONCE))
                        .toString());
            }
        });
        return last;
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

    /** Where the chain of this instance ends. */
    record Head(String chain, long position, String hash) {

        static Head ofNewChain() {
            return new Head(UUID.randomUUID().toString(), 0, FIRST);
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
