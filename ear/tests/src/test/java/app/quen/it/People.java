package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.it.Planted.Role;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody of every role of a business, of some more that narrow each in its own way, and API keys.
 */
final class People {

  private static final String RECORDS =
      "[\"customer:*\", \"order:*\", \"interaction:*\", \"feedback:*\", \"task:*\","
          + " \"consent:read\", \"source:read\", \"field:read\", \"member:read\","
          + " \"setting:read\", \"import:*\"]";

  /** Who makes API keys. */
  private static final List<String> MAKERS = List.of("key-maker", "reach-own");

  private static final String ALL_ELSE =
      "\"order\": \"all\", \"interaction\": \"all\", \"feedback\": \"all\", \"task\": \"all\"";

  private static final Map<String, String> OWN_ROLES =
      Map.of(
          "reach-own",
          "\"reach\": {\"customer\": \"own\", %s}, \"fields\": {\"customer\": {\"phones\":"
              + " \"masked\", \"emails\": \"hidden\", \"taxCode\": \"hidden\", \"birthPlace\":"
              + " \"masked\", \"addresses\": \"masked\", \"externalId\": \"masked\"}}",
          "reach-team",
          "\"reach\": {\"customer\": \"team\", %s}, \"fields\": {\"customer\": {\"occupation\":"
              + " \"hidden\", \"tags\": \"hidden\", \"interests\": \"hidden\", \"workspace.plain\":"
              + " \"hidden\"}, \"interaction\": {\"body\": \"hidden\"}, \"order\": {\"note\":"
              + " \"hidden\", \"store\": \"masked\"}}",
          "reach-below",
          "\"reach\": {\"customer\": \"team-below\", %s}, \"fields\": {\"customer\": {\"*\":"
              + " \"read\", \"workspace.secret\": \"read\", \"addresses\": \"hidden\"},"
              + " \"feedback\": {\"body\": \"masked\"}, \"task\": {\"body\": \"hidden\"}}",
          "reach-none",
          "\"reach\": {\"customer\": \"none\", %s}, \"fields\": {}",
          "key-maker",
          "\"reach\": {\"customer\": \"all\", %s}, \"fields\": {\"customer\": {\"phones\":"
              + " \"masked\", \"taxCode\": \"hidden\"}, \"task\": {\"body\": \"hidden\"}}",
          "reach-split",
          "\"reach\": {\"customer\": \"all\", \"order\": \"none\", \"interaction\": \"own\","
              + " \"feedback\": \"none\", \"task\": \"own\"}, \"fields\": {}");

  private final Business business;
  private final Http owner;
  private final Map<String, Role> roles = new LinkedHashMap<>();

  People(Business business) {
    this.business = business;
    this.owner = business.owner();
    OWN_ROLES.forEach(
        (key, rest) ->
            owner.made(
                "/api/v1/roles",
                "{\"key\": \"%s\", \"label\": {\"vi\": \"%s\", \"en\": \"%s\"}, \"permissions\": %s, %s}"
                    .formatted(
                        key,
                        key,
                        key,
                        MAKERS.contains(key)
                            ? RECORDS.replace("]", ", \"apikey:manage\"]")
                            : RECORDS,
                        rest.formatted(ALL_ELSE))));
    for (var role : owner.get("/api/v1/roles").json().getJsonArray("items")) {
      JsonObject said = role.asJsonObject();
      String key = said.getString("key");
      Http http = key.equals("owner") ? owner : business.colleague(key);
      String id = http.get("/api/v1/session").json().getJsonObject("account").getString("id");
      roles.put(key, new Role(key, id, http, said, key.equals("owner")));
    }
    key("key-of-owner", "owner", List.of());
    key("key-to-read", "owner", List.of("customer:read"));
    key(
        "key-of-maker",
        "key-maker",
        List.of(
            "customer:read",
            "order:read",
            "order:create",
            "order:update",
            "task:read",
            "task:update"));
    key("key-of-own", "reach-own", List.of("customer:read", "order:read", "feedback:read"));
    team("{\"name\": \"Cùng nhóm\"}", "reach-team", "sales");
    String above = team("{\"name\": \"Nhóm trên\"}", "reach-below");
    team("{\"name\": \"Nhóm dưới\", \"parentId\": \"%s\"}".formatted(above), "care");
  }

  List<Role> all() {
    return List.copyOf(roles.values());
  }

  String id(String role) {
    return roles.get(role).id();
  }

  /** As roles are now: fields that were added are named in them. */
  void readAgain() {
    for (var role : owner.get("/api/v1/roles").json().getJsonArray("items")) {
      JsonObject said = role.asJsonObject();
      roles.computeIfPresent(
          said.getString("key"),
          (key, known) -> new Role(key, known.id(), known.http(), said, known.everything()));
    }
  }

  /** An API key reaches and sees what its maker does, of what it may read. */
  private void key(String name, String maker, List<String> asked) {
    JsonObject of = roles.get(maker).said();
    boolean everything = asked.isEmpty();
    JsonArray permissions =
        everything
            ? owner.get("/api/v1/session").json().getJsonArray("permissions")
            : Json.createArrayBuilder(asked).build();
    var made =
        roles
            .get(maker)
            .http()
            .post(
                "/api/v1/api-keys",
                "{\"name\": \"%s\", \"permissions\": %s}".formatted(name, permissions));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    JsonObject ofMaker = of.getJsonObject("reach");
    var reach = Json.createObjectBuilder().add("customer", ofMaker.getString("customer"));
    for (String type : List.of("order", "interaction", "feedback", "task")) {
      boolean held = asked.stream().anyMatch(one -> one.startsWith(type + ":"));
      reach.add(type, held ? ofMaker.getString(type) : "none");
    }
    var said = Json.createObjectBuilder();
    said.add("permissions", permissions).add("reach", reach);
    said.add(
        "fields",
        maker.equals("owner")
            ? Json.createObjectBuilder()
                .add("customer", Json.createObjectBuilder().add("workspace.secret", "write"))
                .build()
            : of.getJsonObject("fields"));
    Http http = Http.nobody().with("Authorization", "Bearer " + made.json().getString("key"));
    roles.put(name, new Role(name, made.json().getString("id"), http, said.build(), everything));
  }

  private String team(String body, String... members) {
    String team = owner.made("/api/v1/teams", body);
    List<String> of = new ArrayList<>();
    for (String member : members) {
      of.add("\"" + id(member) + "\"");
    }
    var set =
        owner.send("PUT", "/api/v1/teams/" + team + "/members", "{\"members\": %s}".formatted(of));
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    return team;
  }
}
