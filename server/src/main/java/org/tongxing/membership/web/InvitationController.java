package org.tongxing.membership.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.child.Access;
import org.tongxing.child.AroundChild;
import org.tongxing.child.Masks;
import org.tongxing.contract.InvitationEndpoint;
import org.tongxing.contract.PhoneSessionEndpoint.TiesView;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.InvitationAttempts;
import org.tongxing.membership.Invitations;
import org.tongxing.membership.Invitations.Invitation;
import org.tongxing.membership.MembershipDesk;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.wechat.WeChat;

@RestController
@RequiredArgsConstructor
class InvitationController implements InvitationEndpoint {

    private static final MembershipDesk.Phones NONE = new MembershipDesk.Phones(0, 0);

    private final Invitations invitations;
    private final InvitationAttempts attempts;
    private final MembershipDesk desk;
    private final Memberships memberships;
    private final WeChat wechat;
    private final PhoneAudit audit;
    private final CurrentPhone current;
    private final Clock clock;

    @Override
    public List<InvitableView> people(long childId) {
        PhoneCaller caller = this.current.get();
        List<AroundChild> around = this.invitations.people(caller, new ChildId(childId));
        this.audit.read(caller, childId, "adults");
        Map<Long, MembershipDesk.Phones> phones = this.desk.ofChild(Scope.ofChildren(Set.of(childId)), childId);
        return around.stream()
                .map(adult -> new InvitableView(
                        adult.adultId(),
                        adult.relation(),
                        Masks.name(adult.name()),
                        phones.getOrDefault(adult.adultId(), NONE).confirmed() > 0,
                        adult.access() == Access.OPEN))
                .toList();
    }

    @Override
    public InvitationView invite(InvitationRequest request) {
        PhoneCaller caller = this.current.get();
        Invitation made = this.invitations.adult(caller, request.adultId());
        if (made.childId() != null) {
            this.audit.changed(caller, List.of(made.childId()), "invitation:" + made.id());
        }
        return view(made);
    }

    @Override
    public List<InvitationView> mine() {
        return this.invitations.madeBy(this.current.get()).stream()
                .map(this::view)
                .toList();
    }

    @Override
    public byte[] picture(long id) {
        return this.wechat.picture(this.invitations.get(this.current.get(), id).code());
    }

    @Override
    public void withdraw(long id) {
        this.invitations.withdraw(this.invitations.get(this.current.get(), id));
    }

    @Override
    public TiesView redeem(RedemptionRequest request) {
        PhoneCaller caller = this.current.get();
        this.attempts.count(caller);
        this.invitations.redeem(caller, request.code());
        return new TiesView(this.memberships.ties(caller.accountId()));
    }

    private InvitationView view(Invitation invitation) {
        return new InvitationView(
                invitation.id(),
                invitation.kind(),
                invitation.relation(),
                invitation.personName() == null ? null : Masks.name(invitation.personName()),
                invitation.code(),
                invitation.expiresAt().atZone(this.clock.getZone()).toInstant());
    }
}
