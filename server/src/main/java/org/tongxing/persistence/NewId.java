package org.tongxing.persistence;

import lombok.Getter;

/** Receives the id a new row gets. */
@Getter
public class NewId {

    private long id;
}
