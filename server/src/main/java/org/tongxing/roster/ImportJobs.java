package org.tongxing.roster;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.kernel.JobSettings;
import org.tongxing.persistence.Lease;
import org.tongxing.persistence.LeasedWork;

/** Reads and takes over rosters in the background. */
@Component
class ImportJobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    private final ImportMapper mapper;
    private final Reading reading;
    private final Preparation preparation;
    private final TakeOver takeOver;
    private final Retention retention;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LeasedWork leased;

    ImportJobs(
            ImportMapper mapper,
            Reading reading,
            Preparation preparation,
            TakeOver takeOver,
            Retention retention,
            TransactionTemplate transaction,
            JobSettings jobs,
            Clock clock) {
        this.mapper = mapper;
        this.reading = reading;
        this.preparation = preparation;
        this.takeOver = takeOver;
        this.retention = retention;
        this.transaction = transaction;
        this.clock = clock;
        this.leased = new LeasedWork("roster", jobs.patience(), clock, this::work);
    }

    /** Takes up an import if nobody is at it; whoever asked need not wait. */
    void begin(long id) {
        this.leased.begin(id);
    }

    /** Looks for work that nobody is at, first right after the start. */
    @Scheduled(initialDelay = 1, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void lookAround() {
        List<Long> orphans = this.mapper.orphans(now());
        orphans.forEach(this::begin);
    }

    @Override
    public void destroy() throws InterruptedException {
        if (!this.leased.stop()) {
            LOG.warn("Imports are still at work; another instance takes them up when their lease ends");
        }
        this.mapper.release(this.leased.lease().worker());
    }

    private void work(long id) {
        ImportMapper.ImportRow row = claimed(id);
        if (row == null) {
            return;
        }
        try {
            if (row.state() == ImportState.READING) {
                this.reading.read(row, this.leased.lease());
            } else {
                this.preparation.prepare(row, this.leased.lease());
                long begin = System.nanoTime();
                this.takeOver.take(row, this.leased.lease());
                LOG.info("Import {} was taken over in {} ms", id, (System.nanoTime() - begin) / NANOS_PER_MILLISECOND);
                this.retention.lookAround();
            }
        } catch (Lease.Lost lost) {
            LOG.info("Import {} is no longer ours to work on", id);
        } catch (RuntimeException failure) {
            giveUp(row, failure);
        }
    }

    private ImportMapper.@org.jspecify.annotations.Nullable ImportRow claimed(long id) {
        return this.transaction.execute(status -> {
            if (this.mapper.lockOrphan(id, now()) == null) {
                return null;
            }
            this.mapper.claim(
                    id, this.leased.lease().worker(), this.leased.lease().renewed());
            return this.mapper.get(id);
        });
    }

    private void giveUp(ImportMapper.ImportRow row, RuntimeException failure) {
        boolean again = row.attempts() < MOST_ATTEMPTS;
        // Messages of a database may quote what was to be written, so only the kind of failure is told.
        LOG.warn("Import {} failed while {}: {}", row.id(), row.state(), kind(failure));
        try {
            if (again) {
                this.mapper.putOff(row.id(), row.state(), now().plus(PAUSE));
            } else if (row.state() == ImportState.READING) {
                this.mapper.giveUp(row.id(), row.state(), ImportState.FAILED, "读到一半没读完，再传一次");
                this.retention.forget(row.id());
            } else {
                this.mapper.giveUp(row.id(), row.state(), ImportState.PREVIEW, "刚才没收成，一行都没动，再收一次");
                this.preparation.discard(row.id());
            }
        } catch (RuntimeException unreachable) {
            LOG.warn("Import {} is left until its lease ends", row.id());
        }
    }

    private static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String code = root instanceof SQLException sql ? " " + sql.getErrorCode() : "";
        StackTraceElement[] stack = root.getStackTrace();
        return root.getClass().getName() + code + (stack.length == 0 ? "" : " at " + stack[0]);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
