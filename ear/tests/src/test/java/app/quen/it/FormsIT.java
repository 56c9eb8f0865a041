package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormsIT {

  private static final Pattern SHEET = Pattern.compile("name=\"sheet\" value=\"([0-9a-f-]{36})\"");
  private static Business sen;
  private static String survey;

  @BeforeAll
  static void aBusinessAsks() {
    sen = Business.signUp();
    var made =
        sen.owner()
            .post(
                "/api/v1/surveys",
                """
                {"title": {"vi": "Bạn thấy thế nào?", "en": "How was it?"},
                 "questions": [
                   {"key": "again", "type": "nps", "required": true,
                    "label": {"vi": "Giới thiệu bạn bè?", "en": "Recommend us?"}},
                   {"key": "why", "type": "text", "label": {"vi": "Vì sao?", "en": "Why?"}},
                   {"key": "phone", "type": "phone", "required": true,
                    "label": {"vi": "Số điện thoại", "en": "Phone"}}]}\
                """);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    survey = "/api/v1/surveys/" + made.json().getString("id");
  }

  private static String link(String customer) {
    var answer =
        sen.owner()
            .post(
                survey + "/links",
                customer == null ? "{}" : "{\"customerId\": \"" + customer + "\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return URI.create(answer.json().getString("url")).getPath();
  }

  private static Http browser() {
    return Http.nobody().with("Content-Type", "application/x-www-form-urlencoded");
  }

  private static String sheet(Http.Answer page) {
    var found = SHEET.matcher(page.body());
    assertThat(found.find()).as(page.toString()).isTrue();
    return found.group(1);
  }

  private static Http.Answer feedback() {
    return sen.owner()
        .get(
            "/api/v1/feedback?filter=surveyId:eq:" + survey.substring("/api/v1/surveys/".length()));
  }

  @Test
  void aCustomerAnswersOnceOnThePageBehindTheLink() {
    var hoa = sen.register("Trần Thị Hoa");
    var path = link(hoa);
    var page = Http.nobody().with("Accept-Language", "en").get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("How was it?").doesNotContain("name=\"a.phone\"");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");

    var body = "sheet=" + sheet(page) + "&a.again=9&a.why=R%E1%BA%A5t+vui&website=";
    var sent = browser().post(path, body);
    assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
    assertThat(Http.nobody().get(path).body()).contains("Cảm ơn").doesNotContain("<form");
    browser().post(path, body);

    var answers = sen.owner().get("/api/v1/customers/" + hoa + "/timeline?kinds=feedback").json();
    assertThat(answers.getJsonArray("items")).hasSize(1);
    var said = answers.getJsonArray("items").getJsonObject(0).getJsonObject("record");
    assertThat(said.getInt("nps")).isEqualTo(9);
    assertThat(said.getString("body")).isEqualTo("Rất vui");
  }

  @Test
  void whatDoesNotFitIsSaidOnThePageAndNothingIsLost() {
    var path = link(null);
    var page = Http.nobody().get(path);
    var wrong = browser().post(path, "sheet=" + sheet(page) + "&a.again=7&a.why=Ngon&a.phone=abc");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("role=\"alert\"").contains("value=\"7\" checked");
    assertThat(wrong.body()).contains(">Ngon</textarea>");
  }

  @Test
  void programsThatFillInEverythingLeaveNothingBehind() {
    var path = link(null);
    var page = Http.nobody().get(path);
    var before = feedback().json().getJsonArray("items").size();
    var spam =
        browser()
            .post(
                path,
                "sheet=" + sheet(page) + "&a.again=7&a.phone=0912345678&website=http://x.example");
    assertThat(spam.status()).isEqualTo(303);
    assertThat(feedback().json().getJsonArray("items")).hasSize(before);
    assertThat(
            browser()
                .with("Sec-Fetch-Site", "cross-site")
                .post(path, "sheet=" + sheet(page) + "&a.again=7&a.phone=0912345678")
                .status())
        .isEqualTo(403);
  }

  @Test
  void theSameIsThereAsJson() {
    var token = link(null).substring("/f/".length());
    var form = Http.nobody().get("/api/v1/public/surveys/" + token);
    assertThat(form.status()).as(form.toString()).isEqualTo(200);
    var answers =
        """
        {"sheet": "%s", "answers": {"again": 4, "phone": "0987 654 321"}}\
        """
            .formatted(form.json().getString("sheet"));
    var taken = Http.nobody().post("/api/v1/public/surveys/" + token, answers);
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    assertThat(taken.json().getString("state")).isEqualTo("answered");
    assertThat(Http.nobody().post("/api/v1/public/surveys/" + token, answers).problem())
        .isEqualTo("taken");
  }

  @Test
  void unknownAndClosedFormsSaySo() {
    assertThat(Http.nobody().get("/f/nosuchtoken").status()).isEqualTo(404);
    assertThat(Http.nobody().get("/api/v1/public/surveys/x").problem()).isEqualTo("not-found");
    var made =
        sen.owner()
            .post(
                "/api/v1/surveys",
                """
                {"title": {"vi": "Cũ", "en": "Old"}, "active": false, "questions": [
                  {"type": "email", "required": true, "label": {"vi": "E-mail", "en": "E-mail"}},
                  {"type": "nps", "label": {"vi": "?", "en": "?"}}]}\
                """);
    var url =
        sen.owner()
            .post("/api/v1/surveys/" + made.json().getString("id") + "/links", "{}")
            .json()
            .getString("url");
    var closed = Http.nobody().get(URI.create(url).getPath());
    assertThat(closed.status()).isEqualTo(410);
    assertThat(closed.body()).contains("đã đóng");
  }
}
