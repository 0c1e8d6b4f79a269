package org.tongxing.activity.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.activity.Activity;
import org.tongxing.child.Masks;
import org.tongxing.contract.ActivityEndpoint.ActivityKind;
import org.tongxing.contract.ActivityEndpoint.ActivityState;
import org.tongxing.contract.ActivityEndpoint.HelperState;
import org.tongxing.contract.ActivityEndpoint.SignUpState;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.region.Divisions;
import org.tongxing.wish.Wishes;

/** Writes activities and who comes as the console lists them; people are masked. */
@Component
@RequiredArgsConstructor
class ActivityRows {

    private final Divisions divisions;
    private final Wishes wishes;

    List<ActivityRow> of(List<Activity> found) {
        Map<String, String> places = this.divisions.names(
                found.stream().map(one -> one.forPlace().value()).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new ActivityRow(
                        one.id(),
                        one.forPlace().value(),
                        places.getOrDefault(one.forPlace().value(), ""),
                        one.words().kind(),
                        one.words().title(),
                        one.words().place(),
                        one.words().startsAt(),
                        one.words().endsAt(),
                        one.words().capacity(),
                        one.taken(),
                        one.waiting(),
                        one.offers(),
                        one.words().responsible(),
                        one.state(),
                        one.saidFor(),
                        one.version()))
                .toList();
    }

    List<SignUpRow> signUps(List<Activity.SignUp> coming) {
        Map<String, String> places = this.divisions.names(coming.stream()
                .flatMap(one -> Stream.ofNullable(one.village()))
                .map(DivisionCode::value)
                .collect(Collectors.toSet()));
        return coming.stream()
                .map(one -> new SignUpRow(
                        one.child(),
                        one.childName() == null ? "" : Masks.name(one.childName()),
                        one.village() == null ? null : places.get(one.village().value()),
                        one.state(),
                        one.onPaper(),
                        one.note(),
                        one.present()))
                .toList();
    }

    List<HelperRow> helpers(Scope scope, List<Activity.Helper> helpers) {
        Map<Long, String> names = this.wishes.names(
                scope, helpers.stream().map(Activity.Helper::phone).toList());
        return helpers.stream()
                .map(one -> new HelperRow(
                        one.phone(),
                        Masks.name(names.getOrDefault(one.phone(), "志愿者").strip()),
                        one.state(),
                        one.present()))
                .toList();
    }

    /** An activity in a list. */
    record ActivityRow(
            long id,
            String divisionCode,
            String divisionName,
            ActivityKind kind,
            String title,
            String place,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            int capacity,
            int taken,
            int waiting,
            int offers,
            String responsible,
            ActivityState state,
            @Nullable String saidFor,
            int version) {}

    /** A child who comes, the name masked; {@code paper}: where the paper is, when consent was given on one. */
    record SignUpRow(
            long childId,
            String childName,
            @Nullable String villageName,
            SignUpState state,
            boolean onPaper,
            @Nullable String paper,
            @Nullable Boolean present) {}

    /** A volunteer who would help, the name masked. */
    record HelperRow(
            long id,
            String name,
            HelperState state,
            @Nullable Boolean present) {}
}
