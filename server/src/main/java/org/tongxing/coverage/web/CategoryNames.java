package org.tongxing.coverage.web;

import org.springframework.stereotype.Component;
import org.tongxing.policy.RuleBooks;

/** What the rule books call a pairing category. */
@Component
class CategoryNames {

    private final RuleBooks books;

    CategoryNames(RuleBooks books) {
        this.books = books;
    }

    String name(String category) {
        return this.books.categoryName(category);
    }

    String clause(String category) {
        return this.books.categoryClause(category);
    }
}
