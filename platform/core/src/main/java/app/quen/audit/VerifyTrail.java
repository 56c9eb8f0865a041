package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.audit.internal.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Holds the trail against its hashes and its seals. */
@ApplicationScoped
public class VerifyTrail {

  @Inject Verification verification;

  /** Reads all of it: some ten seconds for a million entries. No unit of work may be open. */
  @Permitted("audit:read")
  public TrailReport verify() {
    return verification.run();
  }
}
