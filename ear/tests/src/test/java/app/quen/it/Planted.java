package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business with people of every role and records of several owners, in which every field has a
 * value that is nowhere else.
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
   * @param id of the account, or of the API key
   * @param everything whether nothing is kept from it
   */
  record Role(String key, String id, Http http, JsonObject said, boolean everything) {}

  /**
   * @param of whose it is: the letter of the customer
   * @param token what is looked for
   */
  record Plant(String type, String key, String of, String token) {}

  static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");

  private static final List<String> EDUCATION =
      List.of("secondary", "high-school", "vocational", "bachelor", "postgraduate");

  private static final List<String> INCOME =
      List.of("under-5m", "5m-10m", "10m-20m", "20m-40m", "over-40m");

  private final Business business = Business.signUp();
  private final Http owner = business.owner();
  private final People people;
  private final List<Plant> plants = new ArrayList<>();

  /** Paths' placeholders by letter: c, o, i, f, t, file. */
  private final Map<String, Map<String, String>> ids = new LinkedHashMap<>();

  private final Map<String, String> single = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<String, Set<String>> colleagues = new LinkedHashMap<>();
  private final Map<String, Set<String>> shared = new LinkedHashMap<>();
  private final Expected expected = new Expected(owners, colleagues, shared);

  Planted() {
    field("plain", "public");
    field("odd", "public");
    field("secret", "sensitive");
    people = new People(business);
    colleagues.put("reach-own", Set.of(people.id("reach-own")));
    colleagues.put("key-of-own", Set.of(people.id("reach-own")));
    colleagues.put("reach-team", Set.of(people.id("reach-team"), people.id("sales")));
    colleagues.put("reach-below", Set.of(people.id("reach-below"), people.id("care")));
    owners.put("a", people.id("reach-own"));
    owners.put("b", people.id("sales"));
    owners.put("c", people.id("care"));
    single.put(
        "purpose",
        owner.made(
            "/api/v1/consent-purposes",
            "{\"name\": {\"vi\": \"Tin mới\", \"en\": \"News\"}, \"text\": {\"vi\": \"x\","
                + " \"en\": \"x\"}}"));
    LETTERS.forEach(this::plant);
    single.put(
        "link",
        owner.made(
            "/api/v1/customers/" + customer("a") + "/links",
            "{\"otherId\": \"%s\", \"type\": \"other\", \"note\": \"zqlinknote\"}"
                .formatted(customer("b"))));
    plants.add(new Plant("link", "note", "ab", "zqlinknote"));
    owner.made(
        "/api/v1/customers/" + customer("e") + "/shared-with",
        "{\"toKind\": \"member\", \"toId\": \"%s\", \"level\": \"read\"}"
            .formatted(people.id("reach-none")));
    shared.put("reach-none", Set.of("e"));
    new PlantedRuns(this, single).plant();
    people.readAgain();
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

  /** Of few words, another for each customer. */
  private String word(String key, String x, List<String> words) {
    return token("customer", key, x, words.get(LETTERS.indexOf(x)));
  }

  String token(String type, String key, String of, String token) {
    plants.add(new Plant(type, key, of, token));
    return token;
  }

  private void plant(String x) {
    int n = LETTERS.indexOf(x);
    String owned = owners.containsKey(x) ? ", \"ownerId\": \"" + owners.get(x) + "\"" : "";
    String customer =
        owner.made(
            "/api/v1/customers",
            """
            {"name": "%s", "birthPlace": "%s", "occupation": "%s", "taxCode": "%s",
             "interests": ["%s"], "phones": ["0%s"], "emails": ["%s@planted.vn"],
             "addresses": [{"line": "%s", "country": "VN"}], "externalId": "%s", "tags": ["%s"],
             "birthDate": "%s", "education": "%s", "incomeBand": "%s", "fields": {"workspace.plain": "%s", "workspace.odd": "%s",
             "workspace.secret": "%s"}%s}\
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
                    word("education", x, EDUCATION),
                    word("incomeBand", x, INCOME),
                    token("customer", "workspace.plain", x, "zqplain" + x),
                    token("misfit", "workspace.odd", x, "zqodd" + x),
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
        owner.made(
            "/api/v1/orders",
            "{\"number\": \"%s\", \"customerId\": \"%s\", \"note\": \"%s\", \"store\": \"%s\", \"lines\": [{\"name\": \"%s\", \"sku\": \"%s\", \"quantity\": 1, \"unitPrice\": %s}]}"
                .formatted(
                    token("order", "number", x, "ZQORD" + x),
                    customer,
                    token("order", "note", x, "zqordernote" + x),
                    token("order", "store", x, "zqstore" + x),
                    token("order", "lines", x, "zqorderline" + x),
                    token("order", "line.sku", x, "ZQSKU" + x),
                    token("order", "total", x, "731" + n + "579"))));
    of.put(
        "i",
        record(
            "interactions",
            customer,
            "\"channel\": \"call\", \"subject\": \"%s\", \"body\": \"%s\""
                .formatted(
                    token("interaction", "subject", x, "zqcallsubject" + x),
                    token("interaction", "body", x, "zqformercallbody" + x)),
            "\"body\": \"%s\"".formatted(token("interaction", "body", x, "zqcallbody" + x))));
    of.put(
        "f",
        record(
            "feedback",
            customer,
            "\"kind\": \"complaint\", \"subject\": \"%s\", \"body\": \"%s\""
                .formatted(
                    token("feedback", "subject", x, "zqsaidsubject" + x),
                    token("feedback", "body", x, "zqsaidbody" + x)),
            "\"resolution\": \"%s\""
                .formatted(token("feedback", "resolution", x, "zqresolved" + x))));
    of.put(
        "t",
        record(
            "tasks",
            customer,
            "\"title\": \"%s\", \"body\": \"%s\""
                .formatted(
                    token("task", "title", x, "zqtasktitle" + x),
                    token("task", "body", x, "zqformertaskbody" + x)),
            "\"body\": \"%s\"".formatted(token("task", "body", x, "zqtaskbody" + x))));
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
            "{\"purposeId\": \"%s\", \"channel\": \"email\", \"state\": \"granted\", \"proof\": {\"textShown\": \"x\", \"address\": \"%s\"}, \"note\": \"%s\"}"
                .formatted(
                    single.get("purpose"),
                    token("consent", "address", x, "203.0.113.5" + n),
                    token("consent", "note", x, "zqconsentnote" + x)));
    assertThat(consent.status()).as(consent.toString()).isEqualTo(201);
  }

  /** Made, and changed once, so that it has a history. */
  private String record(String records, String customer, String rest, String then) {
    String id =
        owner.made("/api/v1/" + records, "{\"customerId\": \"%s\", %s}".formatted(customer, rest));
    var changed =
        owner
            .with("Content-Type", "application/merge-patch+json")
            .with("If-Match", "\"v1\"")
            .send("PATCH", "/api/v1/" + records + "/" + id, "{" + then + "}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    return id;
  }

  /**
   * About whom a role is asked one by one: one's own and nobody's stand for all to who reaches all.
   */
  List<String> askedAs(Role role) {
    boolean all =
        role.everything()
            || role.said().getJsonObject("reach").getString("customer", "none").equals("all");
    return all && !role.key().equals("owner") ? List.of("a", "d") : LETTERS;
  }

  Http owner() {
    return owner;
  }

  List<Role> roles() {
    return people.all();
  }

  List<Plant> plants() {
    return plants;
  }

  String customer(String letter) {
    return ids.get(letter).get("c");
  }

  Expected expected() {
    return expected;
  }

  Map<String, String> ids(String letter) {
    return ids.get(letter);
  }

  String single(String what) {
    return single.get(what);
  }

  /** Of an account. */
  String person(String role) {
    return people.id(role);
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
}
