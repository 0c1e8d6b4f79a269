package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.NeedEndpoint.PlainNeed;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;

/** What a visit consists of [JB-37 … JB-43, JB-50, SG-15, JS-04, JS-18]. */
public interface VisitContent {

    /**
     * One visit may serve several children of the same household. Only the first eight components are older than the
     * rest; everything else may be absent.
     *
     * @param met whom the visitors met; empty only if nobody could be met
     * @param topics taught to the child
     * @param condition how the children were; needed when somebody was met
     * @param difficulty one sentence, followed up until it is solved; {@code difficulties} says more
     * @param outcome absent means {@code MET}
     * @param guardianTopics taught to whoever looks after the child
     * @param keptPromiseIds promises of earlier visits that are kept now
     * @param neglect a guardian's duty not done
     * @param as in which capacity, for those who have several
     * @param begunAt when the visit began, by the phone's clock
     * @param savedAt when the form was saved on the phone, by its clock
     * @param needs what was found missing; words that tell too much come back to be written again, the visit stands
     */
    record VisitRequest(
            @NotEmpty @Size(max = 10) Set<@NotNull Long> childIds,
            @NotNull @PastOrPresent LocalDate visitedOn,
            @NotNull Set<@NotNull Met> met,
            @NotNull Set<@NotNull Topic> topics,
            @Nullable Condition condition,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 1000) String difficulty,
            @NotNull @Size(max = 9) List<@NotNull Long> photoIds,
            @Nullable VisitOutcome outcome,
            @Nullable MissedReason missedReason,
            @Nullable @Size(max = 200) String missedWords,
            @Nullable Set<@NotNull Visitor> went,
            @Nullable Set<@NotNull Topic> guardianTopics,
            @Nullable @Size(max = 12) List<@NotNull @Valid SafetyCheck> safety,
            @Nullable @Size(max = 10) List<@NotNull @Valid ChildFinding> children,
            @Nullable @Size(max = 10) List<@NotNull @Valid PromiseRequest> promises,
            @Nullable @Size(max = 50) Set<@NotNull Long> keptPromiseIds,
            @Nullable @Size(max = 10) List<@NotNull @Valid DifficultyRequest> difficulties,
            @Nullable @Valid Neglect neglect,
            @Nullable TieKind as,
            @Nullable Instant begunAt,
            @Nullable Instant savedAt,
            @Nullable @Valid Place place,
            @Nullable @Size(max = 5) List<@NotNull @Valid FoundNeed> needs) {}

    /** What one of the visited children lacks; strangers read it once somebody else has [JB-54]. */
    record FoundNeed(@NotNull Long childId, @NotNull @Valid PlainNeed need) {}

    /** What of one child is to stand in its ledger from now on; facets have the codes the brief gave [JB-37, JB-38]. */
    record ChildFinding(
            @NotNull Long childId,
            @Nullable Condition condition,
            @NotNull @Size(max = 13) List<@NotNull @Valid FacetNote> facets) {}

    /**
     * A column of the ledger, written anew.
     *
     * @param replaces the revision the brief showed; when somebody else has written another since, this one waits in the
     *     inbox. Absent from phones that do not say
     */
    record FacetNote(
            @NotBlank @Size(max = 32) String facet,
            @NotBlank @Size(max = 1000) String words,
            @Nullable @PositiveOrZero Long replaces) {}

    /** What was found of one source of danger at home. */
    record SafetyCheck(
            @NotNull SafetyItem item,
            @NotNull SafetyFinding finding,
            @Nullable @Size(max = 500) String words) {}

    /** A promise to child or guardian. */
    record PromiseRequest(
            @NotBlank @Size(max = 300) String words,
            @Nullable LocalDate dueOn) {}

    /**
     * A difficulty, to be followed until it is solved [JB-43, JB-45].
     *
     * @param who who takes it up, in words
     */
    record DifficultyRequest(
            @NotNull DifficultyKind kind,
            @NotBlank @Size(max = 1000) String words,
            @Nullable @Size(max = 60) String who,
            @Nullable LocalDate until) {}

    /** Whose duty was not done, and how it shows [JB-50]. */
    record Neglect(
            @NotNull NeglectBy by,
            @NotBlank @Size(max = 500) String words) {}

    /** Where the phone was; given only by somebody who agreed to. */
    record Place(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @Nullable @PositiveOrZero Double accuracyMetres,
            @Nullable Instant at) {}

    /** Whether the child or somebody of its home could be met; trying is effort, not a visit. */
    enum VisitOutcome {
        MET,
        TRIED
    }

    /** Why nobody could be met. */
    enum MissedReason {
        NOBODY_HOME,
        AWAY,
        AT_SCHOOL,
        IN_HOSPITAL,
        TURNED_AWAY,
        ROAD_CLOSED,
        OTHER
    }

    /** Who went. */
    enum Visitor {
        MYSELF,
        FAMILY_MEMBER,
        COLLEAGUE,
        VILLAGE_STAFF,
        OTHER
    }

    /** Whom the visitors met. */
    enum Met {
        CHILD,
        GRANDPARENT,
        PARENT,
        OTHER
    }

    /** What was taught to child and guardian [JB-42, GD-63]. */
    enum Topic {
        LIFE_AND_HEALTH,
        SEXUAL_ABUSE,
        DROWNING,
        BULLYING,
        POLICY,
        FIRE,
        TRAFFIC
    }

    /** How the child was. */
    enum Condition {
        WELL,
        SO_SO,
        WORRYING
    }

    /** Sources of danger at home and around it [SG-15, SV-24, JS-18]. */
    enum SafetyItem {
        ELECTRICITY,
        GAS,
        WATER,
        FIRE,
        FOOD,
        WATER_HAZARDS
    }

    /** Hazards are removed on the spot or, where that is hard, reported at once. */
    enum SafetyFinding {
        FINE,
        REMOVED,
        REPORTED
    }

    /** 经济困难、亲情缺失、教育缺位、安全缺保 [JB-45]. */
    enum DifficultyKind {
        MONEY,
        AFFECTION,
        EDUCATION,
        SAFETY
    }

    /** Whose duty was not done. */
    enum NeglectBy {
        PARENTS,
        CAREGIVER
    }
}
