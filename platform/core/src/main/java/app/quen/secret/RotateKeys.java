package app.quen.secret;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.secret.internal.Rotation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the workspace a new key under which the keys of its customers are wrapped, by a job. */
@ApplicationScoped
public class RotateKeys {

  @Inject Rotation rotation;

  /**
   * People go on working. When all is wrapped by the new key the old one is destroyed: a copy of
   * the workspace's schema from before tells no sensitive value any more, unless somebody has kept
   * the old key from the control schema too.
   */
  @Permitted("key:manage")
  @InTransaction
  public RotationState rotate() {
    return rotation.order();
  }

  /** How far the last one is. */
  @Permitted("key:manage")
  @InTransaction
  public RotationState show() {
    return rotation.state();
  }
}
