package app.quen.web.request;

import app.quen.idempotency.Answer;
import app.quen.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a request that creates something, and a repeated one with the answer of the first. */
@ApplicationScoped
public class Once {

  @Inject private Idempotency idempotency;
  @Inject private HttpServletRequest request;

  /**
   * @param key the Idempotency-Key; null where the client sent none
   * @param body what tells this request from another to the same address
   */
  public Response answer(@Nullable String key, String body, Supplier<Answer> work) {
    if (key == null) {
      return response(work.get());
    }
    var all = request.getMethod() + " " + request.getRequestURI() + "\n" + body;
    return response(idempotency.once(key, all.getBytes(StandardCharsets.UTF_8), work));
  }

  private static Response response(Answer answer) {
    var response =
        Response.status(answer.status()).type(MediaType.APPLICATION_JSON).entity(answer.body());
    if (answer.location() != null) {
      response.header("Location", answer.location());
    }
    if (answer.etag() != null) {
      response.header("ETag", answer.etag());
    }
    if (answer.repeated()) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.build();
  }
}
