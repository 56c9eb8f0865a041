package app.quen.launcher.ops;

import app.quen.launcher.Trouble;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Refused;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands of support. */
public final class Operations {
  private static final String HELP =
      """
      ./quen ops tenants list [--json]                    all workspaces of the installation
      ./quen ops tenants show SLUG [--json]               one of them
      ./quen ops tenants suspend SLUG --reason TEXT       refuse it on every surface, at once
      ./quen ops tenants resume SLUG                      let it work again
      ./quen ops verify-audit SLUG [--json]               hold its trail against its hashes and seals;
                                                          says where it is broken, and ends with 1
      ./quen ops rotate-audit-key SLUG                    seal its trail with a new key from now on
      ./quen ops master-key new|next|newest               make a master key; see docs/operations.md
      ./quen ops keys rewrap                              wrap all workspaces' keys with it, anew
      ./quen ops keys rotate SLUG                         give a workspace a new key, by a job
      ./quen ops keys show SLUG                           how far that is
      ./quen ops keys renew SLUG                          encrypt its sensitive values anew, by a job
      ./quen ops keys renewal SLUG                        how far that is
      ./quen ops reset-second-factor EMAIL --reason TEXT  let somebody in by the password again who has
                                                          lost phone, recovery codes and passkeys

      They talk to the installation at QUEN_URL (by default http://127.0.0.1:$QUEN_PORT) with the
      operator's token from QUEN_OPERATOR_TOKEN, or from the file operator.token in .quen.
      """;

  private static final List<String> VERBS = List.of("list", "show", "suspend", "resume");

  private static final List<String> COLUMNS =
      List.of("slug", "name", "industry", "state", "members", "customersEstimate", "createdAt");

  private final Api api;
  private final boolean json;

  private Operations(Api api, boolean json) {
    this.api = api;
    this.json = json;
  }

  public static int run(Settings settings, List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>(arguments);
    boolean json = words.remove("--json");
    String reason = option(words, "--reason");
    if (words.isEmpty() || words.get(0).equals("help")) {
      System.out.print(HELP);
      return 0;
    }
    if (words.get(0).equals("verify-audit")) {
      return verifyAudit(settings, words, json);
    }
    if (words.get(0).equals("rotate-audit-key")) {
      return rotateAuditKey(settings, words);
    }
    if (words.get(0).equals("master-key")) {
      return MasterKeyWords.run(settings, words);
    }
    if (words.get(0).equals("keys")) {
      return keys(settings, words);
    }
    if (words.get(0).equals("reset-second-factor")) {
      return AccountWords.resetSecondFactor(words, reason, url(settings), token(settings));
    }
    if (!words.get(0).equals("tenants") || words.size() < 2) {
      throw new Trouble(
          "ops knows 'tenants list|show|suspend|resume', 'verify-audit', 'rotate-audit-key',"
              + " 'master-key', 'keys' and 'reset-second-factor'; see ./quen ops help");
    }
    String verb = words.get(1);
    if (!VERBS.contains(verb)) {
      throw new Trouble("ops tenants knows list, show, suspend and resume, not " + verb);
    }
    if (words.size() > (verb.equals("list") ? 2 : 3)) {
      throw new Trouble(
          "ops tenants " + verb + " does not know '" + words.getLast() + "'; see ./quen ops help");
    }
    if (words.size() == 2 && !verb.equals("list")) {
      throw new Trouble("which workspace? ./quen ops tenants " + verb + " SLUG");
    }
    String url = url(settings);
    try (Api api = new Api(url + "/ops/v1").withBearer(token(settings))) {
      Operations operations = new Operations(api, json);
      if (verb.equals("list")) {
        operations.list(url);
        return 0;
      }
      String path = "/tenants/" + URLEncoder.encode(words.get(2), StandardCharsets.UTF_8);
      switch (verb) {
        case "show" -> operations.show(api.get(path), url);
        case "suspend" -> {
          if (reason.isBlank()) {
            throw new Trouble("a suspension needs its reason: --reason \"unpaid since March\"");
          }
          operations.show(
              api.post(path + "/suspend", Json.createObjectBuilder().add("reason", reason).build()),
              url);
        }
        case "resume" ->
            operations.show(api.post(path + "/resume", JsonValue.EMPTY_JSON_OBJECT), url);
        default -> throw new IllegalStateException(verb);
      }
      return 0;
    } catch (Refused refused) {
      throw said(refused, settings, url, verb.equals("list") ? "" : words.getLast());
    }
  }

