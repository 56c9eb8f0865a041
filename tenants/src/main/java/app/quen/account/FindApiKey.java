package app.quen.account;

import app.quen.account.internal.ApiKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Turns an API key into the program that it stands for. */
@ApplicationScoped
public class FindApiKey {

  @Inject ApiKeys keys;

  /**
   * Empty if there is no such key, or it has expired or was revoked. Reads the database.
   *
   * @param key as it was given: {@code quen_<prefix>_<secret>}
   */
  public Optional<KeyHolder> find(String key) {
    return keys.find(key);
  }
}
