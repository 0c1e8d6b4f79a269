package org.tongxing.membership;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Access;
import org.tongxing.child.AdultAccess;
import org.tongxing.child.AroundChild;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.FamilyState;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.MembershipMapper.NewTie;
import org.tongxing.problem.Refusal;

/** 邀请码: a code for one person, used once, for a week. It opens a request, and nothing is seen before it is confirmed. */
@Service
@Transactional
@RequiredArgsConstructor
public class Invitations {

    /** Without what is mistaken for something else when it is read aloud or copied from paper. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final int DAYS = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InvitationMapper mapper;
    private final Memberships memberships;
    private final AdultAccess adults;
    private final Helpers helpers;
    private final Vault vault;
    private final Clock clock;

    /** Invites an adult around a child of the caller's scope; never one who is kept away. */
    public Invitation adult(Caller caller, ChildId child, long adult) {
        if (!caller.role().arranges() && caller.role() != Role.CHILD_DIRECTOR) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return make(toAdult(caller.scope(), child, adult), caller.accountId(), null);
    }

    /** Invites somebody of a family of the caller's scope. */
    public Invitation family(Caller caller, FamilyId id) {
        if (!caller.role().arranges() && caller.role() != Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        CadreFamily family = this.helpers.get(caller.scope(), id);
        if (family.state() != FamilyState.CONFIRMED) {
            throw new Refusal(ProblemCode.STALE);
        }
        NewTie to = new NewTie(
                TieKind.CADRE_FAMILY.name(),
                id.value(),
                null,
                null,
                null,
                family.division().value(),
                family.cadreName(),
                Tie.Source.INVITATION.name(),
                null);
        return make(to, caller.accountId(), null);
    }

    /** The township invites a child director of a village, or an administrator a supervisor of a township. */
    public Invitation staff(Caller caller, TieKind kind, DivisionCode place, String name) {
        boolean fits = kind == TieKind.CHILD_DIRECTOR && place.level() == DivisionCode.Level.VILLAGE
                || kind == TieKind.CHILD_SUPERVISOR && place.level() == DivisionCode.Level.TOWNSHIP;
        if (!fits) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (kind == TieKind.CHILD_DIRECTOR
                ? !caller.role().arranges()
                : !caller.role().administers()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        caller.scope().within(place);
        NewTie to = new NewTie(
                kind.name(), null, null, null, null, place.value(), name, Tie.Source.INVITATION.name(), null);
        return make(to, caller.accountId(), null);
    }

    /** Invites an adult around a child of the village or township the phone's owner answers for. */
    public Invitation adult(PhoneCaller caller, long adult) {
        for (PhoneCaller.ConfirmedTie tie : caller.asStaff()) {
            Scope scope = Scope.of(new DivisionCode(tie.divisionCode()));
            Optional<AroundChild> one = this.adults.find(scope, adult);
            if (one.isPresent()) {
                return make(toAdult(scope, one.get().child(), adult), null, caller.accountId());
            }
        }
        throw Refusal.notFound("adult", adult);
    }

    /** The adults around a child of the village or township the phone's owner answers for. */
    @Transactional(readOnly = true)
    public List<AroundChild> people(PhoneCaller caller, ChildId child) {
        for (PhoneCaller.ConfirmedTie tie : caller.asStaff()) {
            List<AroundChild> around = this.adults.find(Scope.of(new DivisionCode(tie.divisionCode())), child);
            if (!around.isEmpty()) {
                return around;
            }
        }
        throw Refusal.notFound("child", child.value());
    }

    /** Uses a code once; what it opens waits to be confirmed like any other request. */
    public void redeem(PhoneCaller caller, String code) {
        String digest = digest(code);
        if (this.mapper.use(digest, caller.accountId(), now()) != 1) {
            throw new Refusal(ProblemCode.INVITATION_INVALID);
        }
        InvitationMapper.Row row = Objects.requireNonNull(this.mapper.byCode(digest));
        this.memberships.invited(
                caller.accountId(),
                new NewTie(
                        row.kind(),
                        row.familyId(),
                        row.adultId(),
                        row.childId(),
                        null,
                        row.divisionCode(),
                        row.displayName(),
                        Tie.Source.INVITATION.name(),
                        row.id()));
    }

    /** The codes of a scope that nobody has used yet. */
    @Transactional(readOnly = true)
    public List<Invitation> waiting(Scope scope) {
        return this.mapper.waiting(scope, now()).stream().map(this::invitation).toList();
    }

    /** The codes somebody has made on the phone that nobody has used yet. */
    @Transactional(readOnly = true)
    public List<Invitation> madeBy(PhoneCaller caller) {
        return this.mapper.madeBy(caller.accountId(), now()).stream()
                .map(this::invitation)
                .toList();
    }

    @Transactional(readOnly = true)
    public Invitation get(Scope scope, long id) {
        InvitationMapper.Row row = this.mapper.find(scope, id, now());
        if (row == null) {
            throw Refusal.notFound("invitation", id);
        }
        return invitation(row);
    }

    @Transactional(readOnly = true)
    public Invitation get(PhoneCaller caller, long id) {
        return madeBy(caller).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("invitation", id));
    }

    /** Takes back a code nobody has used; the caller has it in scope. */
    public void withdraw(Invitation invitation) {
        if (this.mapper.withdraw(invitation.id(), now()) != 1) {
            throw new Refusal(ProblemCode.MEMBERSHIP_DECIDED);
        }
    }

    private NewTie toAdult(Scope scope, ChildId child, long adult) {
        AroundChild one = this.adults.around(scope, child).stream()
                .filter(around -> around.adultId() == adult)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("adult", adult));
        if (one.access() != Access.OPEN) {
            throw new Refusal(ProblemCode.ADULT_KEPT_AWAY);
        }
        return new NewTie(
                (one.parent() ? TieKind.PARENT : TieKind.CAREGIVER).name(),
                null,
                adult,
                child.value(),
                null,
                one.village().value(),
                one.name(),
                Tie.Source.INVITATION.name(),
                null);
    }

    private Invitation make(NewTie to, @Nullable Long by, @Nullable Long byPhone) {
        StringBuilder code = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> code.append(LETTERS.charAt(letter)));
        LocalDateTime now = now();
        this.mapper.withdrawEarlier(to, now);
        InvitationMapper.Made made = new InvitationMapper.Made(
                digest(code.toString()),
                Objects.requireNonNull(this.vault.seal(code.toString())),
                to,
                by,
                byPhone,
                now,
                now.plusDays(DAYS));
        this.mapper.insert(made);
        return invitation(Objects.requireNonNull(this.mapper.byCode(made.getDigest())));
    }

    private Invitation invitation(InvitationMapper.Row row) {
        return new Invitation(
                row.id(),
                TieKind.valueOf(row.kind()),
                row.displayName(),
                row.relation(),
                row.childId(),
                row.divisionName() == null ? row.divisionCode() : row.divisionName(),
                Objects.requireNonNull(this.vault.open(row.codeSealed())),
                row.expiresAt());
    }

    /** Typed codes come with spaces, hyphens and small letters. */
    private String digest(String code) {
        return Objects.requireNonNull(
                this.vault.digest("invitation:" + code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT)));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** A code that waits to be used, with the person it is for, unmasked. */
    public record Invitation(
            long id,
            TieKind kind,
            @Nullable String personName,
            @Nullable String relation,
            @Nullable Long childId,
            String placeName,
            String code,
            LocalDateTime expiresAt) {}
}
