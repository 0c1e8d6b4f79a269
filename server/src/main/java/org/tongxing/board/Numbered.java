package org.tongxing.board;

import lombok.Getter;

/** Receives the number a new row gets. */
@Getter
class Numbered {

    private long id;
}
