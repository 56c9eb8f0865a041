package app.quen.launcher.ops;

import app.quen.launcher.Trouble;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Refused;
import jakarta.json.Json;
import java.util.List;

/** What support does for a single person. */
final class AccountWords {

  private AccountWords() {}

  static int resetSecondFactor(List<String> words, String reason, String url, String token) {
    if (words.size() != 2) {
      throw new Trouble("whose? ./quen ops reset-second-factor EMAIL --reason TEXT");
    }
    if (reason.isBlank()) {
      throw new Trouble("it needs its reason: --reason \"lost phone, called back at her shop\"");
    }
    String email = words.get(1);
    try (Api api = new Api(url + "/ops/v1").withBearer(token)) {
      api.post(
          "/accounts/reset-second-factor",
          Json.createObjectBuilder().add("email", email).add("reason", reason).build());
      System.out.println(email + " signs in with the password alone now; all sessions have ended.");
      return 0;
    } catch (Refused refused) {
      if (refused.status() == 404) {
        throw new Trouble("nobody at " + url + " has the e-mail address " + email + ".");
      }
      throw refused;
    }
  }
}
