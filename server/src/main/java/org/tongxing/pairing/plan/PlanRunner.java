package org.tongxing.pairing.plan;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.JobSettings;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.planning.Plan;
import org.tongxing.pairing.planning.Planner;
import org.tongxing.pairing.planning.Progress;
import org.tongxing.pairing.planning.Settings;

/**
 * Computes and publishes plans, one at a time per instance, and shows a heartbeat while it does. A plan that an instance
 * left behind computing fails with a plain reason; a publication left behind is taken up where it stopped.
 */
@Component
@RequiredArgsConstructor
class PlanRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRunner.class);
    private static final int WHOLE = 1000;

    private final PlanMapper plans;
    private final PlanStore store;
    private final Gathering gathering;
    private final AuditLog audit;
    private final JobSettings jobs;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();
    private final Set<Long> mine = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread planner = new Thread(work, "planner");
        planner.setDaemon(true);
        return planner;
    });

    /** The name under which this instance works. */
    String name() {
        return this.name;
    }

    Future<?> compute(long id, DivisionCode division) {
        return work(id, () -> {
            Asking asking = new Asking(id);
            asking.step(0, Progress.Phase.GATHERING.name());
            Gathered gathered = this.gathering.of(division);
            Plan plan = new Planner().plan(gathered.problem(), Settings.DEFAULT, asking);
            this.store.keep(id, this.name, gathered, plan);
        });
    }

    Future<?> publish(long id) {
        return work(id, () -> {
            PlanSheet sheet = this.plans.find(Scope.everywhere(), id);
            int placed = sheet == null ? 0 : sheet.placed();
            int done = sheet == null ? 0 : sheet.made() + sheet.notPossible();
            PlanStore.Published published = this.store.publishNext(id);
            while (published != null) {
                this.audit.record(null, Deed.PAIRED, published.made(), "plan:" + id);
                done += published.rows();
                int progress = WHOLE * done / Math.max(1, placed);
                this.plans.step(id, PlanState.PUBLISHING, this.name, progress, PlanState.PUBLISHING.name(), now());
                published = this.store.publishNext(id);
            }
        });
    }

    private Future<?> work(long id, Runnable work) {
        this.mine.add(id);
        return this.thread.submit(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                String reference = UUID.randomUUID().toString().substring(0, 8);
                LOG.error("Plan {} failed, reference {}", id, reference, failure);
                this.plans.move(id, PlanState.RUNNING, PlanState.FAILED, "没算成，把编号报给技术员：" + reference);
            } finally {
                this.mine.remove(id);
            }
        });
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void beat() {
        List<Long> working = List.copyOf(this.mine);
        if (!working.isEmpty()) {
            this.plans.beat(working, this.name, now());
        }
    }

    /** Looks after plans of an instance that no longer answers. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        LocalDateTime silentSince = now().minus(this.jobs.patience());
        this.plans.failSilent(silentSince, "算到一半服务停过，重新算一次");
        for (long id : this.plans.silentPublications(silentSince)) {
            takeOver(id, silentSince);
        }
    }

    private void takeOver(long id, LocalDateTime silentSince) {
        if (this.plans.takeOver(id, this.name, now(), silentSince) == 1) {
            publish(id);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    @Override
    public void destroy() {
        this.thread.shutdownNow();
    }

    /** Writes progress down at most twice a second; stops when the row says so. */
    private final class Asking implements Progress {

        private static final long EVERY_NANOS = 500_000_000;

        private final long id;
        private long last;
        private boolean stopped;

        Asking(long id) {
            this.id = id;
            this.last = System.nanoTime() - 2 * EVERY_NANOS;
        }

        @Override
        public void step(double done, String phase) {
            if (!this.stopped && System.nanoTime() - this.last >= EVERY_NANOS) {
                this.last = System.nanoTime();
                this.stopped = PlanRunner.this.plans.step(
                                this.id,
                                PlanState.RUNNING,
                                PlanRunner.this.name,
                                (int) Math.round(done * WHOLE),
                                phase,
                                now())
                        != 1;
            }
        }

        @Override
        public boolean cancelled() {
            return this.stopped || Thread.currentThread().isInterrupted();
        }
    }
}
