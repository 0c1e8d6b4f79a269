package org.tongxing.pairing.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Masks;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.pairing.PairingRequest;
import org.tongxing.pairing.Pairings;
import org.tongxing.pairing.Waiver;

@RestController
@RequestMapping("/api/admin/approvals")
@RequiredArgsConstructor
class ApprovalController {

    private final Pairings pairings;
    private final AuditLog audit;

    @GetMapping
    List<ApprovalView> waiting(Caller caller, @RequestParam String division) {
        List<PairingRequest> requests = this.pairings.waiting(caller.scope().within(new DivisionCode(division)));
        this.audit.record(
                caller,
                Deed.LISTED,
                requests.stream().map(request -> request.child().value()).toList(),
                null);
        return requests.stream()
                .map(request -> ApprovalView.of(request, caller))
                .toList();
    }

    /**
     * A pairing that waits for another person.
     *
     * @param mine the reader asked for it, hence cannot allow it
     */
    record ApprovalView(
            long pairingId,
            long childId,
            String childName,
            long familyId,
            String cadreName,
            LocalDate startsOn,
            List<Waiver> waivers,
            @Nullable String askedBy,
            LocalDateTime askedAt,
            boolean mine) {

        static ApprovalView of(PairingRequest request, Caller caller) {
            return new ApprovalView(
                    request.id().value(),
                    request.child().value(),
                    Masks.name(request.childName()),
                    request.family().value(),
                    request.cadreName(),
                    request.startsOn(),
                    request.waivers(),
                    request.askedByName(),
                    request.askedAt(),
                    Objects.equals(request.askedBy(), caller.accountId()));
        }
    }
}
