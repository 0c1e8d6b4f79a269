package org.tongxing.persistence;

/** Which page is asked for; sizes are bounded so that nobody reads a town in one request. */
public record Paging(int page, int size) {

    private static final int LARGEST = 100;

    public Paging {
        page = Math.max(1, Math.min(page, 100_000));
        size = Math.max(1, Math.min(size, LARGEST));
    }

    public long offset() {
        return (long) (this.page - 1) * this.size;
    }
}
