package org.tongxing.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.media.PhotoMapper.PhotoChild;
import org.tongxing.media.PhotoMapper.PhotoRow;
import org.tongxing.problem.Refusal;

/** Keeps photos of deeds, and gives links to those a guardian has consented to. */
@Service
@RequiredArgsConstructor
public class Photos {

    static final Duration LINK_LIFE = Duration.ofMinutes(1);

    /** WeChat fetches a picture when it has time to. */
    static final Duration CHECK_LIFE = Duration.ofMinutes(30);

    private final PhotoMapper mapper;
    private final PhotoConsents consents;
    private final FileStore files;
    private final MediaSettings settings;
    private final Vault vault;
    private final Clock clock;

    /**
     * Keeps a photo and answers its id; refused when it is no picture, or too large a one. The row is there before the
     * files and marked when they are complete, so that no file is ever without a row that knows it.
     */
    public long keep(long phoneAccount, byte[] upload) {
        String source = print(upload);
        Long known = this.mapper.unusedLike(phoneAccount, source);
        if (known != null) {
            return known;
        }
        Picture picture = Picture.of(upload);
        CameraNotes notes = picture.evidence();
        String key = "photos/" + LocalDate.now(this.clock) + "/" + UUID.randomUUID();
        PhotoMapper.NewPhoto photo = new PhotoMapper.NewPhoto(
                key,
                picture,
                new PhotoMapper.Prints(
                        source,
                        print(picture.photo()),
                        this.vault.seal(notes.latitude() == null ? null : notes.latitude() + "," + notes.longitude())),
                phoneAccount,
                now());
        this.mapper.insert(photo);
        this.files.put(photo.getObjectKey(), picture.photo(), Picture.MEDIA_TYPE);
        this.files.put(photo.getThumbnailKey(), picture.thumbnail(), Picture.MEDIA_TYPE);
        this.mapper.stored(photo.getId());
        return photo.getId();
    }

    /** Ties unused photos of this account to what they prove and whom they may show; refused unless all are. */
    @Transactional
    public void attach(long phoneAccount, Collection<Long> photoIds, String subject, Collection<Long> children) {
        if (photoIds.isEmpty()) {
            return;
        }
        if (this.mapper.attach(phoneAccount, subject, photoIds) != photoIds.size()) {
            throw new Refusal(ProblemCode.FILE_NOT_THERE);
        }
        if (children.isEmpty()) {
            return;
        }
        this.mapper.addChildren(photoIds.stream()
                .flatMap(photo -> children.stream().map(child -> new PhotoChild(photo, child)))
                .toList());
        if (!this.consents.inForce(children).containsAll(children)) {
            this.consents.hold(photoIds);
        }
    }

    /** Those of these photos that this account sent and nothing uses yet. */
    @Transactional(readOnly = true)
    public List<Long> unused(long phoneAccount, Collection<Long> photoIds) {
        return photoIds.isEmpty()
                ? List.of()
                : this.mapper.own(phoneAccount, photoIds).stream()
                        .filter(photo -> photo.attachedTo() == null)
                        .map(PhotoRow::id)
                        .toList();
    }

    /** Fingerprints of what this account sent, in the order of the fingerprints; an id that is not its own is left out. */
    @Transactional(readOnly = true)
    public List<String> sources(long phoneAccount, Collection<Long> photoIds) {
        return photoIds.isEmpty()
                ? List.of()
                : this.mapper.own(phoneAccount, photoIds).stream()
                        .filter(photo -> photo.sourceDigest() != null)
                        .map(photo -> Objects.requireNonNull(photo.sourceDigest()))
                        .sorted()
                        .toList();
    }

    /** What is known of the photos of a deed. */
    @Transactional(readOnly = true)
    public List<Evidence> evidence(String subject) {
        return this.mapper.of(subject).stream()
                .map(photo -> new Evidence(
                        photo.id(),
                        photo.takenAt(),
                        photo.look() == null
                                ? List.of()
                                : this.mapper.alike(photo, Look.ALIKE).stream()
                                        .map(PhotoMapper.Alike::attachedTo)
                                        .distinct()
                                        .toList()))
                .toList();
    }

