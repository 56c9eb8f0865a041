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
   * Empty if there is no such key, it has expired or was revoked, or who made it has left the
   * workspace. Reads the database; the use is noted.
   *
   * @param key as it was given
   */
  public Optional<KeyHolder> find(String key, Client client) {
    return keys.find(key, client);
  }
}
