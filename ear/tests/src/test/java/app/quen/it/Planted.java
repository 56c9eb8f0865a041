package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business with people of every role and records of several owners, in which every field has a
 * value that is nowhere else; and what each of them may see of it, worked out from the roles.
 */
final class Planted {

  /** What of a value somebody may see. */
  enum Level {
    HIDDEN,
    MASKED,
    WHOLE
  }

  /**
   * A role as the workspace has it, and somebody who has it.
   *
   * @param id of the account
   */
  record Role(String key, String id, Http http, JsonObject said) {}

  /**
   * @param of whose it is: the letter of the customer
   * @param token what is looked for
   */
  record Plant(String type, String key, String of, String token) {}

  private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");

  /** Who sees the record sees these. */
  private static final Set<String> OPEN =
      Set.of("customer/name", "order/number", "order/total", "order/lines", "task/title");

  private static final String RECORDS =
      "[\"customer:*\", \"order:*\", \"interaction:*\", \"feedback:*\", \"task:*\","
          + " \"consent:read\", \"source:read\", \"field:read\", \"member:read\","
          + " \"setting:read\", \"import:*\"]";

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
          "reach-split",
          "\"reach\": {\"customer\": \"all\", \"order\": \"none\", \"interaction\": \"own\","
              + " \"feedback\": \"none\", \"task\": \"own\"}, \"fields\": {}");

  private final Business business = Business.signUp();
  private final Http owner = business.owner();
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final List<Plant> plants = new ArrayList<>();

  /** Paths' placeholders by letter: c, o, i, f, t, file. */
  private final Map<String, Map<String, String>> ids = new LinkedHashMap<>();

  private final Map<String, String> single = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<String, Set<String>> colleagues = new LinkedHashMap<>();

  Planted() {
    field("plain", "public");
    field("secret", "sensitive");
    OWN_ROLES.forEach(
        (key, rest) ->
            made(
                "/api/v1/roles",
                "{\"key\": \"%s\", \"label\": {\"vi\": \"%s\", \"en\": \"%s\"}, \"permissions\": %s, %s}"
                    .formatted(key, key, key, RECORDS, rest.formatted(ALL_ELSE))));
    for (var role : owner.get("/api/v1/roles").json().getJsonArray("items")) {
      JsonObject said = role.asJsonObject();
      String key = said.getString("key");
      Http http = key.equals("owner") ? owner : business.colleague(key);
      String id = http.get("/api/v1/session").json().getJsonObject("account").getString("id");
      roles.put(key, new Role(key, id, http, said));
    }
    team("{\"name\": \"Cùng nhóm\"}", "reach-team", "sales");
    String above = team("{\"name\": \"Nhóm trên\"}", "reach-below");
    team("{\"name\": \"Nhóm dưới\", \"parentId\": \"%s\"}".formatted(above), "care");
    colleagues.put("reach-own", Set.of(id("reach-own")));
    colleagues.put("reach-team", Set.of(id("reach-team"), id("sales")));
    colleagues.put("reach-below", Set.of(id("reach-below"), id("care")));
    owners.put("a", id("reach-own"));
    owners.put("b", id("sales"));
    owners.put("c", id("care"));
    single.put(
        "purpose",
        made(
            "/api/v1/consent-purposes",
            "{\"name\": {\"vi\": \"Tin mới\", \"en\": \"News\"}, \"text\": {\"vi\": \"x\","
                + " \"en\": \"x\"}}"));
    LETTERS.forEach(this::plant);
    single.put(
        "link",
        made(
            "/api/v1/customers/" + customer("a") + "/links",
            "{\"otherId\": \"%s\", \"type\": \"other\", \"note\": \"zqlinknote\"}"
                .formatted(customer("b"))));
    plants.add(new Plant("link", "note", "ab", "zqlinknote"));
    made(
        "/api/v1/customers/" + customer("e") + "/shared-with",
        "{\"toKind\": \"member\", \"toId\": \"%s\", \"level\": \"read\"}"
            .formatted(id("reach-none")));
    around();
  }

  private String id(String role) {
    return roles.get(role).id();
  }

  private String made(String path, String body) {
    var answer = owner.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().getString(path.equals("/api/v1/roles") ? "key" : "id");
  }

  private String team(String body, String... members) {
    String team = made("/api/v1/teams", body);
    List<String> of = new ArrayList<>();
    for (String member : members) {
      of.add("\"" + id(member) + "\"");
    }
    var set =
        owner.send("PUT", "/api/v1/teams/" + team + "/members", "{\"members\": %s}".formatted(of));
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    return team;
  }

  private void field(String key, String sensitivity) {
    var added =
        owner.post(
            "/api/v1/fields",
            "{\"key\": \"%s\", \"type\": \"text\", \"label\": \"%s\", \"searchable\": true, \"sensitivity\": \"%s\"%s}"
                .formatted(
                    key,
                    key,
                    sensitivity,
                    sensitivity.equals("public")
                        ? ""
                        : ", \"purpose\": {\"vi\": \"Thử\", \"en\": \"Trial\"}"));
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
  }

  private String token(String type, String key, String of, String token) {
    plants.add(new Plant(type, key, of, token));
    return token;
  }

  private void plant(String x) {
    int n = LETTERS.indexOf(x);
    String owned = owners.containsKey(x) ? ", \"ownerId\": \"" + owners.get(x) + "\"" : "";
    String customer =
        made(
            "/api/v1/customers",
            """
            {"name": "%s", "birthPlace": "%s", "occupation": "%s", "taxCode": "%s",
             "interests": ["%s"], "phones": ["0%s"], "emails": ["%s@planted.vn"],
             "addresses": [{"line": "%s", "country": "VN"}], "externalId": "%s", "tags": ["%s"],
             "birthDate": "%s", "fields": {"workspace.plain": "%s", "workspace.secret": "%s"}%s}\
            """
                .formatted(
                    token("customer", "name", x, "Zqname" + x),
                    token("customer", "birthPlace", x, "zqbirth" + x),
                    token("customer", "occupation", x, "zqformeroccupation" + x),
                    token("customer", "taxCode", x, "zqformertax" + x),
                    token("customer", "interests", x, "zqinterest" + x),
                    token("customer", "phones", x, "91234567" + n),
                    token("customer", "emails", x, "zqmail" + x),
                    token("customer", "addresses", x, "zqline" + x),
                    token("customer", "externalId", x, "zqext" + x),
                    token("customer", "tags", x, "zqtag" + x),
                    token("customer", "birthDate", x, "1961-02-0" + (n + 1)),
                    token("customer", "workspace.plain", x, "zqplain" + x),
                    token("customer", "workspace.secret", x, "zqsecret" + x),
                    owned));
    var changed =
        owner
            .with("Content-Type", "application/merge-patch+json")
            .with("If-Match", "\"v1\"")
            .send(
                "PATCH",
                "/api/v1/customers/" + customer,
                "{\"occupation\": \"%s\", \"taxCode\": \"%s\"}"
                    .formatted(
                        token("customer", "occupation", x, "zqoccupation" + x),
                        token("customer", "taxCode", x, "zqtax" + x)));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    Map<String, String> of = new LinkedHashMap<>();
    ids.put(x, of);
    of.put("c", customer);
    of.put(
        "o",
        made(
            "/api/v1/orders",
            "{\"number\": \"%s\", \"customerId\": \"%s\", \"note\": \"%s\", \"store\": \"%s\", \"lines\": [{\"name\": \"%s\", \"quantity\": 1, \"unitPrice\": %s}]}"
                .formatted(
                    token("order", "number", x, "ZQORD" + x),
                    customer,
                    token("order", "note", x, "zqordernote" + x),
                    token("order", "store", x, "zqstore" + x),
                    token("order", "lines", x, "zqorderline" + x),
                    token("order", "total", x, "731" + n + "579"))));
    of.put(
        "i",
        record(
            "interactions",
            customer,
            "\"channel\": \"call\", \"subject\": \"%s\", \"body\": \"%s\""
                .formatted(
                    token("interaction", "subject", x, "zqcallsubject" + x),
                    token("interaction", "body", x, "zqcallbody" + x))));
    of.put(
        "f",
        record(
            "feedback",
            customer,
            "\"kind\": \"complaint\", \"subject\": \"%s\", \"body\": \"%s\""
                .formatted(
                    token("feedback", "subject", x, "zqsaidsubject" + x),
                    token("feedback", "body", x, "zqsaidbody" + x))));
    of.put(
        "t",
        record(
            "tasks",
            customer,
            "\"title\": \"%s\", \"body\": \"%s\""
                .formatted(
                    token("task", "title", x, "zqtasktitle" + x),
                    token("task", "body", x, "zqtaskbody" + x))));
    var file =
        owner
            .with("Content-Type", "text/plain")
            .post(
                "/api/v1/customers/"
                    + customer
                    + "/attachments?fileName="
                    + token("file", "name", x, "zqfile" + x)
                    + ".txt",
                token("file", "content", x, "zqcontent" + x));
    assertThat(file.status()).as(file.toString()).isEqualTo(201);
    of.put("file", file.json().getString("id"));
    var consent =
        owner.post(
            "/api/v1/customers/" + customer + "/consents",
            "{\"purposeId\": \"%s\", \"channel\": \"email\", \"state\": \"granted\", \"proof\": {\"textShown\": \"x\", \"address\": \"%s\"}}"
                .formatted(
                    single.get("purpose"), token("consent", "address", x, "203.0.113.5" + n)));
    assertThat(consent.status()).as(consent.toString()).isEqualTo(201);
  }

  private String record(String records, String customer, String rest) {
    return made("/api/v1/" + records, "{\"customerId\": \"%s\", %s}".formatted(customer, rest));
  }

  /** What is not of one customer, but may tell of some. */
  private void around() {
    var list = new ArrayList<String>();
    LETTERS.forEach(x -> list.add("\"" + customer(x) + "\""));
    single.put(
        "bulk",
        made(
            "/api/v1/bulk",
            "{\"record\": \"customer\", \"ids\": %s, \"addTags\": [\"moi\"]}".formatted(list)));
    single.put(
        "import",
        owner
            .with("Content-Type", "text/csv")
            .post("/api/v1/imports?fileName=zqupload.csv", "name\nzqimported\n")
            .json()
            .getString("id"));
    plants.add(new Plant("import", "row", "", "zqimported"));
    plants.add(new Plant("import", "file", "", "zqupload"));
    single.put("export", made("/api/v1/exports", "{\"format\": \"csv\"}"));
    single.put("view", made("/api/v1/views", "{\"name\": \"Tất cả\", \"scope\": \"workspace\"}"));
    single.put(
        "survey",
        made(
            "/api/v1/surveys",
            "{\"kind\": \"survey\", \"title\": {\"vi\": \"x\", \"en\": \"x\"}, \"questions\":"
                + " [{\"type\": \"nps\", \"label\": {\"vi\": \"x\", \"en\": \"x\"}}]}"));
    single.put("source", "00000000-0000-7000-8000-000000000001");
  }

  List<Role> roles() {
    return List.copyOf(roles.values());
  }

  List<Plant> plants() {
    return plants;
  }

  String customer(String letter) {
    return ids.get(letter).get("c");
  }

  /** The addresses of an operation: of each customer and its records where it is about one. */
  Set<String> paths(Served.Operation operation, String query) {
    String path = "/api/v1" + operation.path() + query;
    Set<String> all = new LinkedHashSet<>();
    if (path.contains("{records}")) {
      for (var records :
          Map.of(
                  "customers",
                  "c",
                  "orders",
                  "o",
                  "interactions",
                  "i",
                  "feedback",
                  "f",
                  "tasks",
                  "t")
              .entrySet()) {
        for (String x : LETTERS) {
          all.add(
              path.replace("{records}", records.getKey())
                  .replace("{id}", ids.get(x).get(records.getValue()))
                  .replace("{member}", id("sales")));
        }
      }
      return all;
    }
    for (String x : LETTERS) {
      Map<String, String> of = ids.get(x);
      all.add(
          path.replace("{c}", of.get("c"))
              .replace("{purpose}", single.get("purpose"))
              .replace(
                  "{key}", operation.path().startsWith("/roles") ? "sales" : "workspace.secret")
              .replace("{record}", "customer")
              .replace("{id}", one(operation.path(), of)));
    }
    return all;
  }

  private String one(String path, Map<String, String> of) {
    String kind = path.split("/")[1];
    return switch (kind) {
      case "customers" -> of.get("c");
      case "orders" -> of.get("o");
      case "interactions" -> of.get("i");
      case "feedback" -> of.get("f");
      case "tasks" -> of.get("t");
      case "attachments" -> of.get("file");
      case "links" -> single.get("link");
      case "bulk" -> single.get("bulk");
      case "imports" -> single.get("import");
      case "exports" -> single.get("export");
      case "views" -> single.get("view");
      case "surveys" -> single.get("survey");
      case "sources" -> single.get("source");
      case "consent-purposes" -> single.get("purpose");
      default -> "";
    };
  }

  /** Where a value is to be seen for sure; null: nowhere in particular. */
  @Nullable String home(Plant plant) {
    if (plant.token().startsWith("zqformer") || !ids.containsKey(plant.of())) {
      return null;
    }
    Map<String, String> of = ids.get(plant.of());
    return switch (plant.type()) {
      case "customer" -> "/api/v1/customers/" + of.get("c");
      case "order" -> "/api/v1/orders/" + of.get("o");
      case "interaction" -> "/api/v1/interactions/" + of.get("i");
      case "feedback" -> "/api/v1/feedback/" + of.get("f");
      case "task" -> "/api/v1/tasks/" + of.get("t");
      default -> null;
    };
  }

  // what is expected

  boolean permits(Role role, String permission) {
    String all = permission.substring(0, permission.indexOf(':')) + ":*";
    return role.said().getJsonArray("permissions").getValuesAs(JsonString::getString).stream()
        .anyMatch(held -> held.equals("*") || held.equals(all) || held.equals(permission));
  }

  Level level(Role role, Plant plant) {
    if (role.key().equals("owner")) {
      return Level.WHOLE;
    }
    return switch (plant.type()) {
      case "import" -> Level.HIDDEN;
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
          permits(role, plant.type() + ":read")
                  && sees(role, plant.of())
                  && seesRecords(role, plant.type())
              ? access(role, plant.type(), plant.key())
              : Level.HIDDEN;
    };
  }

  private static String reach(Role role, String type) {
    return role.said().getJsonObject("reach").getString(type, "none");
  }

  /** The records were written by the owner: they are nobody else's. */
  private static boolean seesRecords(Role role, String type) {
    return reach(role, type).equals("all");
  }

  private boolean sees(Role role, String letter) {
    if (reach(role, "customer").equals("all")) {
      return true;
    }
    String owner = owners.get(letter);
    return owner != null && colleagues.getOrDefault(role.key(), Set.of()).contains(owner)
        || letter.equals("e") && role.key().equals("reach-none");
  }

  Level access(Role role, String type, String key) {
    if (role.key().equals("owner") || OPEN.contains(type + "/" + key)) {
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
