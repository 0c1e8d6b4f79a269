package org.tongxing.wish.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.wish.Wishes;

@RestController
@RequestMapping("/api/admin/wishes")
@RequiredArgsConstructor
class WishReviewController {

    private final Wishes wishes;
    private final AuditLog audit;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProposedView propose(Caller caller, @Valid @RequestBody ProposeRequest request) {
        long id = this.wishes.propose(
                caller, new ChildId(request.childId()), request.what(), request.why(), request.valueCapYuan());
        this.audit.record(caller, Deed.CHANGED, List.of(request.childId()), null);
        return new ProposedView(id);
    }

    @PostMapping("/{id}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(Caller caller, @PathVariable long id) {
        this.wishes.publish(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "wish:" + id);
    }

    /** A wish in the words strangers will read: no name, no school, no village, no label. */
    record ProposeRequest(
            @NotNull Long childId,
            @NotBlank @Size(max = 100) String what,
            @NotBlank @Size(max = 300) String why,
            @Nullable @Positive @Max(10_000) Integer valueCapYuan) {}

    /** The wish that waits for a second person. */
    record ProposedView(long id) {}
}
