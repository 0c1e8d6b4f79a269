package org.tongxing.register;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.JobSettings;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Behind;
import org.tongxing.persistence.Lease;
import org.tongxing.persistence.LeasedWork;

/** Makes workbooks in the background, and deletes what has expired. */
@Component
class ExportJobs implements DisposableBean {

    /** How long a finished file can be fetched. */
    static final Duration LIFE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(ExportJobs.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** So many children are written down as read at once. */
    private static final int READ_AT_ONCE = 2_000;

    /** After so many children it is told how far the work is: telling is a commit. */
    private static final int TOLD_AFTER = 1_000;

    private final ExportMapper mapper;
    private final Pieces pieces;
    private final RegisterBook register;
    private final RefreshBook refresh;
    private final ChildrenBook children;
    private final AuditLog audit;
    private final Clock clock;
    private final LeasedWork leased;

    ExportJobs(
            ExportMapper mapper,
            Pieces pieces,
            RegisterBook register,
            RefreshBook refresh,
            ChildrenBook children,
            AuditLog audit,
            JobSettings jobs,
            Clock clock) {
        this.mapper = mapper;
        this.pieces = pieces;
        this.register = register;
        this.refresh = refresh;
        this.children = children;
        this.audit = audit;
        this.clock = clock;
        this.leased = new LeasedWork("register", jobs.patience(), clock, this::work);
    }

    /** Takes up an export if nobody is at it; whoever asked need not wait. */
    void begin(long id) {
        this.leased.begin(id);
    }

    /** Looks for work that nobody is at, first right after the start. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookAround() {
        this.mapper.orphans(now()).forEach(this::begin);
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        this.mapper.expire(now());
        this.pieces.sweep();
    }

    @Override
    public void destroy() throws InterruptedException {
        if (!this.leased.stop()) {
            LOG.warn("Exports are still at work; another instance takes them up when their lease ends");
        }
        this.mapper.release(this.leased.lease().worker());
    }

    private void work(long id) {
        if (this.mapper.claim(
                        id, this.leased.lease().worker(), this.leased.lease().renewed(), now())
                == 0) {
            return;
        }
        ExportMapper.ExportRow row = this.mapper.get(id);
        if (row == null) {
            return;
        }
        try {
            make(row);
        } catch (Lease.Lost lost) {
            this.pieces.forget(id, row.attempts());
            LOG.info("Export {} is no longer ours to make", id);
        } catch (IOException | RuntimeException failure) {
            giveUp(row, failure);
        }
    }

    private void make(ExportMapper.ExportRow row) throws IOException {
        Provenance provenance = new Provenance(
                row.askedByName(), now(), row.named(), row.purpose(), row.purposeNote(), Long.toString(row.id()));
        Scope scope = new Scope(new DivisionCode(row.divisionCode()), row.unitId(), null);
        int rows;
        long length;
        try (Behind behind = new Behind("register-behind")) {
            Working steps = new Working(row, provenance, behind);
            Pieces.Writing file = this.pieces.write(row.id(), row.attempts(), behind);
            rows = switch (row.kind()) {
                case REGISTER -> this.register.write(scope, row.onDay(), provenance, steps, file);
                case REFRESH ->
                    this.refresh.write(
                            scope,
                            row.ofYear() == null ? row.onDay().getYear() : row.ofYear(),
                            row.onDay(),
                            provenance,
                            steps,
                            file);
                case CHILDREN -> this.children.write(scope, row.filterSealed(), row.onDay(), provenance, steps, file);
            };
            file.close();
            steps.end();
            behind.await();
            length = file.length();
        }
        LocalDateTime at = now();
        if (this.mapper.finish(row.id(), this.leased.lease().worker(), row.attempts(), rows, length, at, at.plus(LIFE))
                != 1) {
            throw new Lease.Lost();
        }
    }

    private void giveUp(ExportMapper.ExportRow row, Exception failure) {
        boolean again = row.attempts() < MOST_ATTEMPTS;
        // Messages of a database may quote what was read, so only the kind of failure is told.
        LOG.warn("Export {} failed: {}", row.id(), failure.getClass().getName());
        try {
            this.pieces.forget(row.id(), row.attempts());
            this.mapper.giveUp(
                    row.id(),
                    this.leased.lease().worker(),
                    again ? ExportState.RUNNING : ExportState.FAILED,
                    again ? null : "没做成，再做一次",
                    again ? now().plus(PAUSE) : null);
        } catch (RuntimeException unreachable) {
            LOG.warn("Export {} is left until its lease ends", row.id());
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** Writes down who was read before the file can leave, and how far the work is. */
    private final class Working implements RegisterBook.Steps {

        private final ExportMapper.ExportRow row;
        private final Provenance provenance;
        private final Caller asker;
        private final Behind behind;
        private List<Long> read = new ArrayList<>();
        private int done;
        private int told;
        private int total;

        Working(ExportMapper.ExportRow row, Provenance provenance, Behind behind) {
            this.row = row;
            this.provenance = provenance;
            this.behind = behind;
            this.asker = new Caller(
                    row.askedBy(),
                    "",
                    row.askedByName(),
                    0,
                    row.askedAs(),
                    new DivisionCode(row.askedFrom()),
                    row.unitId());
        }

        @Override
        public void total(int children) {
            this.total = children;
            this.behind.write(() -> renew(0));
        }

        @Override
        public void place(List<Long> written, int looked) {
            this.read.addAll(written);
            this.done += looked;
            int far = this.done;
            if (far - this.told < TOLD_AFTER && far < this.total) {
                return;
            }
            this.told = far;
            if (Thread.currentThread().isInterrupted()) {
                throw new Lease.Lost();
            }
            List<Long> known = this.read.size() < READ_AT_ONCE && far < this.total ? List.of() : taken();
            this.behind.write(() -> {
                audit(known);
                renew(far);
            });
        }

        /** Writes down whoever was read beyond those there were in the beginning. */
        void end() {
            List<Long> last = taken();
            this.behind.write(() -> audit(last));
        }

        private List<Long> taken() {
            List<Long> taken = this.read;
            this.read = new ArrayList<>();
            return taken;
        }

        private void audit(List<Long> children) {
            if (!children.isEmpty()) {
                ExportJobs.this.audit.record(
                        this.asker,
                        Deed.EXPORTED,
                        "register-export:" + this.row.id(),
                        children,
                        this.provenance.audited());
            }
        }

        private void renew(int far) {
            if (ExportJobs.this.mapper.progress(
                            this.row.id(),
                            ExportJobs.this.leased.lease().worker(),
                            far,
                            this.total,
                            ExportJobs.this.leased.lease().renewed())
                    != 1) {
                throw new Lease.Lost();
            }
        }
    }
}
