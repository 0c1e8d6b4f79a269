package org.tongxing.visit.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.ChildEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Briefs;
import org.tongxing.visit.MyChildren;

@RestController("phoneChildController")
@RequiredArgsConstructor
class ChildController implements ChildEndpoint {

    private final MyChildren children;
    private final Briefs briefs;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<MyChildView> mine(@Nullable String q, int page) {
        PhoneCaller caller = this.current.get();
        List<MyChildView> mine = this.children.of(caller, q, page);
        this.audit.listed(caller, mine.stream().map(MyChildView::id).toList(), "children");
        return mine;
    }

    @Override
    public BriefView brief(long id) {
        PhoneCaller caller = this.current.get();
        BriefView brief = this.briefs.of(caller, new ChildId(id));
        this.audit.read(caller, id, "brief");
        return brief;
    }
}
