package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.DraftEndpoint.DraftKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.DraftMapper.DraftRow;

/** Second copies of what is being written on phones: sealed, never read here, one revision after the other. */
@Service
@Transactional
@RequiredArgsConstructor
public class Drafts {

    private static final int MOST = 50;
    private static final Period KEPT = Period.ofDays(90);

    private final DraftMapper mapper;
    private final Vault vault;
    private final Clock clock;

    /** The drafts of an account, the newest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(long account) {
        return this.mapper.of(account).stream().map(this::opened).toList();
    }

    /** Keeps a draft that follows the given revision; refused when another phone has written one since. */
    public Draft keep(long account, String key, DraftKind kind, String content, @Nullable Integer follows) {
        String known = key.toLowerCase(Locale.ROOT);
        DraftRow row = this.mapper.lock(account, known);
        if (!Objects.equals(row == null ? null : row.revision(), follows)) {
            throw new Refusal(ProblemCode.STALE);
        }
        String sealed = Objects.requireNonNull(this.vault.seal(content));
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (row == null) {
            insert(account, known, kind, sealed, now);
        } else {
            this.mapper.update(account, known, kind.name(), sealed, now);
        }
        return opened(Objects.requireNonNull(this.mapper.lock(account, known)));
    }

    private void insert(long account, String key, DraftKind kind, String sealed, LocalDateTime now) {
        if (this.mapper.count(account) >= MOST) {
            throw new Refusal(ProblemCode.TOO_OFTEN);
        }
        try {
            this.mapper.insert(account, key, kind.name(), sealed, now);
        } catch (DuplicateKeyException otherPhone) {
            throw new Refusal(ProblemCode.STALE);
        }
    }

    /** Throws a draft away; one that is not there is as good as gone. */
    public void discard(long account, String key) {
        this.mapper.delete(account, key.toLowerCase(Locale.ROOT));
    }

    /** What was written under this key has arrived. */
    void sent(long account, String key) {
        this.mapper.delete(account, key);
    }

    /** Nobody comes back to a draft after three months. */
    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Shanghai")
    public void forget() {
        LocalDateTime before = LocalDateTime.now(this.clock).minus(KEPT);
        int gone = 1;
        while (gone > 0) {
            gone = this.mapper.forget(before);
        }
    }

    private Draft opened(DraftRow row) {
        return new Draft(
                row.key(),
                DraftKind.valueOf(row.kind()),
                Objects.requireNonNull(this.vault.open(row.contentSealed())),
                row.revision(),
                row.savedAt());
    }

    /** A draft with its revision. */
    public record Draft(String key, DraftKind kind, String content, int revision, LocalDateTime savedAt) {}
}
