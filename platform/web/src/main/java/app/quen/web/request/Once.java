package app.quen.web.request;

import app.quen.account.Done;
import app.quen.account.RequestKey;
import app.quen.idempotency.Answer;
import app.quen.idempotency.Idempotency;
import app.quen.web.json.JsonbSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a request that creates something, and a repeated one with the answer of the first. */
@ApplicationScoped
public class Once {

  private static final String REPLAYED = "Idempotency-Replayed";
  private static final Jsonb JSON = JsonbBuilder.create(JsonbSettings.config());

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

  /** The key for a use case that itself is done once; null where the client sent none. */
  public @Nullable RequestKey key(@Nullable String header) {
    if (header == null) {
      return null;
    }
    var exchange = Exchange.of(request);
    var caller =
        exchange
            .keyHolder()
            .map(holder -> "key " + holder.id())
            .or(() -> exchange.session().map(session -> "account " + session.account().id()));
    return new RequestKey(caller.orElse("nobody"), header);
  }

  /** What such a use case gave, as the body of a new thing's answer. */
  public static ResponseBuilder created(Done<?> done, Object body) {
    var response = Response.status(Response.Status.CREATED).entity(body);
    return done.repeated() ? response.header(REPLAYED, "true") : response;
  }

  /** A body as text, for an answer that is kept. */
  public static String text(Object body) {
    return JSON.toJson(body);
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
      response.header(REPLAYED, "true");
    }
    return response.build();
  }
}
