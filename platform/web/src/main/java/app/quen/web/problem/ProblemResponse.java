package app.quen.web.problem;

import app.quen.web.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with a problem from outside of JAX-RS: from a servlet filter. */
public final class ProblemResponse {

  static final String MEDIA_TYPE = "application/problem+json";

  private ProblemResponse() {}

  public static void send(
      Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problem = Diagnosis.of(thrown);
    var exchange = Exchange.of(request);
    ProblemLog.note(problem, thrown, request, exchange);
    if (response.isCommitted()) {
      return; // the client sees a broken answer, which is what it is
    }
    response.resetBuffer();
    response.setStatus(problem.type().status());
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Content-Language", exchange.language());
    response.setHeader("Cache-Control", "no-store");
    problem.headers().forEach(response::setHeader);
    response
        .getOutputStream()
        .write(
            problem
                .json(exchange.language(), exchange.requestId())
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }
}
