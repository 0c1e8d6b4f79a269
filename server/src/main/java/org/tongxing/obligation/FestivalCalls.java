package org.tongxing.obligation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Actor;
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.Occasion;

/** Parents who come home for the festival owe no call instead: the document asks it of those who cannot [JS-11]. */
@Component
@RequiredArgsConstructor
@Clause("JS-11")
class FestivalCalls {

    private static final Set<Window.State> WAITING = Set.of(Window.State.AHEAD, Window.State.DUE, Window.State.OVERDUE);

    private final List<HomeComings> comings;

    /** The same debts; the festival's window of a child to whom somebody comes is not owed. */
    List<Owed> withoutComings(Scope scope, List<Owed> owed) {
        Map<ChildId, Set<Integer>> coming = new HashMap<>();
        this.comings.forEach(source -> coming.putAll(source.comings(scope)));
        return owed.stream()
                .map(one -> isFestivalCall(one) && coming.containsKey(one.child())
                        ? spared(one, coming.get(one.child()))
                        : one)
                .toList();
    }

    private static boolean isFestivalCall(Owed owed) {
        return owed.child() != null
                && owed.rule().actor() == Actor.PARENT
                && owed.rule().deed() == DeedKind.CONTACT
                && owed.rule().occasions().contains(Occasion.SPRING_FESTIVAL);
    }

    private static Owed spared(Owed owed, Set<Integer> years) {
        return new Owed(
                owed.rule(),
                owed.by(),
                owed.child(),
                owed.family(),
                owed.windows().stream()
                        .map(window -> isSpared(window, years) ? notOwed(window) : window)
                        .toList(),
                owed.lastDoneOn(),
                owed.year(),
                owed.asOf());
    }

    private static boolean isSpared(Window window, Set<Integer> years) {
        return window.occasion() == Occasion.SPRING_FESTIVAL
                && WAITING.contains(window.state())
                && years.contains(window.until().getYear());
    }

    private static Window notOwed(Window window) {
        return new Window(
                window.from(),
                window.until(),
                Window.State.NOT_OWED,
                window.required(),
                window.done(),
                window.efforts(),
                window.occasion());
    }
}
