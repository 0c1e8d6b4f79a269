package org.tongxing.visit;

import org.springframework.stereotype.Component;
import org.tongxing.contract.DifficultyEndpoint.DifficultyView;
import org.tongxing.contract.DifficultyEndpoint.StepView;

/** Writes difficulties as the phone reads them: without the plan, which is the township's. */
@Component
public class DifficultyViews {

    public DifficultyView of(Difficulties.Difficulty difficulty) {
        return new DifficultyView(
                difficulty.id(),
                difficulty.kind(),
                difficulty.words(),
                difficulty.foundOn(),
                difficulty.who(),
                difficulty.until(),
                difficulty.solvedOn() != null,
                difficulty.effect(),
                difficulty.steps().stream()
                        .map(step -> new StepView(step.on(), step.words(), step.by()))
                        .toList());
    }
}
