package org.tongxing.membership.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Masks;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.membership.Invitations;
import org.tongxing.membership.Invitations.Invitation;
import org.tongxing.wechat.WeChat;

/** Invitation codes made at the console. */
@RestController
@RequestMapping("/api/admin/invitations")
@RequiredArgsConstructor
class InvitationDeskController {

    private final Invitations invitations;
    private final WeChat wechat;
    private final AuditLog audit;

    @GetMapping
    List<InvitationRow> waiting(Caller caller) {
        List<Invitation> waiting = this.invitations.waiting(caller.scope());
        this.audit.record(
                caller,
                Deed.LISTED,
                waiting.stream()
                        .map(Invitation::childId)
                        .filter(Objects::nonNull)
                        .toList(),
                null);
        return waiting.stream().map(InvitationRow::of).toList();
    }

    @PostMapping("/adults")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationRow inviteAdult(Caller caller, @Valid @RequestBody AdultInvitation wanted) {
        return made(caller, this.invitations.adult(caller, new ChildId(wanted.childId()), wanted.adultId()));
    }

    @PostMapping("/families")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationRow inviteFamily(Caller caller, @Valid @RequestBody FamilyInvitation wanted) {
        return made(caller, this.invitations.family(caller, new FamilyId(wanted.familyId())));
    }

    @PostMapping("/staff")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationRow inviteStaff(Caller caller, @Valid @RequestBody StaffInvitation wanted) {
        return made(
                caller,
                this.invitations.staff(
                        caller, wanted.kind(), wanted.division(), wanted.name().strip()));
    }

    /** The code as a picture to scan with WeChat. */
    @GetMapping(path = "/{id}/picture", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture(Caller caller, @PathVariable long id) {
        return this.wechat.picture(this.invitations.get(caller.scope(), id).code());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id) {
        this.invitations.withdraw(this.invitations.get(caller.scope(), id));
        this.audit.record(caller, Deed.ENDED, "invitation:" + id);
    }

    private InvitationRow made(Caller caller, Invitation invitation) {
        this.audit.record(
                caller,
                Deed.CHANGED,
                "invitation:" + invitation.id(),
                invitation.childId() == null ? List.of() : List.of(invitation.childId()));
        return InvitationRow.of(invitation);
    }

    /** One adult of one child. */
    record AdultInvitation(@NotNull Long childId, @NotNull Long adultId) {}

    /** One family. */
    record FamilyInvitation(@NotNull Long familyId) {}

    /** A child director of a village or a child supervisor of a township. */
    record StaffInvitation(
            @NotNull TieKind kind,
            @NotNull DivisionCode division,
            @NotBlank @Size(max = 30) String name) {}

    /** A code that waits to be used; the person's name is masked. */
    record InvitationRow(
            long id,
            TieKind kind,
            @Nullable String personName,
            @Nullable String relation,
            String placeName,
            String code,
            LocalDateTime expiresAt) {

        static InvitationRow of(Invitation invitation) {
            return new InvitationRow(
                    invitation.id(),
                    invitation.kind(),
                    invitation.personName() == null ? null : Masks.name(invitation.personName()),
                    invitation.relation(),
                    invitation.placeName(),
                    invitation.code(),
                    invitation.expiresAt());
        }
    }
}
