package org.tongxing.sandbox.oss;

/** What OSS says no with: a status, its own code, and a sentence. */
final class Refused extends Exception {

    private final int status;
    private final String code;

    Refused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refused denied(String message) {
        return new Refused(403, "AccessDenied", message);
    }

    static Refused signature() {
        return new Refused(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided.");
    }

    int status() {
        return this.status;
    }

    String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + this.code + "</Code><Message>"
                + getMessage()
                + "</Message><RequestId>0123456789ABCDEF01234567</RequestId><HostId>double</HostId></Error>";
    }
}
