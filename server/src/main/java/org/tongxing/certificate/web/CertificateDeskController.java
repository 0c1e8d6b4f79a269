package org.tongxing.certificate.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.certificate.Certificate;
import org.tongxing.certificate.Certificates;
import org.tongxing.kernel.Caller;

/** Certificates as those see them who issue them. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class CertificateDeskController {

    private final Certificates certificates;
    private final CertificateFiles files;
    private final AuditLog audit;

    @GetMapping("/volunteers/{id}/certificates")
    List<CertificateRow> list(Caller caller, @PathVariable long id) {
        return this.certificates.ofVolunteer(caller.scope(), id).stream()
                .map(CertificateRow::of)
                .toList();
    }

    /** Certifies what a volunteer has done in the caller's place. */
    @PostMapping("/volunteers/{id}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    CertificateRow issue(Caller caller, @PathVariable long id, @Valid @RequestBody CertificateEntry request) {
        Certificate issued = this.certificates.issue(caller, id, request.fromOn(), request.untilOn());
        this.audit.record(caller, Deed.CONFIRMED, "certificate:" + issued.id());
        return CertificateRow.of(issued);
    }

    @GetMapping(path = "/certificates/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] pdf(Caller caller, @PathVariable long id) {
        Certificate certificate = this.certificates.get(caller.scope(), id);
        this.audit.record(caller, Deed.EXPORTED, "certificate:" + id);
        return this.files.pdf(certificate);
    }

    /** It holds no more. */
    @PostMapping("/certificates/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable long id, @Valid @RequestBody CertificateRevocation request) {
        this.certificates.revoke(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.ENDED, "certificate:" + id);
    }

    /** The first and the last day it speaks of. */
    record CertificateEntry(
            @NotNull LocalDate fromOn, @NotNull LocalDate untilOn) {}

    /** Why it holds no more. */
    record CertificateRevocation(@NotBlank @Size(max = 200) String reason) {}

    /** A certificate in a list. */
    record CertificateRow(
            long id,
            String number,
            LocalDate fromOn,
            LocalDate untilOn,
            LocalDate issuedOn,
            int times,
            int minutes,
            @Nullable String revokedFor) {

        static CertificateRow of(Certificate one) {
            return new CertificateRow(
                    one.id(),
                    one.number(),
                    one.fromOn(),
                    one.untilOn(),
                    one.issuedOn(),
                    one.lines().size(),
                    one.minutes(),
                    one.revokedFor());
        }
    }
}
