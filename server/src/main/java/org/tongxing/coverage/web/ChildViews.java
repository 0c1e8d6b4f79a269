package org.tongxing.coverage.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Sex;
import org.tongxing.pairing.Pairing;

/** A child as the console shows it: masked, until somebody says what for. */
final class ChildViews {

    private ChildViews() {}

    /**
     * A child in a list, masked.
     *
     * @param formerCadreName whose family had the child before
     * @param siblings how many other children of its household are owed a helper
     * @param reasonClause the clause in force that asks for what is missing
     * @param contacts whom to call, masked; null unless it was asked for
     */
    record ChildRow(
            long id,
            String name,
            Sex sex,
            int age,
            VillageView village,
            List<CategoryView> categories,
            State.@Nullable By coverage,
            State.@Nullable Reason reason,
            @Nullable String cadreName,
            @Nullable String formerCadreName,
            int siblings,
            @Nullable Long waitingDays,
            @Nullable String reasonClause,
            @Nullable List<ContactPersonView> contacts) {}

    /** An adult to call about a child, masked. */
    record ContactPersonView(
            String relation, String name, @Nullable String phone, boolean carer) {}

    /** A village. */
    record VillageView(String code, String name) {}

    /** A pairing category with the clause that defines it. */
    record CategoryView(String code, String name, String clause) {}

    /** The file of a child, masked. */
    record ChildView(
            ChildRow child,
            String birthOn,
            @Nullable String idNumber,
            @Nullable String noIdReason,
            @Nullable String school,
            @Nullable String grade,
            LocalDate registeredOn,
            List<AdultView> adults,
            List<ChildRow> siblings,
            List<CategoryPeriodView> categories,
            List<EpisodeView> pairings,
            List<VisitView> visits,
            @Nullable ContactRhythmView contactRhythm) {}

    /** An adult around the child, masked. */
    record AdultView(
            long id, String relation, String name, @Nullable String phone, boolean carer, String access) {}

    /** Days in which a pairing category holds, and by which clauses; {@code endsOn} is exclusive. */
    record CategoryPeriodView(
            String code, String name, List<String> clauses, LocalDate startsOn, LocalDate endsOn, boolean now) {}

    /**
     * An episode of a pairing, or the request for one.
     *
     * @param undoUntil until when it can still be taken back
     * @param decision why a request was rejected
     */
    record EpisodeView(
            long id,
            long familyId,
            String cadreName,
            Sex cadreSex,
            String unitName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Pairing.Status status,
            Pairing.@Nullable EndReason endReason,
            @Nullable String handOver,
            @Nullable String pairedBy,
            LocalDateTime pairedAt,
            @Nullable LocalDateTime undoUntil,
            @Nullable String endedBy,
            @Nullable String decision,
            List<WaivedView> waivers) {}

    /** A clause that is not followed, why, until when, and who allowed it. */
    record WaivedView(
            String clause,
            String reason,
            LocalDate until,
            @Nullable String approvedBy) {}

    /** A visit of the past. */
    record VisitView(LocalDate on, String by, int photos) {}

    /**
     * How often the parents were in touch, by weeks: rhythm and gaps, and nothing of any single call.
     *
     * @param weeks contacts per week, the oldest first, the last is the running one
     * @param silentWeeks whole weeks without any up to now
     */
    record ContactRhythmView(
            List<Integer> weeks, @Nullable LocalDate lastOn, int silentWeeks, int confirmed, int denied) {}

    /** One person's data, for ten minutes. */
    record UnmaskedView(
            String name,
            LocalDate birthOn,
            @Nullable String idNumber,
            @Nullable String address,
            List<AdultView> adults,
            LocalDateTime until) {}

    /** Who looked at a child's file, for the guardian who asks; the name is null for somebody on a phone. */
    record ReaderView(
            LocalDateTime at,
            @Nullable String name,
            @Nullable String role,
            String deed,
            @Nullable String subject,
            @Nullable String purpose) {}

    /** A page of readers, and in how many lists the child stood among others. */
    record ReadersView(long childId, List<ReaderView> rows, long total, long lists) {}
}
