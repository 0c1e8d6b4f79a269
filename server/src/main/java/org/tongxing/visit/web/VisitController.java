package org.tongxing.visit.web;

import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.VisitEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.visit.Visits;

@RestController
@RequiredArgsConstructor
class VisitController implements VisitEndpoint {

    private final Visits visits;
    private final CurrentPhone current;

    @Override
    public RecordedView record(String key, VisitRequest request) {
        return new RecordedView(this.visits.record(
                this.current.get(),
                key,
                new Visits.Report(
                        request.childIds().stream().map(ChildId::new).collect(Collectors.toSet()),
                        request.visitedOn(),
                        joined(request.met()),
                        joined(request.topics()),
                        request.condition().name(),
                        request.note(),
                        request.difficulty(),
                        request.photoIds())));
    }

    private static String joined(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
