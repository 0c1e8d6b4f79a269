package org.tongxing.activity;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.ActivityEndpoint.ActivityKind;
import org.tongxing.contract.ActivityEndpoint.ActivityState;
import org.tongxing.contract.ActivityEndpoint.HelperState;
import org.tongxing.contract.ActivityEndpoint.SignUpState;
import org.tongxing.kernel.DivisionCode;

/**
 * An activity for children.
 *
 * @param forPlace for the children of this township or village
 * @param taken how many children have a place
 */
public record Activity(
        long id,
        DivisionCode forPlace,
        Words words,
        int taken,
        ActivityState state,
        @Nullable String saidFor,
        int waiting,
        int offers,
        int version) {

    static Activity of(ActivityMapper.Row row) {
        return new Activity(
                row.id(),
                new DivisionCode(row.divisionCode()),
                new Words(
                        ActivityKind.valueOf(row.kind()),
                        row.title(),
                        row.banner(),
                        row.about(),
                        row.place(),
                        row.startsAt(),
                        row.endsAt(),
                        row.capacity(),
                        row.responsible(),
                        row.safetyPlan()),
                row.taken(),
                ActivityState.valueOf(row.standing()),
                row.saidFor(),
                row.waiting(),
                row.offers(),
                row.version());
    }

    /** What is said of an activity; title, banner and about are read by strangers. */
    public record Words(
            ActivityKind kind,
            String title,
            @Nullable String banner,
            String about,
            String place,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            int capacity,
            String responsible,
            String safetyPlan) {}

    /** A child who comes, or waits, or came; {@code present} is null until somebody has said. */
    public record SignUp(
            long activity,
            long child,
            @Nullable String childName,
            @Nullable DivisionCode village,
            SignUpState state,
            boolean onPaper,
            @Nullable String note,
            @Nullable Boolean present) {}

    /** A volunteer who would help. */
    public record Helper(
            long activity,
            long phone,
            HelperState state,
            @Nullable Boolean present) {}
}