    /** The photos of several deeds, told apart by whether everybody shown in them may be looked at. */
    @Transactional(readOnly = true)
    public Map<String, Shown> of(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Long>> bySubject = this.mapper.ofAll(subjects).stream()
                .collect(Collectors.groupingBy(
                        PhotoMapper.SubjectRow::subject,
                        Collectors.mapping(PhotoMapper.SubjectRow::photoId, Collectors.toList())));
        Set<Long> held = held(bySubject.values().stream().flatMap(List::stream).toList());
        return bySubject.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            List<Long> visible =
                    entry.getValue().stream().filter(id -> !held.contains(id)).toList();
            return new Shown(visible, entry.getValue().size() - visible.size());
        }));
    }

    /** A photo with what it proves and whom it shows; refused when there is none. */
    @Transactional(readOnly = true)
    public Photo get(long id) {
        PhotoRow row = any(id);
        return new Photo(
                id,
                row.uploadedBy(),
                row.attachedTo(),
                this.mapper.children(List.of(id)).stream()
                        .map(PhotoChild::childId)
                        .collect(Collectors.toSet()));
    }

    /** Links of one minute; refused while a guardian's consent is missing. The caller has checked who asks. */
    @Transactional(readOnly = true)
    public Links links(long id) {
        return links(any(id));
    }

    /**
     * A link of half an hour for WeChat's check of a picture that strangers will see and a second person has reviewed;
     * refused while a guardian's consent is missing.
     */
    @Transactional(readOnly = true)
    public String linkForCheck(long id) {
        PhotoRow row = any(id);
        requireConsent(id);
        String link = this.files.link(row.objectKey(), CHECK_LIFE);
        return link.startsWith("/") ? Objects.requireNonNullElse(this.settings.origin(), "") + link : link;
    }

    Links links(PhotoRow row) {
        requireConsent(row.id());
        String thumbnail = row.thumbnailKey() == null ? row.objectKey() : row.thumbnailKey();
        return new Links(
                this.files.link(row.objectKey(), LINK_LIFE),
                this.files.link(thumbnail, LINK_LIFE),
                this.clock.instant().plus(LINK_LIFE));
    }

    /** Throws away an own photo that proves nothing yet; its files are gone before this answers. */
    public void discard(long phoneAccount, long id) {
        PhotoRow row =
                this.mapper.own(phoneAccount, List.of(id)).stream().findFirst().orElse(null);
        if (row == null || this.mapper.discard(phoneAccount, id, now()) != 1) {
            throw Refusal.notFound("photo", id);
        }
        erase(id, row.objectKey(), row.thumbnailKey());
    }

    private PhotoRow any(long id) {
        PhotoRow row = this.mapper.any(id);
        if (row == null) {
            throw Refusal.notFound("photo", id);
        }
        return row;
    }

    void requireConsent(long id) {
        if (!held(List.of(id)).isEmpty()) {
            throw new Refusal(ProblemCode.PHOTO_HELD);
        }
    }

    private Set<Long> held(Collection<Long> photoIds) {
        if (photoIds.isEmpty()) {
            return Set.of();
        }
        List<PhotoChild> shown = this.mapper.children(photoIds);
        Set<Long> agreed =
                this.consents.inForce(shown.stream().map(PhotoChild::childId).collect(Collectors.toSet()));
        return shown.stream()
                .filter(row -> !agreed.contains(row.childId()))
                .map(PhotoChild::photoId)
                .collect(Collectors.toSet());
    }

    /** The row is marked before and after: what a failing store leaves behind is tried again at night. */
    void erase(long id, String key, @Nullable String thumbnail) {
        this.files.delete(key);
        if (thumbnail != null) {
            this.files.delete(thumbnail);
        }
        this.mapper.erased(id);
    }

    private String print(byte[] bytes) {
        return Objects.requireNonNull(
                this.vault.digest("photo|" + Vault.sm3(Base64.getEncoder().encodeToString(bytes))));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /**
     * What a photo says of itself.
     *
     * @param alikeIn the deeds that have a picture that looks the same
     */
    public record Evidence(long id, @Nullable LocalDateTime takenAt, List<String> alikeIn) {}

    /** A photo, who sent it, what it proves and whom it shows. */
    public record Photo(long id, long uploadedBy, @Nullable String subject, Set<Long> children) {}

    /** Photos that may be looked at, and how many wait for consent. */
    public record Shown(List<Long> visible, int held) {

        public static final Shown NONE = new Shown(List.of(), 0);
    }

    /** Links that end soon. */
    public record Links(String photo, String thumbnail, Instant until) {}
}
