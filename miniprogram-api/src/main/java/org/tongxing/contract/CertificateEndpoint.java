package org.tongxing.contract;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** 志愿服务证明: what a volunteer has done, to read and to hand on. */
@HttpExchange(url = "/api/phone/certificates", accept = "application/json")
public interface CertificateEndpoint {

    /** One's own certificates, the latest first. */
    @GetExchange
    List<CertificateView> certificates();

    /** One of them as a file to hand on. */
    @GetExchange(url = "/{id}/pdf", accept = "application/pdf")
    byte[] pdf(@PathVariable long id);

    /**
     * A certificate.
     *
     * @param number can be checked by anybody at {@code /certificates/number}
     * @param minutes how long everything took whose length is known
     * @param revoked whether it holds no more
     */
    record CertificateView(
            long id,
            String number,
            String placeName,
            LocalDate fromOn,
            LocalDate untilOn,
            LocalDate issuedOn,
            int times,
            int minutes,
            boolean revoked,
            List<CertificateLineView> lines) {}

    /** What was done on a day; never for whom. */
    record CertificateLineView(LocalDate on, String what) {}
}
