package org.tongxing.companion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.companion.Companionship.Status;
import org.tongxing.contract.CompanionEndpoint.MeetingPlace;
import org.tongxing.contract.CompanionEndpoint.MeetingPresent;
import org.tongxing.contract.CompanionEndpoint.MeetingRequest;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.NewId;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Nearness;

/** Notes what volunteers and children did together, told by the volunteer or by somebody who visits the child. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("GD-60")
public class Meetings {

    private final MeetingMapper mapper;
    private final CompanionMapper companions;
    private final Nearness nearness;
    private final Vault vault;
    private final Clock clock;

    /** Notes a meeting within the days of the pairing; refused like a pairing that does not exist for everybody else. */
    public Meeting record(PhoneCaller caller, long id, MeetingRequest request) {
        MeetingMapper.Episode episode = this.mapper.episode(id);
        if (episode == null || Status.valueOf(episode.status()) == Status.PROPOSED) {
            throw Refusal.notFound("companionship", id);
        }
        TieKind as = as(caller, episode);
        LocalDate today = LocalDate.now(this.clock);
        boolean over = episode.endsOn() != null && !request.on().isBefore(episode.endsOn());
        if (over || request.on().isBefore(episode.startsOn()) || request.on().isAfter(today)) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        NewId key = new NewId();
        try {
            this.mapper.insert(
                    key,
                    id,
                    request.on(),
                    request.place().name(),
                    request.present().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                    Objects.requireNonNull(this.vault.seal(request.did().strip())),
                    caller.accountId(),
                    as.name(),
                    LocalDateTime.now(this.clock));
        } catch (DuplicateKeyException told) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        return new Meeting(
                key.getId(),
                id,
                request.on(),
                request.place(),
                request.did().strip(),
                new TreeSet<>(request.present()),
                as);
    }

    /** The child of a pairing, once a meeting of it was noted. */
    @Transactional(readOnly = true)
    public ChildId child(long id) {
        return new ChildId(Objects.requireNonNull(this.mapper.episode(id)).childId());
    }

    /** The meetings of pairings the caller has read within a scope or a tie, by pairing, the latest first. */
    @Transactional(readOnly = true)
    public Map<Long, List<Meeting>> of(Collection<Long> episodes) {
        return this.mapper.of(episodes).stream()
                .map(this::opened)
                .collect(Collectors.groupingBy(Meeting::companionship));
    }

    private TieKind as(PhoneCaller caller, MeetingMapper.Episode episode) {
        boolean volunteer = this.companions.mine(caller.accountId(), LocalDate.now(this.clock)).stream()
                .anyMatch(mine -> mine.id() == episode.id());
        return volunteer
                ? TieKind.VOLUNTEER
                : this.nearness
                        .standing(caller, new ChildId(episode.childId()))
                        .map(Nearness.Standing::as)
                        .orElseThrow(() -> Refusal.notFound("companionship", episode.id()));
    }

    private Meeting opened(MeetingMapper.Row row) {
        Set<MeetingPresent> present = Stream.of(row.present().split(","))
                .map(MeetingPresent::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Meeting(
                row.id(),
                row.companionshipId(),
                row.metOn(),
                MeetingPlace.valueOf(row.place()),
                Objects.requireNonNull(this.vault.open(row.didSealed())),
                present,
                TieKind.valueOf(row.recordedAs()));
    }
}
