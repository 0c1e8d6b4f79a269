package org.tongxing.pairing;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.problem.Refusal;

/** One episode of paired assistance: {@code [startsOn, endsOn)}. Ended is not deleted; pairing again is a new episode. */
@Getter
@TableName("pairing")
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class Pairing {

    /** How long a pairing made by mistake can be taken back. */
    public static final Duration UNDO = Duration.ofMinutes(10);

    @TableId(type = IdType.AUTO)
    private @Nullable Long id;

    private long childId;
    private long familyId;
    private Kind kind = Kind.FAMILY;
    private Status status = Status.ACTIVE;
    private LocalDate startsOn = LocalDate.EPOCH;
    private @Nullable LocalDate endsOn;
    private @Nullable EndReason endReason;
    private @Nullable String handOver;
    private @Nullable Long pairedBy;
    private LocalDateTime pairedAt = LocalDateTime.MIN;
    private @Nullable String pairedByName;
    private @Nullable Long decidedBy;
    private @Nullable LocalDateTime decidedAt;
    private @Nullable String decision;
    private @Nullable Long endedBy;
    private @Nullable LocalDateTime endedAt;
    private @Nullable Long replaces;

    @Version
    private int version;

    static Pairing begin(ChildId child, FamilyId family, LocalDate startsOn, Caller by, LocalDateTime now) {
        return begin(child, family, startsOn, by.accountId(), by.displayName(), now);
    }

    static Pairing begin(
            ChildId child, FamilyId family, LocalDate startsOn, long by, String byName, LocalDateTime now) {
        Pairing pairing = new Pairing();
        pairing.childId = child.value();
        pairing.familyId = family.value();
        pairing.startsOn = startsOn;
        pairing.pairedBy = by;
        pairing.pairedByName = byName;
        pairing.pairedAt = now;
        return pairing;
    }

    /** The same, but it counts only once another person has allowed what it waives. */
    static Pairing request(ChildId child, FamilyId family, LocalDate startsOn, Caller by, LocalDateTime now) {
        Pairing pairing = begin(child, family, startsOn, by, now);
        pairing.status = Status.REQUESTED;
        return pairing;
    }

    /** Lets a requested pairing begin, at the earliest today: until now nobody had the child. */
    void approve(Caller by, LocalDateTime now) {
        decide(by, now);
        this.status = Status.ACTIVE;
        LocalDate today = now.toLocalDate();
        this.startsOn = this.startsOn.isBefore(today) ? today : this.startsOn;
    }

    void reject(Caller by, LocalDateTime now, String reason) {
        decide(by, now);
        this.status = Status.REJECTED;
        this.endsOn = this.startsOn;
        this.decision = reason;
    }

    private void decide(Caller by, LocalDateTime now) {
        if (this.status != Status.REQUESTED) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        if (Objects.equals(this.pairedBy, by.accountId())) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
        this.decidedBy = by.accountId();
        this.decidedAt = now;
    }

    void end(LocalDate on, EndReason reason, @Nullable String handOver, Long by, LocalDateTime now) {
        if (this.status != Status.ACTIVE) {
            throw new Refusal(ProblemCode.PAIRING_ENDED);
        }
        this.status = Status.ENDED;
        this.endsOn = on.isBefore(this.startsOn) ? this.startsOn : on;
        this.endReason = reason;
        this.handOver = handOver;
        this.endedBy = by;
        this.endedAt = now;
    }

    /** Marks this episode as the one that followed another in the same step. */
    void follows(Pairing before) {
        this.replaces = before.id;
    }

    void undo(Long by, LocalDateTime now) {
        if (this.status != Status.ACTIVE && this.status != Status.REQUESTED) {
            throw new Refusal(ProblemCode.PAIRING_ENDED);
        }
        if (this.status == Status.ACTIVE && now.isAfter(this.pairedAt.plus(UNDO))) {
            throw new Refusal(ProblemCode.TOO_LATE_TO_UNDO);
        }
        this.status = Status.UNDONE;
        this.endsOn = this.startsOn;
        this.endedBy = by;
        this.endedAt = now;
    }

    /** Whom the child is paired with. */
    public enum Kind {
        FAMILY,
        VOLUNTEER
    }

    /** Where the episode stands; only active and ended ones ever counted. */
    public enum Status {
        REQUESTED,
        REJECTED,
        ACTIVE,
        ENDED,
        UNDONE
    }

    /** Why an episode ended. */
    public enum EndReason {
        HELPER_LEFT,
        CHILD_LEFT,
        AGED_OUT,
        BETTER_MATCH,
        FAMILY_ASKED,
        CHILD_ASKED,
        OTHER
    }
}
