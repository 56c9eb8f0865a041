package app.quen.web;

import app.quen.text.Text;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How lists come in pages. */
public final class Page {

  static final int DEFAULT = 50;
  static final int MOST = 200;

  private Page() {}

  /** The {@code limit} of a request, as a number. */
  public static int limit(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return DEFAULT;
    }
    try {
      int limit = Integer.parseInt(written);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw badParameter(
        "limit",
        "limit phải là số từ 1 đến %d.".formatted(MOST),
        "limit is a number from 1 to %d.".formatted(MOST));
  }

  /** A yes or no among the parameters of a request. */
  public static boolean flag(String name, @Nullable String written) {
    return switch (written == null ? "" : written) {
      case "", "false" -> false;
      case "true" -> true;
      default ->
          throw badParameter(name, name + " phải là true hoặc false.", name + " is true or false.");
    };
  }

  public static RuntimeException badParameter(String name, String vi, String en) {
    var text = new Text(vi, en);
    return Problem.of(ProblemType.BAD_REQUEST, text)
        .errors(List.of(new Problem.FieldError(name, "bad-parameter", text)))
        .exception();
  }

  /** The page, with a link to the next one where there is one. */
  public static Response of(Object body, @Nullable String nextCursor, UriInfo uri) {
    var response = Response.ok(body);
    if (nextCursor != null) {
      var next =
          uri.getRequestUriBuilder()
              .replaceQueryParam("cursor", "{cursor}")
              .build(nextCursor)
              .toASCIIString();
      response.links(Link.fromUri(next).rel("next").build());
    }
    return response.build();
  }
}
