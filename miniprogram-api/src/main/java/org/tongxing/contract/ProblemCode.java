package org.tongxing.contract;

/** Every refusal a client may branch on; carried as {@code code} in a problem (RFC 9457). */
public enum ProblemCode {
    INVALID_REQUEST(400),
    FILE_UNREADABLE(400),
    SIGNED_OUT(401),
    CREDENTIALS_WRONG(401),
    CODE_WRONG(401),
    WECHAT_CODE_INVALID(401),
    ROLE_MAY_NOT(403),
    NO_ROLE_NOW(403),
    SECOND_FACTOR_NEEDED(403),
    PASSWORD_MUST_CHANGE(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    MEDIA_TYPE_NOT_SUPPORTED(415),
    FILE_TOO_LARGE(413),
    ALREADY_THERE(409),
    STALE(409),
    CHILD_ALREADY_PAIRED(409),
    PAIRING_BREAKS_A_RULE(409),
    PAIRING_ENDED(409),
    REQUEST_WAITING(409),
    ALREADY_DECIDED(409),
    PLAN_NOT_READY(409),
    TOO_LATE_TO_UNDO(409),
    IMPORT_NOT_READY(409),
    WORKBOOK_DELETED(410),
    MEMBERSHIP_DECIDED(409),
    WISH_TAKEN(409),
    NEEDS_ANOTHER_PERSON(409),
    ROLES_CLASH(409),
    DIVISION_IN_USE(409),
    WORDING_TELLS_TOO_MUCH(400),
    EXPORT_NOT_READY(409),
    FIGURES_CHANGED(409),
    UNIT_IN_USE(409),
    PASSWORD_TOO_WEAK(400),
    FACT_DAYS_IMPOSSIBLE(400),
    PURPOSE_MISSING(400),
    REASON_NEEDED(400),
    SMS_CODE_WRONG(400),
    INVITATION_INVALID(409),
    ADULT_KEPT_AWAY(409),
    ACCOUNT_LOCKED(429),
    TOO_OFTEN(429),
    WECHAT_UNREACHABLE(503),
    SMS_UNREACHABLE(503),
    UNEXPECTED(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with this code. */
    public int status() {
        return this.status;
    }
}