  private static int keys(Settings settings, List<String> words) throws IOException {
    if (words.equals(List.of("keys", "rewrap"))) {
      return rewrapKeys(settings);
    }
    if (words.size() != 3
        || !List.of("rotate", "show", "renew", "renewal").contains(words.get(1))) {
      throw new Trouble(
          "ops keys knows rewrap, and rotate, show, renew and renewal with a SLUG; see ./quen ops"
              + " help");
    }
    String url = url(settings);
    String slug = words.get(2);
    try (Api api = new Api(url + "/ops/v1").withBearer(token(settings))) {
      String path = "/keys/" + URLEncoder.encode(slug, StandardCharsets.UTF_8);
      JsonObject state =
          switch (words.get(1)) {
            case "rotate", "renew" ->
                api.post(path + "/" + words.get(1), JsonValue.EMPTY_JSON_OBJECT);
            case "renewal" -> api.get(path + "/renewal");
            default -> api.get(path);
          };
      if (!state.containsKey("generation") && !state.containsKey("version")) {
        throw notQuen(url);
      }
      System.out.println(
          slug + ": " + (state.containsKey("version") ? renewal(state) : key(state)));
      return 0;
    } catch (Refused refused) {
      throw said(refused, settings, url, slug);
    }
  }

  private static String key(JsonObject state) {
    return "key "
        + state.getInt("generation")
        + (state.getBoolean("done")
            ? ", and no other"
            : ", takes over; " + state.getInt("left") + " customers are left");
  }

  private static String renewal(JsonObject state) {
    int unreadable = state.getInt("unreadable");
    return "values under keys "
        + state.getInt("version")
        + (state.getBoolean("running")
            ? ", being renewed; " + state.getInt("done") + " of about " + state.getInt("total")
            : ", and none left to renew")
        + (unreadable == 0 ? "" : "; " + unreadable + " could not be opened and stay as they are");
  }

  private static int rewrapKeys(Settings settings) throws IOException {
    String url = url(settings);
    try (Api api = new Api(url + "/ops/v1").withBearer(token(settings))) {
      JsonObject done = api.post("/keys/rewrap", JsonValue.EMPTY_JSON_OBJECT);
      if (!done.containsKey("rewrapped")) {
        throw notQuen(url);
      }
      System.out.println(done.getInt("rewrapped") + " keys are wrapped by the newest master key.");
      return 0;
    } catch (Refused refused) {
      throw said(refused, settings, url, "");
    }
  }

  private static int verifyAudit(Settings settings, List<String> words, boolean json)
      throws IOException {
    if (words.size() != 2) {
      throw new Trouble("which workspace? ./quen ops verify-audit SLUG");
    }
    String url = url(settings);
    // it reads the whole trail before it answers
    try (Api api = new Api(url + "/ops/v1").withBearer(token(settings))) {
      String path = "/tenants/" + URLEncoder.encode(words.get(1), StandardCharsets.UTF_8);
      JsonObject report = api.post(path + "/verify-audit", JsonValue.EMPTY_JSON_OBJECT);
      if (!report.containsKey("whole")) {
        throw notQuen(url);
      }
      if (json) {
        System.out.println(report);
      } else {
        print(report);
      }
      return report.getBoolean("whole") ? 0 : 1;
    } catch (Refused refused) {
      throw said(refused, settings, url, words.get(1));
    }
  }

  private static int rotateAuditKey(Settings settings, List<String> words) throws IOException {
    if (words.size() != 2) {
      throw new Trouble("which workspace? ./quen ops rotate-audit-key SLUG");
    }
    String url = url(settings);
    try (Api api = new Api(url + "/ops/v1").withBearer(token(settings))) {
      String path = "/tenants/" + URLEncoder.encode(words.get(1), StandardCharsets.UTF_8);
      JsonObject key = api.post(path + "/rotate-audit-key", JsonValue.EMPTY_JSON_OBJECT);
      if (!key.containsKey("number")) {
        throw notQuen(url);
      }
      System.out.println(
          "Key "
              + key.get("number")
              + " seals what comes after entry "
              + key.get("after")
              + "; what was sealed before stays sealed.");
      return 0;
    } catch (Refused refused) {
      throw said(refused, settings, url, words.get(1));
    }
  }

