package org.tongxing.certificate.web;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongxing.certificate.Certificate;
import org.tongxing.certificate.CertificatePaper;
import org.tongxing.region.Divisions;

/** Makes the file, with the address at which this server answers for its number. */
@Component
@RequiredArgsConstructor
class CertificateFiles {

    private final CertificatePaper paper;
    private final Divisions divisions;

    byte[] pdf(Certificate certificate) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/certificates/" + certificate.number())
                .toUriString();
        return this.paper.of(certificate, placeName(certificate), address);
    }

    String placeName(Certificate certificate) {
        String code = certificate.place().value();
        return this.divisions.names(Set.of(code)).getOrDefault(code, "");
    }
}
