package app.quen.installation.internal;

/**
 * What a workspace has decided about a plugin.
 *
 * @param release the version that it uses, or used last
 */
public record Installation(String plugin, String release, boolean enabled) {}