  private static void print(JsonObject report) {
    System.out.println(
        report.getString("slug")
            + ": "
            + report.getInt("entries")
            + " entries, sealed up to "
            + report.get("sealed")
            + (report.isNull("sealedAt") ? "" : " at " + report.getString("sealedAt")));
    JsonArray keys = report.getJsonArray("keys");
    for (JsonObject key :
        keys == null ? List.<JsonObject>of() : keys.getValuesAs(JsonObject.class)) {
      System.out.println(
          "  key "
              + key.get("number")
              + " since "
              + key.getString("since")
              + ", after entry "
              + key.get("after"));
    }
    for (JsonObject found : report.getJsonArray("breaks").getValuesAs(JsonObject.class)) {
      System.out.println(
          "  entry "
              + found.get("seq")
              + ": "
              + found.getString("kind")
              + ": "
              + found.getString("what"));
    }
    System.out.println(report.getBoolean("whole") ? "The trail is whole." : "IT IS BROKEN.");
  }

  /**
   * @param slug the workspace that was meant; empty where none was
   */
  private static RuntimeException said(
      Refused refused, Settings settings, String url, String slug) {
    return switch (refused.status()) {
      case 401 ->
          new Trouble(
              url
                  + " does not accept the operator's token. It comes from QUEN_OPERATOR_TOKEN,"
                  + " else from "
                  + tokenFile(settings)
                  + ".");
      case 404 ->
          slug.isEmpty()
              ? notQuen(url)
              : new Trouble(
                  "there is no workspace '"
                      + slug
                      + "' at "
                      + url
                      + "; ./quen ops tenants list names them all.");
      default -> refused;
    };
  }

  private void list(String url) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    String cursor = "";
    do {
      JsonObject page = api.get("/tenants" + (cursor.isEmpty() ? "" : "?cursor=" + cursor));
      if (!page.containsKey("items")) {
        throw notQuen(url);
      }
      for (JsonObject tenant : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
        all.add(tenant);
        rows.add(COLUMNS.stream().map(column -> text(tenant.get(column))).toList());
      }
      cursor = page.getString("nextCursor", "");
    } while (!cursor.isEmpty());
    if (json) {
      System.out.println(all.build());
    } else {
      print(rows);
    }
  }

  private void show(JsonObject tenant, String url) {
    if (!tenant.containsKey("slug")) {
      throw notQuen(url);
    }
    if (json) {
      System.out.println(tenant);
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    tenant.forEach((key, value) -> rows.add(List.of(key, text(value))));
    print(rows);
  }

  private static void print(List<List<String>> rows) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(i)));
      }
      System.out.println(line.toString().stripTrailing());
    }
  }

  private static String text(@org.jspecify.annotations.Nullable JsonValue value) {
    if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
      return "-";
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static Trouble notQuen(String url) {
    return new Trouble("what answers at " + url + " is not Quen. Look at QUEN_URL.");
  }

  private static String url(Settings settings) {
    String chosen = settings.environment("QUEN_URL");
    if (chosen == null) {
      return settings.localUrl();
    }
    if (!chosen.matches("https?://[^/?#\\s]+/*")) {
      throw new Trouble(
          "QUEN_URL is '" + chosen + "'. It looks like https://quen.example, without a path.");
    }
    return chosen.replaceAll("/+$", "");
  }

  private static String token(Settings settings) throws IOException {
    String chosen = settings.environment("QUEN_OPERATOR_TOKEN");
    if (chosen != null) {
      return chosen;
    }
    Path file = tokenFile(settings);
    if (!Files.exists(file)) {
      throw new Trouble(
          file + " does not exist: start Quen once (./quen run), or set QUEN_OPERATOR_TOKEN.");
    }
    return Files.readString(file).strip();
  }

  private static Path tokenFile(Settings settings) {
    return settings.home().resolve("operator.token");
  }

  private static String option(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0) {
      return "";
    }
    if (at + 1 >= words.size()) {
      throw new Trouble(name + " needs a value");
    }
    String value = words.get(at + 1);
    words.remove(at + 1);
    words.remove(at);
    return value;
  }
}
