package org.tongxing.media;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhotoConsentEndpoint.ConsentDecision;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.media.ConsentMapper.ConsentRow;
import org.tongxing.problem.Refusal;

/**
 * 照片使用授权: what guardians decided about photos of a child, every decision beside the ones before. Photos may be used
 * while a guardian has said yes and none has said no since.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PhotoConsents {

    private final ConsentMapper mapper;
    private final ConsentText text;
    private final Clock clock;

    /** Those of these children of whom photos may be used. */
    @Clause("SG-25")
    @Clause("JB-40")
    @Transactional(readOnly = true)
    public Set<Long> inForce(Collection<Long> children) {
        if (children.isEmpty()) {
            return Set.of();
        }
        Map<Long, List<ConsentRow>> last =
                this.mapper.lastOfEach(children).stream().collect(Collectors.groupingBy(ConsentRow::childId));
        return last.entrySet().stream()
                .filter(entry -> stands(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean stands(List<ConsentRow> lastOfEach) {
        return lastOfEach.stream().allMatch(row -> row.decision().equals(ConsentDecision.GIVEN.name()));
    }

    /** Every decision about a child of the scope, the newest first. */
    @Transactional(readOnly = true)
    public List<Decided> history(Scope scope, ChildId child) {
        return this.mapper.history(scope, child.value()).stream()
                .map(row -> new Decided(
                        row.id(),
                        row.adultId(),
                        row.relation(),
                        row.version(),
                        ConsentDecision.valueOf(row.decision()),
                        Channel.valueOf(row.channel()),
                        row.evidencePhotoId(),
                        row.decidedAt()))
                .toList();
    }

    /** The text guardians are asked about now. */
    public ConsentText.Text text() {
        return this.text.now();
    }

    /** Keeps a decision; a yes counts only for the text in use. */
    public long decide(ChildId child, Guardian guardian, ConsentDecision decision, String version, Recorder recorder) {
        if (decision == ConsentDecision.GIVEN && !version.equals(this.text.now().version())) {
            throw new Refusal(ProblemCode.CONSENT_TEXT_OLD);
        }
        ConsentMapper.NewConsent consent = new ConsentMapper.NewConsent(
                child.value(), guardian, version, decision, recorder, LocalDateTime.now(this.clock));
        this.mapper.insert(consent);
        follow(child);
        return consent.getId();
    }

    /** A photo waits from the day on which the consent of somebody in it is missing, until nobody's is. */
    private void follow(ChildId child) {
        Map<Long, Set<Long>> shown = this.mapper.shownWith(child.value()).stream()
                .collect(Collectors.groupingBy(
                        PhotoMapper.PhotoChild::photoId,
                        Collectors.mapping(PhotoMapper.PhotoChild::childId, Collectors.toSet())));
        Set<Long> agreed = inForce(shown.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<Boolean, List<Long>> byConsent = shown.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        photo -> agreed.containsAll(photo.getValue()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        hold(byConsent.getOrDefault(false, List.of()));
        release(byConsent.getOrDefault(true, List.of()));
    }

    void hold(Collection<Long> photoIds) {
        if (!photoIds.isEmpty()) {
            this.mapper.hold(photoIds, LocalDate.now(this.clock));
        }
    }

    private void release(Collection<Long> photoIds) {
        if (!photoIds.isEmpty()) {
            this.mapper.release(photoIds);
        }
    }

    /** Who decided: an adult on file, or a relation written on paper. */
    public record Guardian(@Nullable Long adultId, String relation) {}

    /** Through whose hands the decision came. */
    public record Recorder(
            Channel channel,
            @Nullable Long phoneAccount,
            @Nullable Long account,
            @Nullable Long evidencePhoto) {}

    /** On the own phone, or on paper. */
    public enum Channel {
        PHONE,
        PAPER
    }

    /** A decision of the past. */
    public record Decided(
            long id,
            @Nullable Long adultId,
            String relation,
            String version,
            ConsentDecision decision,
            Channel channel,
            @Nullable Long evidencePhoto,
            LocalDateTime at) {}
}
