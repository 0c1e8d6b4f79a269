package org.tongxing.pairing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.pairing.Candidate;
import org.tongxing.pairing.Candidates;
import org.tongxing.pairing.Pairing;
import org.tongxing.pairing.Pairings;
import org.tongxing.pairing.Successions;
import org.tongxing.pairing.Waiver;

@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class PairingController {

    private final Pairings pairings;
    private final Successions successions;
    private final Candidates candidates;
    private final AuditLog audit;

    @GetMapping("/children/{id}/candidates")
    CandidatesView candidates(Caller caller, @PathVariable long id) {
        Map<Candidate.Verdict, List<Candidate>> all = this.candidates.of(caller.scope(), new ChildId(id)).stream()
                .collect(Collectors.groupingBy(Candidate::verdict));
        return new CandidatesView(
                all.getOrDefault(Candidate.Verdict.SUITABLE, List.of()),
                all.getOrDefault(Candidate.Verdict.WITH_REASON, List.of()),
                all.getOrDefault(Candidate.Verdict.BLOCKED, List.of()));
    }

    @PostMapping("/pairings")
    @ResponseStatus(HttpStatus.CREATED)
    PairingView pair(Caller caller, @Valid @RequestBody PairRequest request) {
        Pairing pairing = this.pairings.pair(
                caller,
                new ChildId(request.childId()),
                new FamilyId(request.familyId()),
                request.startsOn(),
                request.waivers() == null
                        ? List.of()
                        : request.waivers().stream().map(WaiverRequest::waiver).toList());
        this.audit.record(caller, Deed.PAIRED, List.of(request.childId()), null);
        return PairingView.of(pairing);
    }

    @PostMapping("/pairings/{id}/approval")
    PairingView approve(Caller caller, @PathVariable long id) {
        Pairing pairing = this.pairings.approve(caller, new PairingId(id));
        this.audit.record(caller, Deed.CONFIRMED, "pairing:" + id);
        return PairingView.of(pairing);
    }

    @PostMapping("/pairings/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(Caller caller, @PathVariable long id, @Valid @RequestBody RejectRequest request) {
        this.pairings.reject(caller, new PairingId(id), request.reason());
        this.audit.record(caller, Deed.REFUSED, "pairing:" + id);
    }

    @PostMapping("/pairings/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @Valid @RequestBody EndRequest request) {
        this.pairings.end(caller, new PairingId(id), request.endsOn(), request.reason(), request.handOver());
        this.audit.record(caller, Deed.ENDED, "pairing:" + id);
    }

    @PostMapping("/pairings/{id}/succession")
    @ResponseStatus(HttpStatus.CREATED)
    PairingView replace(Caller caller, @PathVariable long id, @Valid @RequestBody SuccessionRequest request) {
        Pairing pairing = this.successions.replace(
                caller,
                new PairingId(id),
                new FamilyId(request.familyId()),
                request.on(),
                request.reason(),
                request.handOver());
        this.audit.record(caller, Deed.PAIRED, List.of(pairing.getChildId()), null);
        return PairingView.of(pairing);
    }

    @DeleteMapping("/pairings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Caller caller, @PathVariable long id) {
        this.pairings.undo(caller, new PairingId(id));
        this.audit.record(caller, Deed.CHANGED, "pairing:" + id);
    }

    /** Whom to pair with whom, from which day, and what is to be waived. */
    record PairRequest(
            @NotNull Long childId,
            @NotNull Long familyId,
            @NotNull LocalDate startsOn,
            @Nullable @Size(max = 5) List<@NotNull @Valid WaiverRequest> waivers) {}

    /** A clause that is not to be followed, why, and until when. */
    record WaiverRequest(
            @NotBlank @Size(max = 12) String clause,
            @NotBlank @Size(max = 300) String reason,
            @NotNull LocalDate until) {

        Waiver waiver() {
            return new Waiver(this.clause, this.reason, this.until);
        }
    }

    /** Why a request is declined. */
    record RejectRequest(@NotBlank @Size(max = 300) String reason) {}

    /** Why and when an episode ends, and what the next family should know. */
    record EndRequest(
            @NotNull LocalDate endsOn,
            @NotNull Pairing.EndReason reason,
            @Nullable @Size(max = 1000) String handOver) {}

    /** Who takes over and from when, why the present family ends, and what the next one should know. */
    record SuccessionRequest(
            @NotNull Long familyId,
            @NotNull LocalDate on,
            @NotNull Pairing.EndReason reason,
            @Nullable @Size(max = 1000) String handOver) {}

    /** An episode, or the request for one. */
    record PairingView(long id, long childId, long familyId, LocalDate startsOn, Pairing.Status status) {

        static PairingView of(Pairing pairing) {
            return new PairingView(
                    Objects.requireNonNull(pairing.getId()),
                    pairing.getChildId(),
                    pairing.getFamilyId(),
                    pairing.getStartsOn(),
                    pairing.getStatus());
        }
    }

    /** The families of the township, judged for one child, the best first. */
    record CandidatesView(List<Candidate> suitable, List<Candidate> withReason, List<Candidate> blocked) {}
}
