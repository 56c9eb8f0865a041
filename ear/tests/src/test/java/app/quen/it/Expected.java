package app.quen.it;

import app.quen.it.Planted.Level;
import app.quen.it.Planted.Plant;
import app.quen.it.Planted.Role;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Set;

/**
 * What somebody may see of what is planted: worked out from what the roles say, and not by the code
 * that is tried.
 */
final class Expected {

  /** Who sees the record sees these. */
  private static final Set<String> OPEN =
      Set.of("customer/name", "order/number", "order/total", "order/lines", "task/title");

  /** By customer: the account whose it is. */
  private final Map<String, String> owners;

  /** By role: the accounts whose customers it sees by its reach, where that is not all. */
  private final Map<String, Set<String>> colleagues;

  /** By role: the customers that were shared with who has it. */
  private final Map<String, Set<String>> shared;

  Expected(
      Map<String, String> owners,
      Map<String, Set<String>> colleagues,
      Map<String, Set<String>> shared) {
    this.owners = owners;
    this.colleagues = colleagues;
    this.shared = shared;
  }

  boolean permits(Role role, String permission) {
    String all = permission.substring(0, permission.indexOf(':')) + ":*";
    return role.said().getJsonArray("permissions").getValuesAs(JsonString::getString).stream()
        .anyMatch(held -> held.equals("*") || held.equals(all) || held.equals(permission));
  }

  Level level(Role role, Plant plant) {
    if (role.everything()) {
      return Level.WHOLE;
    }
    return switch (plant.type()) {
      case "import" -> Level.HIDDEN;
      // what a field held before it became a number
      case "misfit" ->
          permits(role, "customer:read") && sees(role, plant.of())
              ? access(role, "customer", plant.key())
              : Level.HIDDEN;
      case "view" -> permits(role, "customer:read") ? whole(role, plant.key()) : Level.HIDDEN;
      case "link" ->
          permits(role, "customer:read") && sees(role, "a") && sees(role, "b")
              ? Level.WHOLE
              : Level.HIDDEN;
      case "file" ->
          permits(role, "customer:read") && sees(role, plant.of()) ? Level.WHOLE : Level.HIDDEN;
      case "consent" ->
          permits(role, "consent:read")
                  && sees(role, plant.of())
                  && access(role, "customer", "phones") == Level.WHOLE
                  && access(role, "customer", "emails") == Level.WHOLE
              ? Level.WHOLE
              : Level.HIDDEN;
      case "customer" ->
          sees(role, plant.of()) && (permits(role, "customer:read") || plant.key().equals("name"))
              ? access(role, "customer", plant.key())
              : Level.HIDDEN;
      default ->
          permits(role, plant.type() + ":read") && seesRecord(role, plant.type(), plant.of())
              ? access(role, plant.type(), plant.key())
              : Level.HIDDEN;
    };
  }

  private Level whole(Role role, String key) {
    return access(role, "customer", key) == Level.WHOLE ? Level.WHOLE : Level.HIDDEN;
  }

  private static String reach(Role role, String type) {
    return role.said().getJsonObject("reach").getString(type, "none");
  }

  /** The records were written by the owner: they are nobody else's. */
  boolean seesRecord(Role role, String type, String letter) {
    return role.everything() || sees(role, letter) && reach(role, type).equals("all");
  }

  /** Whether the customer is seen. */
  boolean sees(Role role, String letter) {
    if (role.everything() || reach(role, "customer").equals("all")) {
      return true;
    }
    String owner = owners.get(letter);
    return owner != null && colleagues.getOrDefault(role.key(), Set.of()).contains(owner)
        || shared.getOrDefault(role.key(), Set.of()).contains(letter);
  }

  Level access(Role role, String type, String key) {
    if (role.everything() || OPEN.contains(type + "/" + key)) {
      return Level.WHOLE;
    }
    JsonObject fields = role.said().getJsonObject("fields").getJsonObject(type);
    String said = fields == null ? null : fields.getString(key, null);
    if (said == null) {
      said =
          key.equals("workspace.secret")
              ? "hidden"
              : fields == null ? "write" : fields.getString("*", "write");
    }
    return switch (said) {
      case "hidden" -> Level.HIDDEN;
      case "masked" -> Level.MASKED;
      default -> Level.WHOLE;
    };
  }
}
