package org.tongxing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
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
    void isAtAnEventFromItsBeginningUntilItsTaskEnds() {
        List<String> during = new ArrayList<>();
        this.atWork
                .decorate(() -> {
                    assertThat(this.atWork.ids()).isEmpty();
                    this.watched.markProcessing(this.event);
                    during.addAll(this.atWork.ids());
                })
                .run();
        assertThat(during).containsExactly(this.event.toString());
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
    void isNotAtAnEventAnyMoreOfWhoseEndNobodyCouldTellTheDatabase() {
        Runnable task = this.atWork.decorate(() -> {
            this.watched.markProcessing(this.event);
            throw new DataAccessResourceFailureException("gone");
        });
        assertThatThrownBy(task::run).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(this.atWork.ids()).isEmpty();
    }

    @Test
    void leavesAloneWhatOthersAreAt() {
        this.watched.markProcessing(this.event);
        Thread other = new Thread(this.atWork.decorate(() -> this.watched.markProcessing(UUID.randomUUID())));
        other.start();
        assertThatCode(other::join).doesNotThrowAnyException();
        assertThat(this.atWork.ids()).containsExactly(this.event.toString());
    }
}
