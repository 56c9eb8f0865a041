package app.quen.account;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address the peer's IP address, as the outermost trusted proxy saw it; limits count by it
 */
public record Client(String address, @Nullable String userAgent) {}
