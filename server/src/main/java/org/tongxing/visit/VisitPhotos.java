package org.tongxing.visit;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ChildId;
import org.tongxing.media.PhotoGuard;
import org.tongxing.membership.PhoneCaller;

/** The photos of a visit are looked at by whoever may read the visit with its photos. */
@Component
@RequiredArgsConstructor
class VisitPhotos implements PhotoGuard {

    private static final String KIND = "visit";

    private final VisitReader reader;
    private final VisitMapper mapper;

    static String subject(long visit) {
        return KIND + ":" + visit;
    }

    /** The visit of a subject, or zero for something else. */
    static long visit(String subject) {
        String[] parts = subject.split(":", 2);
        return parts[0].equals(KIND) ? Long.parseLong(parts[1]) : 0;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayLook(PhoneCaller caller, long deed, long photo) {
        List<Long> children = this.mapper.children(deed);
        return children.stream()
                .anyMatch(child -> this.reader.ofChild(caller, new ChildId(child)).stream()
                        .anyMatch(
                                visit -> visit.id() == deed && visit.photoIds().contains(photo)));
    }
}
