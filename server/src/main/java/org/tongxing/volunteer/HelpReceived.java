package org.tongxing.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.Masks;
import org.tongxing.contract.ComplaintEndpoint.HelpOccasion;
import org.tongxing.contract.ComplaintEndpoint.HelpView;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.pairing.Pairings;
import org.tongxing.problem.Refusal;
import org.tongxing.volunteer.Complaint.Raiser;

/** Which volunteers came near a child, and what those say against them who are near it themselves. */
@Service
@Transactional
@RequiredArgsConstructor
public class HelpReceived {

    private final ComplaintMapper mapper;
    private final Complaints complaints;
    private final VolunteerMapper volunteers;
    private final Pairings pairings;
    private final Children children;
    private final Clock clock;

    /** What volunteers did for a child within a year; refused like a child that does not exist by whoever is not near it. */
    @Transactional(readOnly = true)
    public List<HelpView> of(PhoneCaller caller, ChildId child) {
        near(caller, child);
        return help(caller, child).stream()
                .map(row -> new HelpView(
                        row.volunteer(),
                        HelpOccasion.valueOf(row.occasion()),
                        row.what(),
                        row.name() == null ? null : Masks.name(row.name()),
                        row.onDay(),
                        row.complained()))
                .toList();
    }

    /** Complains about one of them, in the words of whoever saw it. */
    public void complain(PhoneCaller caller, ChildId child, long volunteer, String about) {
        Raiser as = near(caller, child);
        if (help(caller, child).stream().noneMatch(row -> row.volunteer() == volunteer)) {
            throw Refusal.notFound("volunteer", volunteer);
        }
        this.complaints.raise(
                volunteer,
                this.volunteers.account(volunteer),
                village(child).at(DivisionCode.Level.TOWNSHIP),
                about,
                null,
                caller.accountId(),
                as);
    }

    private List<ComplaintMapper.HelpRow> help(PhoneCaller caller, ChildId child) {
        return this.mapper.helpOf(
                child.value(), caller.accountId(), LocalDate.now(this.clock).minusYears(1));
    }

    private Raiser near(PhoneCaller caller, ChildId child) {
        Optional<ConfirmedTie> guardian = caller.asGuardian(child);
        if (guardian.isPresent()) {
            return Raiser.valueOf(guardian.get().kind().name());
        }
        LocalDate today = LocalDate.now(this.clock);
        boolean paired = caller.familyIds().stream()
                .flatMap(family -> this.pairings.ofFamily(new FamilyId(family)).stream())
                .anyMatch(episode -> episode.child().equals(child) && episode.holdsOn(today));
        return paired
                ? Raiser.CADRE_FAMILY
                : caller.asStaffOf(village(child))
                        .map(tie -> Raiser.valueOf(tie.kind().name()))
                        .orElseThrow(() -> Refusal.notFound("child", child.value()));
    }

    private DivisionCode village(ChildId child) {
        Set<Long> ids = Set.of(child.value());
        return Optional.ofNullable(
                        this.children.known(Scope.ofChildren(ids), ids).get(child.value()))
                .orElseThrow(() -> Refusal.notFound("child", child.value()))
                .village();
    }
}
