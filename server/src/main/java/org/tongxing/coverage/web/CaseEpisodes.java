package org.tongxing.coverage.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.account.AccountAdministration;
import org.tongxing.coverage.web.ChildViews.EpisodeView;
import org.tongxing.coverage.web.ChildViews.WaivedView;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.PairingHistory;

/** Writes a child's pairings with the names of those who decided. */
@Component
@RequiredArgsConstructor
class CaseEpisodes {

    private final PairingHistory history;
    private final AccountAdministration accounts;

    List<EpisodeView> of(Scope scope, ChildId child) {
        List<PairingHistory.Step> steps = this.history.of(scope, child);
        Map<Long, String> names = this.accounts.names(steps.stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(step.pairedBy(), step.endedBy()),
                        step.waivers().stream().map(PairingHistory.Allowed::approvedBy)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return steps.stream().map(step -> view(step, names)).toList();
    }

    private static EpisodeView view(PairingHistory.Step step, Map<Long, String> names) {
        return new EpisodeView(
                step.id().value(),
                step.family().value(),
                step.cadreName(),
                step.cadreSex(),
                step.unitName(),
                step.startsOn(),
                step.endsOn(),
                step.status(),
                step.endReason(),
                step.handOver(),
                name(step.pairedBy(), names),
                step.pairedAt(),
                step.undoUntil(),
                name(step.endedBy(), names),
                step.decision(),
                step.waivers().stream()
                        .map(one ->
                                new WaivedView(one.clause(), one.reason(), one.until(), name(one.approvedBy(), names)))
                        .toList());
    }

    private static @Nullable String name(@Nullable Long account, Map<Long, String> names) {
        return account == null ? null : names.get(account);
    }
}
