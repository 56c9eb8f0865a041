package app.quen.operating;

import app.quen.account.RewrapSecondFactors;
import app.quen.key.WorkspaceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wraps all workspaces' keys anew with the newest master key, while people work. */
@ApplicationScoped
public class RewrapKeys {

  private static final Logger LOG = LoggerFactory.getLogger(RewrapKeys.class);

  @Inject WorkspaceKeys keys;
  @Inject RewrapSecondFactors factors;

  /**
   * @return how many keys
   */
  public int rewrap(Operator operator) {
    int rewrapped = keys.rewrapAll() + factors.rewrapAll();
    LOG.info("{} wrapped {} keys anew", operator.name(), rewrapped);
    return rewrapped;
  }
}
