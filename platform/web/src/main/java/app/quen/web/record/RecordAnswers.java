package app.quen.web.record;

import app.quen.customer.Source;
import app.quen.idempotency.Answer;
import app.quen.record.RecordConflict;
import app.quen.record.RecordPage;
import app.quen.record.RecordView;
import app.quen.web.Page;
import app.quen.web.json.Whole;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Exchange;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers of records: versions as ETags, conflicts, pages. */
@ApplicationScoped
public class RecordAnswers {

  private static final Pattern VERSION = Pattern.compile("\"v(\\d{1,9})\"");

  @Inject private Once once;
  @Inject private HttpServletRequest request;

  /** A person works in forms, a program through the API. */
  public Source source() {
    return Exchange.of(request).session().isPresent() ? Source.FORM : Source.API;
  }

  /**
   * @param path of the resource, e.g. {@code interactions}
   */
  public Response created(
      @Nullable String idempotencyKey,
      JsonObject body,
      String path,
      Class<?> shape,
      Supplier<RecordView> create) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var record = create.get();
          return new Answer(
              201,
              "/api/v1/" + path + "/" + record.id(),
              tag(record),
              Whole.of(record.json(), shape).toString());
        });
  }

  public Response of(RecordView record, Class<?> shape) {
    return Response.ok(Whole.of(record.json(), shape)).header("ETag", tag(record)).build();
  }

  /**
   * @param revise from the version that the client read
   */
  public Response revised(
      @Nullable String ifMatch, Class<?> shape, IntFunction<RecordView> revise) {
    try {
      return of(revise.apply(version(ifMatch)), shape);
    } catch (RecordConflict e) {
      throw Problem.of(ProblemType.CONFLICT)
          .with("current", Whole.of(e.current().json(), shape))
          .with("changedFields", Json.createArrayBuilder(e.changedFields()).build())
          .header("ETag", tag(e.current()))
          .exception();
    }
  }

  public static Response page(RecordPage page, Class<?> shape, UriInfo uri) {
    var items = Json.createArrayBuilder();
    page.items().forEach(record -> items.add(Whole.of(record.json(), shape)));
    var cursor = page.nextCursor() == null ? JsonValue.NULL : Json.createValue(page.nextCursor());
    var body = Json.createObjectBuilder().add("items", items).add("nextCursor", cursor).build();
    return Page.of(body, page.nextCursor(), uri);
  }

  private static String tag(RecordView record) {
    return "\"v" + record.version() + "\"";
  }

  /** The version that If-Match names. */
  public static int version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(ProblemType.PRECONDITION_REQUIRED).exception();
    }
    var matcher = VERSION.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw Page.badParameter(
          "If-Match",
          "If-Match phải là một ETag đã đọc, ví dụ \"v3\".",
          "If-Match is one ETag that was read, such as \"v3\".");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
