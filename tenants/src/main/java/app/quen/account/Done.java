package app.quen.account;

/**
 * What a request has led to.
 *
 * @param repeated whether an earlier request with the same key had done it already
 */
public record Done<T>(T result, boolean repeated) {}
