package org.tongxing.certificate.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.certificate.Certificate;
import org.tongxing.certificate.Certificates;
import org.tongxing.contract.CertificateEndpoint;
import org.tongxing.membership.CurrentPhone;

@RestController
@RequiredArgsConstructor
class CertificateController implements CertificateEndpoint {

    private final Certificates certificates;
    private final CertificateFiles files;
    private final CurrentPhone current;

    @Override
    public List<CertificateView> certificates() {
        return this.certificates.of(this.current.get()).stream().map(this::view).toList();
    }

    @Override
    public byte[] pdf(long id) {
        return this.files.pdf(this.certificates.get(this.current.get(), id));
    }

    private CertificateView view(Certificate one) {
        return new CertificateView(
                one.id(),
                one.number(),
                this.files.placeName(one),
                one.fromOn(),
                one.untilOn(),
                one.issuedOn(),
                one.lines().size(),
                one.minutes(),
                one.isRevoked(),
                one.lines().stream()
                        .map(line ->
                                new CertificateLineView(line.on(), line.kind().label() + "：" + line.what()))
                        .toList());
    }
}
