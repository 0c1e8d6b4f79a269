package org.tongxing.media;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.media.PhotoSweepMapper.Files;

/**
 * Throws away at night what nothing uses, what nobody consented to, and what would not go before. Several instances may
 * do it at once: deleting twice is no harm.
 */
@Component
@RequiredArgsConstructor
class PhotoSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoSweeper.class);
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final Duration INCOMPLETE = Duration.ofHours(6);
    private static final int HELD_DAYS = 30;

    private final PhotoSweepMapper mapper;
    private final PhotoMapper photos;
    private final Photos keeper;
    private final FileStore files;
    private final Clock clock;

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void night() {
        int swept = sweep();
        if (swept > 0) {
            LOG.info("{} photos were thrown away", swept);
        }
    }

    int sweep() {
        LocalDateTime now = LocalDateTime.now(this.clock);
        int swept = delete(this.mapper.unused(now.minus(UNUSED), now.minus(INCOMPLETE)), now)
                + delete(this.mapper.heldTooLong(LocalDate.now(this.clock).minusDays(HELD_DAYS)), now)
                + delete(this.mapper.notErased(now.minus(INCOMPLETE)), now);
        this.mapper.overdueTickets(now.minus(INCOMPLETE)).forEach(this::forget);
        return swept;
    }

    private int delete(List<Files> found, LocalDateTime now) {
        int deleted = 0;
        for (Files photo : found) {
            try {
                this.photos.delete(photo.id(), now);
                this.keeper.erase(photo.id(), photo.objectKey(), photo.thumbnailKey());
                deleted++;
            } catch (RuntimeException failure) {
                // One file that will not go must not keep the others.
                LOG.error("Photo {} could not be thrown away", photo.id(), failure);
            }
        }
        return deleted;
    }

    private void forget(PhotoSweepMapper.Ticket ticket) {
        this.files.delete(ticket.objectKey());
        this.mapper.forgetTicket(ticket.id());
    }
}
