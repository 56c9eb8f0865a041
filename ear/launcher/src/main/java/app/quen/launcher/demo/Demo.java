package app.quen.launcher.demo;

import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Colleagues;
import app.quen.launcher.http.Imports;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the demo workspaces at the first start, by what any client could send. */
public final class Demo {
  /** Everybody may know it: a demo listens on loopback, unless somebody wants it otherwise. */
  public static final String PASSWORD = "muoi-hai-con-giap";

  public static final String OWNER = "lan@sao-mai.example";
  public static final String SALES = "binh@sao-mai.example";
  public static final String VIEWER = "chi@sao-mai.example";

  private static final int SHOP_CUSTOMERS = 2000;

  private final Settings settings;
  private final Steps steps;

  public Demo(Settings settings, Steps steps) {
    this.settings = settings;
    this.steps = steps;
  }

  public void createAtFirstStart() throws IOException, InterruptedException {
    Path done = settings.home().resolve("demo.created");
    if (Files.exists(done)) {
      return;
    }
    if (settings.environment("QUEN_MAIL_URL") != null) {
      // its addresses are nobody's, so that nobody could prove them
      steps.say("demo: not made, since QUEN_MAIL_URL is set and addresses are proven by mail");
      return;
    }
    try (Api api = new Api(settings.localUrl() + "/api/v1")) {
      signUp(api);
      Colleagues.join(api, SALES, "Trần Quốc Bình", "sales", PASSWORD);
      Colleagues.join(api, VIEWER, "Lê Mai Chi", "viewer", PASSWORD);
      fill(api, "telecom", "vien-thong-sao-mai.csv", TelecomCustomers.table());
      api.post(
          "/workspaces",
          Json.createObjectBuilder()
              .add("name", "Cửa hàng Sen")
              .add("slug", "cua-hang-sen")
              .add("industry", "retail")
              .build());
      steps.say("demo: workspace Cửa hàng Sen");
      Colleagues.join(api, SALES, "sales", PASSWORD);
      Colleagues.join(api, VIEWER, "viewer", PASSWORD);
      fill(api, "retail", "cua-hang-sen.csv", RetailCustomers.table(1, SHOP_CUSTOMERS));
      sell(api, RetailOrders.table(1, SHOP_CUSTOMERS));
      care(api, new RetailCare(SHOP_CUSTOMERS));
      // the last workspace is where the next sign-in lands: the bigger one is the better show
      api.put("/session/workspace", Json.createObjectBuilder().add("slug", "sao-mai").build());
      api.delete("/session");
    }
    Files.createFile(done);
  }

  public static String signIns() {
    return """
      workspaces  Viễn Thông Sao Mai (sao-mai), Cửa hàng Sen (cua-hang-sen)
      owner       %s
      sales       %s
      viewer      %s
      password    %s (of all three)
    """
        .formatted(OWNER, SALES, VIEWER, PASSWORD);
  }

  private void signUp(Api api) {
    api.post(
        "/signup",
        Json.createObjectBuilder()
            .add("workspaceName", "Viễn Thông Sao Mai")
            .add("slug", "sao-mai")
            .add("industry", "telecom")
            .add("name", "Nguyễn Thị Lan")
            .add("email", OWNER)
            .add("password", PASSWORD)
            .add("language", "vi")
            .build());
    steps.say("demo: workspace Viễn Thông Sao Mai");
  }

  private void fill(Api api, String plugin, String fileName, Table table)
      throws InterruptedException {
    api.put("/plugins/" + plugin, Json.createObjectBuilder().add("enabled", true).build());
    JsonObject result = new Imports(api).run(fileName, table.csv(), table::field, table.rows());
    steps.say(
        "demo: " + result.getInt("created") + " customers imported with the plugin " + plugin);
  }

  private void sell(Api api, Table table) throws InterruptedException {
    new Imports(api).run("order", "don-hang-sen.csv", table.csv(), table::field, table.rows());
    steps.say("demo: " + table.rows() + " lines of orders imported");
  }

  private void care(Api api, RetailCare care) throws InterruptedException {
    take(api, "interaction", "tuong-tac.csv", care.interactions(3000));
    take(api, "feedback", "phan-hoi.csv", care.feedback(500));
    take(api, "task", "viec-can-lam.csv", care.tasks(150));
    api.post("/surveys", RetailCare.survey());
    RetailCare.purposes().forEach(one -> api.post("/consent-purposes", one));
  }

  private void take(Api api, String record, String fileName, Table table)
      throws InterruptedException {
    new Imports(api).run(record, fileName, table.csv(), table::field, table.rows());
    steps.say("demo: " + table.rows() + " rows of the type " + record + " imported");
  }
}
