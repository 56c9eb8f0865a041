package app.quen.web.form;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.limit.TooManyAttempts;
import app.quen.survey.AnswerForm;
import app.quen.survey.Form;
import app.quen.survey.FormUnavailable;
import app.quen.survey.NoSuchSurvey;
import app.quen.survey.ShowForm;
import app.quen.tenant.TenantUnavailable;
import app.quen.text.Text;
import app.quen.web.problem.ProblemResponse;
import app.quen.web.request.Exchange;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a public link. Nothing here is bound to a cookie, so there is nothing that
 * another site could make a signed-in person do; what other sites send is refused all the same.
 */
@WebServlet("/f/*")
public class FormServlet extends HttpServlet {

  private static final int LONGEST_BODY = 256 * 1024;
  private static final String ANSWER = "a.";

  private static final Text NOT_FOUND =
      new Text("Không tìm thấy phiếu này", "There is no such form");
  private static final Text CHECK_LINK =
      new Text(
          "Liên kết có thể đã bị cắt mất khi sao chép. Hãy mở lại từ tin nhắn bạn đã nhận.",
          "The link may have been cut short. Open it again from the message that you received.");
  private static final Text NOT_NOW =
      new Text("Phiếu này hiện không mở được", "This form cannot be opened at the moment");
  private static final Text LATER =
      new Text("Hãy thử lại sau ít phút.", "Please try again in a few minutes.");
  private static final Text TOO_LONG = new Text("Câu trả lời quá dài", "The answers are too long");
  private static final Text SHORTER =
      new Text("Hãy quay lại và viết ngắn hơn.", "Go back and make them shorter.");

  @Inject private ShowForm showForm;
  @Inject private AnswerForm answerForm;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handled(
        request,
        response,
        page -> {
          var form = showForm.show(token(request), address(request));
          boolean sent = request.getParameter("sent") != null;
          if (sent || form.state() == Form.State.ANSWERED) {
            send(response, 200, page.thanks(form));
          } else if (form.state() == Form.State.CLOSED) {
            send(response, HttpServletResponse.SC_GONE, page.closed(form));
          } else {
            send(response, 200, page.open(form, form.sheet(), Map.of(), List.of()));
          }
        });
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    handled(
        request,
        response,
        page -> {
          if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            send(response, HttpServletResponse.SC_FORBIDDEN, page.message(NOT_NOW, CHECK_LINK));
            return;
          }
          if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LONGEST_BODY) {
            send(
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                page.message(TOO_LONG, SHORTER));
            return;
          }
          answer(request, response, page);
        });
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FormPage page)
      throws IOException {
    var token = token(request);
    var answers = answers(request);
    var sheet = sheet(request);
    var honest = request.getParameter("website");
    try {
      if (honest == null || honest.isEmpty()) {
        var json = Json.createObjectBuilder();
        answers.forEach(json::add);
        answerForm.answer(token, sheet, json.build(), address(request));
      }
    } catch (FormUnavailable e) {
      if (e.state() == Form.State.CLOSED) {
        redirect(response, "/f/" + token + "?lang=" + language(request));
        return;
      }
      // answered before: the same thanks
    } catch (Invalid e) {
      var form = showForm.show(token, address(request));
      List<Problem> problems = e.problems();
      send(response, 422, page.open(form, sheet, answers, problems));
      return;
    }
    redirect(response, "/f/" + token + "?sent&lang=" + language(request));
  }

  private interface Step {
    void with(FormPage page) throws IOException;
  }

  private void handled(HttpServletRequest request, HttpServletResponse response, Step step)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer"); // the address is a credential
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Vary", "Accept-Language");
    var page = new FormPage(language(request), FormPage.escape(token(request)));
    try {
      step.with(page);
    } catch (NoSuchSurvey e) {
      send(response, HttpServletResponse.SC_NOT_FOUND, page.message(NOT_FOUND, CHECK_LINK));
    } catch (TenantUnavailable e) {
      send(response, HttpServletResponse.SC_GONE, page.message(NOT_NOW, LATER));
    } catch (TooManyAttempts e) {
      response.setHeader("Retry-After", Long.toString(Math.max(1, e.retryAfter().toSeconds())));
      send(response, 429, page.message(NOT_NOW, LATER));
    } catch (RuntimeException e) {
      ProblemResponse.send(e, request, response);
    }
  }

  private static String token(HttpServletRequest request) {
    var path = request.getPathInfo();
    var token = path == null ? "" : path.substring(1);
    return token.matches("[a-z0-9]{1,64}") ? token : ""; // it is written into pages and headers
  }

  private static String address(HttpServletRequest request) {
    return Exchange.of(request).client().address();
  }

  /** What the reader chose on the page, else what the browser asks for. */
  private static String language(HttpServletRequest request) {
    var chosen = request.getParameter("lang");
    return "vi".equals(chosen) || "en".equals(chosen) ? chosen : Exchange.of(request).language();
  }

  private static Map<String, String> answers(HttpServletRequest request) {
    Map<String, String> answers = new HashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(ANSWER) && values.length > 0) {
                answers.put(name.substring(ANSWER.length()), values[0]);
              }
            });
    return answers;
  }

  private static UUID sheet(HttpServletRequest request) {
    @Nullable String written = request.getParameter("sheet");
    try {
      return UUID.fromString(written == null ? "" : written);
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID();
    }
  }

  private static void redirect(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }

  private static void send(HttpServletResponse response, int status, String html)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
  }
}
