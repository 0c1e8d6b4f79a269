package org.tongxing.membership;

import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.child.Access;
import org.tongxing.child.AdultAccessChanged;
import org.tongxing.helper.FamilyLeft;

/**
 * Signs out at once who is kept away from a child or no longer helps, so that what a phone has kept is wiped too, and lets
 * no invitation to them be used.
 */
@Component
@RequiredArgsConstructor
class KeptAway {

    private final TieDeskMapper mapper;
    private final InvitationMapper invitations;
    private final PhoneTokens tokens;
    private final Clock clock;

    @EventListener
    void on(AdultAccessChanged event) {
        if (event.access() != Access.OPEN) {
            this.invitations.withdrawForAdult(event.adultId(), LocalDateTime.now(this.clock));
            this.mapper.accountsOfAdult(event.adultId()).forEach(this.tokens::revokeAll);
        }
    }

    @EventListener
    void on(FamilyLeft event) {
        this.invitations.withdrawForFamily(event.family().value(), LocalDateTime.now(this.clock));
        this.mapper.accountsOfFamily(event.family().value()).forEach(this.tokens::revokeAll);
    }
}
