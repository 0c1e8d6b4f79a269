package org.tongxing.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.account.Accounts;
import org.tongxing.child.Children;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.contract.PhoneSessionEndpoint.TieView;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.membership.MembershipMapper.NewTie;
import org.tongxing.membership.MembershipMapper.TieRow;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.problem.Refusal;

/**
 * Ties phone accounts to the people on file: requested by a verified phone or an invitation, effective once somebody
 * confirms, and only while nobody keeps the adult away, the family helps, the role is held. Never by name.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class Memberships {

    private final MembershipMapper mapper;
    private final PhoneAccounts accounts;
    private final Children children;
    private final Helpers helpers;
    private final Accounts offices;
    private final PhoneTokens tokens;
    private final Clock clock;

    /** Opens a request for everybody on file with the number this account has just proved to hold. */
    public void verified(long account, String phone) {
        this.accounts.verified(account, phone);
        onFile(phone).forEach(tie -> this.mapper.request(account, tie, now()));
    }

    /** Offers help in a township; somebody there confirms it, once the volunteer is checked and trained. */
    public void volunteer(long account, DivisionCode place, String name) {
        this.mapper.request(
                account,
                new NewTie(TieKind.VOLUNTEER.name(), null, null, null, null, place.value(), name, "OFFER", null),
                now());
    }

    /** Ends every tie as a volunteer, at the person's own wish. */
    public void volunteerLeaves(long account) {
        this.mapper.giveUpVolunteering(account, "本人退出", now());
    }

    /** Ends the tie as a volunteer to one place; answers how many there were. */
    public int volunteerLeaves(long account, DivisionCode place) {
        return this.mapper.giveUpPlace(account, place.value(), "本人退出", now());
    }

    /** The verified number and the names under which this account is tied, for the security flow alone. */
    @Transactional(readOnly = true)
    public Person person(long account) {
        return new Person(
                this.accounts.phone(account),
                this.mapper.of(account, today()).stream()
                        .map(TieRow::displayName)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /** Opens the request an invitation stands for. */
    void invited(long account, NewTie tie) {
        this.mapper.request(account, tie, now());
    }

    /** All ties of an account as its owner sees them; of one that is not confirmed no place is told. */
    @Transactional(readOnly = true)
    public List<TieView> ties(long account) {
        return known(account).asked();
    }

    /** The ties that hold now; read on every request, so that one that is revoked or restrained ends at once. */
    @Transactional(readOnly = true)
    public List<ConfirmedTie> confirmed(long account) {
        return known(account).confirmed();
    }

    /** Both at once. */
    @Transactional(readOnly = true)
    Known known(long account) {
        List<TieRow> rows = this.mapper.of(account, today());
        return new Known(
                rows.stream().filter(Memberships::holds).map(Memberships::tie).toList(),
                rows.stream().map(Memberships::asked).toList());
    }

    /**
     * The same person with every tie somebody has confirmed at any time. Only for taking a report of danger, which shows
     * nothing: whose tie has ended may still know of one.
     */
    @Transactional(readOnly = true)
    public PhoneCaller everTied(PhoneCaller caller) {
        return new PhoneCaller(
                caller.accountId(),
                caller.token(),
                this.mapper.everConfirmed(caller.accountId(), today()).stream()
                        .map(Memberships::tie)
                        .toList());
    }

    /** A tie by id, if it holds now. */
    @Transactional(readOnly = true)
    public Optional<ConfirmedTie> holding(long id) {
        return Optional.ofNullable(this.mapper.find(id, today()))
                .filter(Memberships::holds)
                .map(Memberships::tie);
    }

    /** Whether the adult or family behind a tie may have anything to do with it now, whatever was decided about the tie. */
    @Transactional(readOnly = true)
    public boolean open(long id) {
        TieRow row = this.mapper.find(id, today());
        return row != null && row.holds();
    }

    /** The directors and supervisors who answer for a village or township on their phones, by account. */
    @Transactional(readOnly = true)
    public List<TiedAccount> staffOf(DivisionCode place) {
        return tied(this.mapper.staffOf(
                place.value(), place.at(DivisionCode.Level.TOWNSHIP).value(), today()));
    }

    /** The directors of a village. */
    @Transactional(readOnly = true)
    public List<TiedAccount> directorsOf(DivisionCode village) {
        return staffOf(village).stream()
                .filter(staff -> staff.tie().kind() == TieKind.CHILD_DIRECTOR)
                .toList();
    }

    /** Who visits for a family. */
    @Transactional(readOnly = true)
    public List<TiedAccount> ofFamily(FamilyId family) {
        return tied(this.mapper.ofFamily(family.value(), today()));
    }

    /** The parents of a child who are not kept away from it. */
    @Transactional(readOnly = true)
    public List<TiedAccount> parentsOf(ChildId child) {
        return guardiansOf(child).stream()
                .filter(one -> one.tie().kind() == TieKind.PARENT)
                .toList();
    }

    /** The parents of a child and those who look after it at home, without those who are kept away from it. */
    @Transactional(readOnly = true)
    public List<TiedAccount> guardiansOf(ChildId child) {
        return tied(this.mapper.ofChild(child.value(), today()));
    }

    private static List<TiedAccount> tied(List<TieRow> rows) {
        return rows.stream()
                .filter(Memberships::holds)
                .map(row -> new TiedAccount(row.phoneAccountId(), tie(row)))
                .toList();
    }

    /** Gives up one's own tie, and signs out everywhere. */
    public void leave(long account, long id) {
        if (this.mapper.giveUp(account, id, "本人退出", now()) != 1) {
            throw Refusal.notFound("membership", id);
        }
        this.tokens.revokeAll(account);
    }

    private List<NewTie> onFile(String phone) {
        List<NewTie> found = new ArrayList<>();
        this.helpers
                .withPhone(phone)
                .forEach(family -> found.add(byPhone(
                        TieKind.CADRE_FAMILY,
                        family.id().value(),
                        null,
                        null,
                        null,
                        family.division().value(),
                        family.cadreName())));
        this.children
                .adultsWithPhone(phone)
                .forEach(adult -> found.add(byPhone(
                        adult.parent() ? TieKind.PARENT : TieKind.CAREGIVER,
                        null,
                        adult.adultId(),
                        adult.child().value(),
                        null,
                        adult.village().value(),
                        adult.name())));
        this.offices
                .withPhone(phone)
                .forEach(office -> found.add(byPhone(
                        TieKind.valueOf(office.role().name()),
                        null,
                        null,
                        null,
                        office.accountId(),
                        office.division().value(),
                        office.displayName())));
        return found;
    }

    private static NewTie byPhone(
            TieKind kind,
            @Nullable Long family,
            @Nullable Long adult,
            @Nullable Long child,
            @Nullable Long account,
            String division,
            String name) {
        return new NewTie(kind.name(), family, adult, child, account, division, name, "PHONE", null);
    }

    private static TieView asked(TieRow row) {
        boolean confirmed = row.state().equals(TieState.CONFIRMED.name());
        TieState state = confirmed && !row.holds() ? TieState.REVOKED : TieState.valueOf(row.state());
        return new TieView(
                row.id(), TieKind.valueOf(row.kind()), state, state == TieState.CONFIRMED ? row.divisionName() : null);
    }

    private static boolean holds(TieRow row) {
        return row.holds() && row.state().equals(TieState.CONFIRMED.name());
    }

    private static ConfirmedTie tie(TieRow row) {
        return new ConfirmedTie(
                row.id(),
                TieKind.valueOf(row.kind()),
                orZero(row.familyId()),
                orZero(row.adultId()),
                orZero(row.childId()),
                row.divisionCode(),
                row.displayName());
    }

    private static long orZero(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** Who is behind an account of the phone side. */
    public record Person(@Nullable String phone, List<String> names) {}

    /** The ties that hold, and all that were ever asked for as their owner sees them. */
    record Known(List<ConfirmedTie> confirmed, List<TieView> asked) {}

    /** Somebody with a phone, and the tie that was asked for. */
    public record TiedAccount(long account, ConfirmedTie tie) {}
}
