package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitEndpoint.SetAsideCause;
import org.tongxing.contract.VisitEndpoint.SetAsideState;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Nearness.Standing;
import org.tongxing.visit.SetAsideMapper.SetAsideRow;
import org.tongxing.visit.VisitWriter.Letter;
import tools.jackson.databind.json.JsonMapper;

/** The inbox of visits that could not be recorded as they were sent; a person decides about each. */
@Service
@Transactional
@RequiredArgsConstructor
public class SetAsides {

    private final SetAsideMapper mapper;
    private final Children children;
    private final Vault vault;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Optional<Long> sameAs(Letter letter) {
        return Optional.ofNullable(this.mapper.find(letter));
    }

    /** Keeps what was sent, sealed; the same content under the same key waits once. */
    long keep(
            Letter letter,
            SetAsideCause cause,
            Standing standing,
            VisitRequest request,
            Report report,
            @Nullable Long earlier) {
        Long known = this.mapper.find(letter);
        if (known != null) {
            return known;
        }
        SetAsideMapper.NewSetAside setAside = new SetAsideMapper.NewSetAside(
                letter,
                cause.name(),
                Objects.requireNonNull(this.vault.seal(this.json.writeValueAsString(request))),
                report.visitedOn(),
                standing,
                village(report.childIds()),
                earlier,
                LocalDateTime.now(this.clock));
        try {
            this.mapper.insert(setAside);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return Objects.requireNonNull(this.mapper.find(letter));
        }
        this.mapper.addChildren(setAside.getId(), report.childIds());
        this.events.publishEvent(new VisitSetAside(setAside.getId()));
        return setAside.getId();
    }

    /** What the caller sent that waits or was decided, the newest first. */
    @Transactional(readOnly = true)
    public List<SetAside> of(PhoneCaller caller) {
        return views(this.mapper.of(caller.accountId()));
    }

    @Transactional(readOnly = true)
    public int waitingOf(PhoneCaller caller) {
        return this.mapper.waitingOf(caller.accountId());
    }

    /** What waits, or was decided, in a scope; the oldest first. */
    @Transactional(readOnly = true)
    public List<SetAside> in(Scope scope, SetAsideState state) {
        return views(this.mapper.in(scope, state.name()));
    }

    private List<SetAside> views(List<SetAsideRow> rows) {
        return rows.stream().map(row -> SetAside.of(row, content(row))).toList();
    }

    private VisitRequest content(SetAsideRow row) {
        return this.json.readValue(Objects.requireNonNull(this.vault.open(row.contentSealed())), VisitRequest.class);
    }

    private String village(List<Long> ids) {
        return this.children
                .known(Scope.ofChildren(Set.copyOf(ids)), ids)
                .values()
                .iterator()
                .next()
                .village()
                .value();
    }

    /**
     * Something in the inbox.
     *
     * @param visit the earlier visit with the same key, or what became of this one
     */
    public record SetAside(
            long id,
            String key,
            SetAsideCause cause,
            SetAsideState state,
            LocalDate visitedOn,
            String by,
            List<Long> children,
            VisitRequest content,
            @Nullable Long visit,
            @Nullable String decision,
            LocalDateTime receivedAt) {

        static SetAside of(SetAsideRow row, VisitRequest content) {
            return new SetAside(
                    row.id(),
                    row.idempotencyKey(),
                    SetAsideCause.valueOf(row.cause()),
                    SetAsideState.valueOf(row.state()),
                    row.visitedOn(),
                    row.byName(),
                    row.children(),
                    content,
                    row.visitId(),
                    row.decision(),
                    row.receivedAt());
        }

        /** Why it is here and what happens now, in plain words. */
        public String text() {
            if (this.state == SetAsideState.RECORDED) {
                return "镇里看过，记上了";
            }
            if (this.state == SetAsideState.DISMISSED) {
                return this.decision == null ? "镇里看过，没有记" : "镇里看过，没有记：" + this.decision;
            }
            return switch (this.cause) {
                case SAME_KEY_OTHER_CONTENT -> "先前已经收到一份，内容不一样。先前那份没动，这份另存了，镇里会看";
                case NOT_PAIRED_THAT_DAY -> "那天你家和孩子不在结对期里。这份另存了，镇里看过再说";
                case FACET_CHANGED -> "走访记上了。有几句是写孩子情况的，别人刚改过那里，你写的另存了，镇里看过再定";
            };
        }
    }
}
