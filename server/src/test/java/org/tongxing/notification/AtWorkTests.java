package org.tongxing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.modulith.events.core.EventPublicationRepository;

/** Who is alive says only of those events that it is at, so that nobody waits for an end that never comes. */
class AtWorkTests {

    private final UUID event = UUID.randomUUID();
    private final AtWork atWork = new AtWork();
    private final EventPublicationRepository kept = mock(EventPublicationRepository.class);
    private final EventPublicationRepository watched =
            (EventPublicationRepository) this.atWork.postProcessAfterInitialization(this.kept, "kept");

    @Test
    void isAtAnEventFromItsBeginningToItsEnd() {
        this.watched.markProcessing(this.event);
        assertThat(this.atWork.ids()).containsExactly(this.event.toString());
        this.watched.markCompleted(this.event, Instant.EPOCH);
        assertThat(this.atWork.ids()).isEmpty();
    }

    @Test
    void isNotAtAnEventWhoseBeginningTheDatabaseDidNotTake() {
        doThrow(new DataAccessResourceFailureException("gone")).when(this.kept).markProcessing(any());
        assertThatThrownBy(() -> this.watched.markProcessing(this.event))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(this.atWork.ids()).isEmpty();
    }

    @Test
    void isNotAtAnEventWhoseEndTheDatabaseDidNotTake() {
        doThrow(new DataAccessResourceFailureException("gone")).when(this.kept).markFailed(any());
        this.watched.markProcessing(this.event);
        assertThatThrownBy(() -> this.watched.markFailed(this.event))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(this.atWork.ids()).isEmpty();
    }
}
