package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.Met;
import org.tongxing.contract.VisitContent.MissedReason;
import org.tongxing.contract.VisitContent.NeglectBy;
import org.tongxing.contract.VisitContent.SafetyFinding;
import org.tongxing.contract.VisitContent.SafetyItem;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.Visitor;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.media.Photos;

/**
 * A visit as those see it who answer for the children, without what was written.
 *
 * @param askedBack whether a supervisor waits for the visitors' answer
 * @param confirmed what was said at home; null while nobody said anything
 * @param handIn when it came in; null where no rule book asks
 */
public record VisitSheet(
        long id,
        LocalDate on,
        VisitOutcome outcome,
        @Nullable MissedReason missedReason,
        TieKind as,
        @Nullable Long family,
        String by,
        List<Long> children,
        List<Visitor> went,
        List<Met> met,
        List<Topic> topics,
        List<Topic> guardianTopics,
        @Nullable Condition condition,
        Photos.Shown photos,
        @Nullable Boolean confirmed,
        List<Signal> signals,
        boolean askedBack,
        @Nullable HandIn handIn,
        @Nullable LocalDateTime savedAt,
        LocalDateTime recordedAt) {

    /** Whether it came in later than the rule book of the place allows; one that met nobody is not asked for. */
    public boolean late() {
        return this.outcome == VisitOutcome.MET && this.handIn != null && this.handIn.after() > this.handIn.within();
    }

    /**
     * When a visit came in.
     *
     * @param within days after the visit in which it has to come
     * @param photos how many photos belong to it at least
     * @param after days after the visit on which it came
     */
    public record HandIn(String clause, int within, int photos, int after) {}

    /** What was written at and about a visit, opened. */
    public record Words(
            @Nullable String note,
            @Nullable String missed,
            @Nullable NeglectBy neglectBy,
            @Nullable String neglect,
            Map<Long, Condition> conditions,
            List<Safety> safety,
            List<Promise> promises,
            List<Remark> remarks,
            List<Released> releases) {}

    /** A question that suggests itself, and its answer. */
    public record Signal(
            long id,
            SignalKind kind,
            String question,
            @Nullable Long otherVisit,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable LocalDateTime answeredAt) {}

    /** What was found of one source of danger. */
    public record Safety(
            SafetyItem item,
            SafetyFinding finding,
            @Nullable String words) {}

    /** Something that was promised. */
    public record Promise(
            long id,
            String words,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate keptOn) {}

    /** Something said afterwards. */
    public record Remark(
            long id, RemarkKind kind, @Nullable String words, String by, boolean byVisitor, LocalDateTime at) {}

    /** Who else may read which words. */
    public record Released(
            long child, Audience audience, @Nullable String words, boolean withPhotos) {}
}
