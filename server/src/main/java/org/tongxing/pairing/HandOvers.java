package org.tongxing.pairing;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;

/** What a family leaves to know for whoever comes next. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class HandOvers {

    private final PairingMapper mapper;

    /** What the family before this one left to know about a child. */
    public Optional<String> before(FamilyId family, ChildId child) {
        return Optional.ofNullable(this.mapper.handOver(child.value(), family.value()));
    }
}
