package org.tongxing.coverage.web;

import org.springframework.stereotype.Component;
import org.tongxing.child.CategoryBook;

/** What the rule books call a pairing category. */
@Component
class CategoryNames {

    private final CategoryBook books;

    CategoryNames(CategoryBook books) {
        this.books = books;
    }

    String name(String category) {
        return this.books.categoryName(category);
    }

    String clause(String category) {
        return this.books.categoryClause(category);
    }
}
