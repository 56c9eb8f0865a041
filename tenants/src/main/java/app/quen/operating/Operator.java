package app.quen.operating;

import java.util.UUID;

/** A member of the staff that runs the installation. */
public record Operator(UUID id, String name) {}
