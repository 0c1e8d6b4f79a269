package org.tongxing.visit.web;

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
import org.tongxing.visit.Audience;
import org.tongxing.visit.SignalKind;
import org.tongxing.visit.VisitSheet;
import org.tongxing.visit.web.DeskNames.AboutChild;

/** A visit as the console shows it; children masked. */
final class VisitDeskViews {

    private VisitDeskViews() {}

    /** A visit in a list. */
    record VisitRow(
            long id,
            LocalDate on,
            VisitOutcome outcome,
            @Nullable MissedReason missedReason,
            TieKind as,
            @Nullable Long familyId,
            String by,
            List<AboutChild> children,
            List<Met> met,
            List<Topic> topics,
            @Nullable Condition condition,
            int photos,
            int photosHeld,
            @Nullable Boolean confirmed,
            List<SignalView> signals,
            boolean askedBack,
            @Nullable LateView late,
            LocalDateTime recordedAt) {

        static VisitRow of(VisitSheet sheet, Map<Long, AboutChild> names) {
            return new VisitRow(
                    sheet.id(),
                    sheet.on(),
                    sheet.outcome(),
                    sheet.missedReason(),
                    sheet.as(),
                    sheet.family(),
                    sheet.by(),
                    DeskNames.pick(names, sheet.children()),
                    sheet.met(),
                    sheet.topics(),
                    sheet.condition(),
                    sheet.photos().visible().size() + sheet.photos().held(),
                    sheet.photos().held(),
                    sheet.confirmed(),
                    sheet.signals().stream().map(SignalView::of).toList(),
                    sheet.askedBack(),
                    LateView.of(sheet),
                    sheet.recordedAt());
        }

        /** That it was, and no more: for a unit, whose business it is that its people go. */
        VisitRow withoutContent() {
            return new VisitRow(
                    this.id,
                    this.on,
                    this.outcome,
                    null,
                    this.as,
                    this.familyId,
                    this.by,
                    this.children,
                    List.of(),
                    List.of(),
                    null,
                    this.photos,
                    this.photosHeld,
                    null,
                    List.of(),
                    false,
                    this.late,
                    this.recordedAt);
        }
    }

    /** That a visit came in later than its place's rule book allows: how many days after it, and by which clause. */
    record LateView(int after, int within, String clause) {

        static @Nullable LateView of(VisitSheet sheet) {
            VisitSheet.HandIn handIn = sheet.handIn();
            return handIn == null || !sheet.late()
                    ? null
                    : new LateView(handIn.after(), handIn.within(), handIn.clause());
        }
    }

    /** A question that suggests itself. */
    record SignalView(
            long id,
            SignalKind kind,
            String question,
            @Nullable Long otherVisitId,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable LocalDateTime answeredAt) {

        static SignalView of(VisitSheet.Signal signal) {
            return new SignalView(
                    signal.id(),
                    signal.kind(),
                    signal.question(),
                    signal.otherVisit(),
                    signal.answer(),
                    signal.answeredBy(),
                    signal.answeredAt());
        }
    }

    /** A visit with everything that was written. */
    record VisitFile(
            VisitRow visit,
            List<Visitor> went,
            List<Topic> guardianTopics,
            @Nullable String note,
            @Nullable String missedWords,
            @Nullable NeglectBy neglectBy,
            @Nullable String neglect,
            List<ChildConditionView> conditions,
            List<SafetyView> safety,
            List<PromiseRow> promises,
            List<RemarkRow> remarks,
            List<ReleaseView> releases,
            List<Long> photoIds,
            @Nullable LocalDateTime savedAt) {

        static VisitFile of(VisitSheet sheet, VisitSheet.Words words, Map<Long, AboutChild> names) {
            return new VisitFile(
                    VisitRow.of(sheet, names),
                    sheet.went(),
                    sheet.guardianTopics(),
                    words.note(),
                    words.missed(),
                    words.neglectBy(),
                    words.neglect(),
                    words.conditions().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> new ChildConditionView(entry.getKey(), entry.getValue()))
                            .toList(),
                    words.safety().stream()
                            .map(one -> new SafetyView(one.item(), one.finding(), one.words()))
                            .toList(),
                    words.promises().stream()
                            .map(one -> new PromiseRow(one.id(), one.words(), one.dueOn(), one.keptOn()))
                            .toList(),
                    words.remarks().stream()
                            .map(one -> new RemarkRow(
                                    one.id(), one.kind(), one.words(), one.by(), one.byVisitor(), one.at()))
                            .toList(),
                    words.releases().stream()
                            .map(one -> new ReleaseView(one.child(), one.audience(), one.words(), one.withPhotos()))
                            .toList(),
                    sheet.photos().visible(),
                    sheet.savedAt());
        }
    }

    /** How one child was. */
    record ChildConditionView(long childId, Condition condition) {}

    /** What was found of one source of danger. */
    record SafetyView(
            SafetyItem item,
            SafetyFinding finding,
            @Nullable String words) {}

    /** Something that was promised. */
    record PromiseRow(
            long id,
            String words,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate keptOn) {}

    /** Something said afterwards. */
    record RemarkRow(
            long id, RemarkKind kind, @Nullable String words, String by, boolean byVisitor, LocalDateTime at) {}

    /** Who else may read which words. */
    record ReleaseView(
            long childId, Audience audience, @Nullable String words, boolean withPhotos) {}
}
