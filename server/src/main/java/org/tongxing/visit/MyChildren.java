package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.ChildEndpoint.MyChildView;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.persistence.Paging;
import org.tongxing.region.Divisions;

/** The children somebody of the phone side visits: paired ones first, then those of the village answered for. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class MyChildren {

    private static final int PAGE = 50;

    private final Nearness nearness;
    private final Children children;
    private final Visits visits;
    private final Divisions divisions;
    private final Clock clock;

    public List<MyChildView> of(PhoneCaller caller, @Nullable String beginning, int page) {
        Map<Long, TieKind> as = new LinkedHashMap<>();
        List<KnownChild> found = new ArrayList<>();
        if (page <= 1) {
            Set<Long> paired = this.nearness.pairedNow(caller).keySet();
            this.children.known(Scope.ofChildren(paired), paired).values().stream()
                    .filter(child -> beginning == null || child.name().startsWith(beginning))
                    .forEach(child -> {
                        as.put(child.id().value(), TieKind.CADRE_FAMILY);
                        found.add(child);
                    });
        }
        for (ConfirmedTie tie : caller.asStaff()) {
            this.children
                    .find(Scope.of(new DivisionCode(tie.divisionCode())), beginning, new Paging(page, PAGE))
                    .forEach(child -> {
                        if (as.putIfAbsent(child.id().value(), tie.kind()) == null) {
                            found.add(child);
                        }
                    });
        }
        return views(found, as);
    }

    private List<MyChildView> views(List<KnownChild> found, Map<Long, TieKind> as) {
        LocalDate today = LocalDate.now(this.clock);
        Map<Long, LocalDate> last =
                this.visits.last(found.stream().map(child -> child.id().value()).toList());
        Map<String, String> villages = this.divisions.names(
                found.stream().map(child -> child.village().value()).collect(Collectors.toSet()));
        return found.stream()
                .map(child -> new MyChildView(
                        child.id().value(),
                        as.get(child.id().value()),
                        child.petName(),
                        child.ageOn(today),
                        child.sex().name(),
                        villages.getOrDefault(child.village().value(), ""),
                        last.get(child.id().value())))
                .toList();
    }
}
