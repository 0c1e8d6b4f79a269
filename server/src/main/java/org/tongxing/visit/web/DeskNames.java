package org.tongxing.visit.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.child.Masks;
import org.tongxing.kernel.Scope;
import org.tongxing.region.Divisions;

/** Masks the children of a page at once; those who have left the scope are missing. */
@Component
@RequiredArgsConstructor
class DeskNames {

    private final Children children;
    private final Divisions divisions;

    Map<Long, AboutChild> of(Scope scope, Collection<Long> ids) {
        Collection<KnownChild> known = this.children.known(scope, ids).values();
        Map<String, String> villages = this.divisions.names(
                known.stream().map(child -> child.village().value()).collect(Collectors.toSet()));
        return known.stream()
                .collect(Collectors.toMap(
                        child -> child.id().value(),
                        child -> new AboutChild(
                                child.id().value(),
                                Masks.name(child.name()),
                                child.village().value(),
                                villages.getOrDefault(child.village().value(), ""))));
    }

    static List<AboutChild> pick(Map<Long, AboutChild> names, List<Long> ids) {
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }

    /** A child in a row about something else, masked. */
    record AboutChild(long id, String name, String village, String villageName) {}
}
