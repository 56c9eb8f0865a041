package app.quen.secret;

/**
 * How far a rotation of a workspace's key is.
 *
 * @param generation of the key that wraps now
 * @param left how many customers' keys are still wrapped by another
 * @param done whether the keys before are destroyed
 */
public record RotationState(int generation, long left, boolean done) {}
