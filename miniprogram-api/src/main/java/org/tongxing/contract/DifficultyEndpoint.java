package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tongxing.contract.VisitContent.DifficultyKind;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.contract.VisitEndpoint.WordsRequest;

/** What was found difficult for a child, and promises, followed until they are solved and kept [JB-39, JB-43, JB-45]. */
@HttpExchange(url = "/api/phone", accept = "application/json")
public interface DifficultyEndpoint {

    /** The difficulties of a child one visits, the open ones first. */
    @GetExchange("/difficulties")
    List<DifficultyView> ofChild(@RequestParam long childId);

    /** Something was done about it. */
    @PostExchange("/difficulties/{id}/steps")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView step(@PathVariable long id, @Valid @RequestBody WordsRequest request);

    /** It is solved; refused with {@link ProblemCode#ALREADY_DECIDED} when it was before. */
    @PostExchange("/difficulties/{id}/solution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void solve(@PathVariable long id, @Valid @RequestBody SolutionRequest request);

    /** A promise is kept, outside a visit. */
    @PostExchange("/promises/{id}/keeping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable long id);

    /** What came of it [JB-39]. */
    record SolutionRequest(@NotBlank @Size(max = 500) String effect) {}

    /**
     * A difficulty with what was done about it.
     *
     * @param kind absent until somebody has classified it
     * @param who who takes it up
     * @param effect what came of it, once it is solved
     */
    record DifficultyView(
            long id,
            @Nullable DifficultyKind kind,
            String words,
            LocalDate foundOn,
            @Nullable String who,
            @Nullable LocalDate until,
            boolean solved,
            @Nullable String effect,
            List<StepView> steps) {}

    /** Something that was done. */
    record StepView(LocalDate on, String words, String by) {}
}
