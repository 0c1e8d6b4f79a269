package org.tongxing.problem;

/**
 * A signed-in or anonymous person asked for something that does not exist or is not his or hers to see; both look alike.
 *
 * @param subject {@code kind:id} where the refusing place knows it, the method and path of the request otherwise
 */
public record NothingThere(String subject) {}
