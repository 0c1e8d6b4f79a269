package org.tongxing.membership;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.contract.PhoneSessionEndpoint.TieView;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;

/** Ties phone accounts to the people on file: requested by a verified phone, effective once somebody confirms. */
@Service
@Transactional
@RequiredArgsConstructor
public class Memberships {

    private final MembershipMapper mapper;
    private final Children children;
    private final Helpers helpers;
    private final Vault vault;
    private final Clock clock;

    /** The account of a WeChat person, opened on the first visit. */
    public long account(String openid) {
        Long known = this.mapper.accountByOpenid(openid);
        if (known != null) {
            return known;
        }
        MembershipMapper.NewAccount fresh = new MembershipMapper.NewAccount(openid);
        this.mapper.insertAccount(fresh, now());
        return fresh.getId();
    }

    /** Opens a request for everybody on file with this verified phone. Never by name. */
    public void verified(long account, String phone) {
        LocalDateTime now = now();
        this.mapper.verify(
                account,
                Objects.requireNonNull(this.vault.seal(phone)),
                Objects.requireNonNull(this.vault.digest(phone)),
                now);
        this.helpers
                .withPhone(phone)
                .forEach(family -> this.mapper.request(
                        account,
                        TieKind.CADRE_FAMILY.name(),
                        family.id().value(),
                        null,
                        null,
                        family.division().value(),
                        family.cadreName(),
                        now));
        this.children
                .adultsWithPhone(phone)
                .forEach(adult -> this.mapper.request(
                        account,
                        (adult.parent() ? TieKind.PARENT : TieKind.CAREGIVER).name(),
                        null,
                        adult.adultId(),
                        adult.child().value(),
                        this.children
                                .get(
                                        Scope.ofChildren(
                                                java.util.Set.of(adult.child().value())),
                                        adult.child())
                                .village()
                                .value(),
                        adult.name(),
                        now));
    }

    public void volunteer(long account, DivisionCode place, String name) {
        this.mapper.request(account, TieKind.VOLUNTEER.name(), null, null, null, place.value(), name, now());
    }

    @Transactional(readOnly = true)
    public List<TieView> ties(long account) {
        return this.mapper.of(account).stream()
                .map(row -> new TieView(row.id(), TieKind.valueOf(row.kind()), TieState.valueOf(row.state()), null))
                .toList();
    }

    /** The confirmed ties only; read on every request, so that a revoked tie ends at once. */
    @Transactional(readOnly = true)
    public List<PhoneCaller.ConfirmedTie> confirmed(long account) {
        return this.mapper.of(account).stream()
                .filter(row -> TieState.CONFIRMED.name().equals(row.state()))
                .map(row -> new PhoneCaller.ConfirmedTie(
                        row.id(),
                        TieKind.valueOf(row.kind()),
                        orZero(row.familyId()),
                        orZero(row.adultId()),
                        orZero(row.childId()),
                        row.divisionCode()))
                .toList();
    }

    /** The requests that wait in a scope, the oldest first. */
    @Transactional(readOnly = true)
    public List<Request> requests(Scope scope, TieState state) {
        return this.mapper.requests(scope, state.name()).stream()
                .map(row -> new Request(
                        row.id(),
                        TieKind.valueOf(row.kind()),
                        row.displayName(),
                        this.vault.open(row.phoneSealed()),
                        row.childId() == null ? null : new ChildId(row.childId()),
                        row.requestedAt()))
                .toList();
    }

    /** Confirms or refuses a request; a decided one is refused, one outside the scope does not exist. */
    public void decide(Caller caller, long id, boolean confirmed) {
        if (this.mapper.inScope(caller.scope(), id) == 0) {
            throw Refusal.notFound("membership", id);
        }
        TieState state = confirmed ? TieState.CONFIRMED : TieState.REFUSED;
        if (this.mapper.decide(caller.scope(), id, state.name(), caller.accountId(), now()) != 1) {
            throw new Refusal(ProblemCode.MEMBERSHIP_DECIDED);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    private static long orZero(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    /** A request as the person who decides sees it, unmasked; whoever shows it masks it first. */
    public record Request(
            long id,
            TieKind kind,
            @Nullable String personName,
            @Nullable String phone,
            @Nullable ChildId child,
            LocalDateTime requestedAt) {}
}
