package org.tongxing.bench.drill;

/** What people do during a drill; each leaves rows that can be counted by its subject. */
public enum Deed {
    /** A visit with a promise and a difficulty; the subject is its idempotency key. */
    VISIT,
    /** A photo sent; what it left is looked for by the visit it belongs to. */
    PHOTO,
    /** A visit with a photo; the subject is its idempotency key. */
    VISIT_WITH_PHOTO,
    /** A call of a parent; the subject is its idempotency key. */
    CONTACT,
    /** A report of danger; the subject is its idempotency key. */
    DANGER,
    /** A promise of a wish; the subject is the wish and the person. */
    CLAIM,
    /** A promise given back; the subject is the wish and the person. */
    GIVE_BACK,
    /** A pairing made; the subject is the child and the family. */
    PAIRING,
    /** A pairing ended; the subject is the pairing. */
    ENDING,
    /** A fact of a case file; the subject is the child and what it says. */
    FACT,
    /** A wording of the ledger; the subject is the child and the wording. */
    WORDING
}
