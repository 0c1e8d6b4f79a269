package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.child.Newcomers;

/**
 * Keeps uploaded workbooks, and what was read from them, no longer than the page promises: thirty days, in which a
 * marked-up copy can be fetched; nothing of a roster that was abandoned or had nothing to mark.
 */
@Component
@RequiredArgsConstructor
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int DAYS = 30;
    private static final Set<ImportState> NEVER_ACCEPTED =
            Set.of(ImportState.MAPPING, ImportState.PREVIEW, ImportState.FAILED);

    private final ImportMapper mapper;
    private final StagedRows staged;
    private final RosterFiles files;
    private final RefusedRows refused;
    private final Newcomers newcomers;
    private final Clock clock;

    /** The day on which something of today is deleted. */
    static LocalDate lastDay(LocalDate today) {
        return today.plusDays(DAYS);
    }

    /** Looks for what is due, first right after the start: nobody promises that the server runs at midnight. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void lookAround() {
        for (Long id : this.mapper.due(LocalDate.now(this.clock))) {
            this.mapper.move(id, NEVER_ACCEPTED, ImportState.ABANDONED);
            forget(id);
            LOG.info("Deleted the workbook of import {} as promised", id);
        }
        // What a crash has left: prepared by nobody who is still at it, for nobody who will take it over.
        for (Long id : this.newcomers.preparedImports()) {
            ImportMapper.ImportRow row = this.mapper.get(id);
            if (row == null || row.state() != ImportState.ACCEPTING) {
                this.newcomers.clear(id);
            }
        }
    }

    /** Deletes the workbook of an import and its rows; what waits on the list of refused rows stays. */
    void forget(long id) {
        this.files.delete(id);
        this.staged.clear(id);
        this.refused.discard(id);
        this.mapper.forgotten(id);
    }
}
