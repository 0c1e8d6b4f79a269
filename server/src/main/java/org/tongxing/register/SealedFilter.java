package org.tongxing.register;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.coverage.ChildList;
import org.tongxing.crypto.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What a list is narrowed to, as it is kept until its workbook is made: sealed, because what was searched for may be a name. */
@Component
@RequiredArgsConstructor
class SealedFilter {

    private final Vault vault;
    private final JsonMapper json;

    @Nullable
    String seal(ChildList.@Nullable Filter filter) {
        return filter == null ? null : this.vault.seal(this.json.writeValueAsString(filter));
    }

    ChildList.Filter open(@Nullable String sealed) {
        String filter = this.vault.open(sealed);
        if (filter == null) {
            throw new IllegalStateException("A list of children without a filter");
        }
        return this.json.readValue(filter, ChildList.Filter.class);
    }
}
