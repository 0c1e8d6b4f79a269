package org.tongxing.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.certificate.Certificate.Kind;
import org.tongxing.certificate.Certificate.Line;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.NewId;
import org.tongxing.problem.Refusal;
import org.tongxing.volunteer.Volunteer;
import org.tongxing.volunteer.VolunteerDesk;

/** Certifies what volunteers have done, from what is on record; the number is random and tells nothing. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-53")
public class Certificates {

    /** Without letters and digits that look alike on paper. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateMapper mapper;
    private final VolunteerDesk volunteers;
    private final Vault vault;
    private final Clock clock;

    /**
     * Issues a certificate of what a volunteer has done in the caller's place, both days included.
     *
     * @throws Refusal NOTHING_TO_CERTIFY when nothing is on record for these days
     */
    public Certificate issue(Caller caller, long volunteer, LocalDate from, LocalDate until) {
        Volunteer person = this.volunteers.get(caller.scope(), volunteer);
        requireArranger(caller);
        if (until.isBefore(from) || until.isAfter(LocalDate.now(this.clock))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        String place = caller.scope().division().value();
        List<CertificateMapper.LineRow> deeds = this.mapper.deeds(person.phoneAccountId(), place, from, until);
        if (deeds.isEmpty()) {
            throw new Refusal(ProblemCode.NOTHING_TO_CERTIFY);
        }
        NewId key = new NewId();
        this.mapper.insert(
                key,
                number(),
                person.phoneAccountId(),
                place,
                Objects.requireNonNull(this.vault.seal(person.name())),
                person.organisation(),
                from,
                until,
                caller.accountId(),
                LocalDateTime.now(this.clock));
        this.mapper.write(key.getId(), deeds);
        return get(caller.scope(), key.getId());
    }

    /** It holds no more; whoever checks the number reads so. */
    public void revoke(Caller caller, long id, String reason) {
        get(caller.scope(), id);
        requireArranger(caller);
        if (this.mapper.revoke(id, reason, LocalDateTime.now(this.clock)) != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    @Transactional(readOnly = true)
    public Certificate get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.find(scope, id))
                .map(row -> read(List.of(row)).get(0))
                .orElseThrow(() -> Refusal.notFound("certificate", id));
    }

    /** What this place has certified of a volunteer. */
    @Transactional(readOnly = true)
    public List<Certificate> ofVolunteer(Scope scope, long volunteer) {
        return read(
                this.mapper.list(scope, this.volunteers.get(scope, volunteer).phoneAccountId()));
    }

    @Transactional(readOnly = true)
    public List<Certificate> of(PhoneCaller caller) {
        return read(this.mapper.ofPhone(caller.accountId()));
    }

    @Transactional(readOnly = true)
    public Certificate get(PhoneCaller caller, long id) {
        return of(caller).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("certificate", id));
    }

    /** For whoever holds a number; the caller shows no name. */
    @Transactional(readOnly = true)
    public Optional<Certificate> byNumber(String number) {
        return Optional.ofNullable(this.mapper.byNumber(number))
                .map(row -> read(List.of(row)).get(0));
    }

    private List<Certificate> read(List<CertificateMapper.Row> rows) {
        Map<Long, List<Line>> lines = rows.isEmpty()
                ? Map.of()
                : this.mapper.lines(rows.stream().map(CertificateMapper.Row::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                CertificateMapper.KeptLine::certificateId,
                                Collectors.mapping(
                                        line -> new Line(
                                                Kind.valueOf(line.kind()), line.onDay(), line.what(), line.minutes()),
                                        Collectors.toList())));
        return rows.stream()
                .map(row -> new Certificate(
                        row.id(),
                        row.number(),
                        new DivisionCode(row.divisionCode()),
                        Objects.requireNonNull(this.vault.open(row.nameSealed())),
                        row.organisation(),
                        row.fromOn(),
                        row.untilOn(),
                        row.issuedAt().toLocalDate(),
                        row.revokedFor(),
                        lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static void requireArranger(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private static String number() {
        return IntStream.range(0, LENGTH)
                .mapToObj(any -> String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
