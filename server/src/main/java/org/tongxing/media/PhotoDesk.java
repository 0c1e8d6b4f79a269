package org.tongxing.media;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Scope;
import org.tongxing.media.PhotoMapper.PhotoChild;
import org.tongxing.media.PhotoMapper.PhotoRow;
import org.tongxing.problem.Refusal;

/** Photos as the console reaches them: those that show a child of the caller's scope, or the paper of a consent there. */
@Service
@RequiredArgsConstructor
public class PhotoDesk {

    private final PhotoMapper mapper;
    private final Photos photos;
    private final FileStore files;
    private final Clock clock;

    /** Whom a photo shows, those outside the scope too; nobody for a paper. */
    @Transactional(readOnly = true)
    public Set<Long> shown(Scope scope, long id) {
        find(scope, id);
        return this.mapper.children(List.of(id)).stream()
                .map(PhotoChild::childId)
                .collect(Collectors.toSet());
    }

    /** Links of one minute; refused while a guardian's consent is missing. */
    @Transactional(readOnly = true)
    public Photos.Links links(Scope scope, long id) {
        return this.photos.links(find(scope, id));
    }

    /** The clean picture, for a captioned copy; refused while a guardian's consent is missing. */
    public byte[] bytes(Scope scope, long id) {
        PhotoRow row = find(scope, id);
        this.photos.requireConsent(id);
        try {
            return this.files.get(row.objectKey(), Picture.LARGEST_BYTES);
        } catch (FileStore.Missing | FileStore.TooLarge gone) {
            throw new Refusal(ProblemCode.FILE_NOT_THERE);
        }
    }

    /** Deletes a photo for good; only that there was one remains. */
    public void delete(Scope scope, long id) {
        PhotoRow row = find(scope, id);
        this.mapper.delete(id, LocalDateTime.now(this.clock));
        this.photos.erase(id, row.objectKey(), row.thumbnailKey());
    }

    private PhotoRow find(Scope scope, long id) {
        PhotoRow row = this.mapper.find(scope, id);
        if (row == null) {
            throw Refusal.notFound("photo", id);
        }
        return row;
    }
}
