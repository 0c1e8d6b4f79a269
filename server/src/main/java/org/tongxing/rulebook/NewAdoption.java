package org.tongxing.rulebook;

import java.time.LocalDate;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** A row on its way into the table; receives the generated key. */
@Getter
@RequiredArgsConstructor
class NewAdoption {

    private long id;
    private final String division;
    private final String book;
    private final LocalDate from;
}
