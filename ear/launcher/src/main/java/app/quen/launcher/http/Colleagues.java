package app.quen.launcher.http;

import app.quen.launcher.Trouble;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Brings people into a workspace as they come: invited by its owner, with a password of theirs. */
public final class Colleagues {

  private Colleagues() {}

  /** Gives the new session, which is forgotten: the owner goes on as the owner. */
  public static JsonObject join(
      Api owner, String email, String name, String role, String password) {
    String token = invite(owner, email, role);
    try (Api newcomer = owner.nobody()) {
      return newcomer.post(
          "/invitation/account",
          Json.createObjectBuilder()
              .add("token", token)
              .add("name", name)
              .add("password", password)
              .build());
    }
  }

  /** With the account that they have already. */
  public static void join(Api owner, String email, String role, String password) {
    String token = invite(owner, email, role);
    try (Api guest = owner.nobody()) {
      guest.post(
          "/session",
          Json.createObjectBuilder().add("email", email).add("password", password).build());
      guest.post("/invitation/membership", Json.createObjectBuilder().add("token", token).build());
    }
  }

  private static String invite(Api owner, String email, String role) {
    JsonObject invited =
        owner.post(
            "/invitations",
            Json.createObjectBuilder().add("email", email).add("role", role).build());
    if (invited.isNull("link")) {
      throw new Trouble(
          "the invitation of " + email + " went out by mail, so that nobody here can accept it");
    }
    String link = invited.getString("link");
    return link.substring(link.indexOf('#') + 1);
  }
}
