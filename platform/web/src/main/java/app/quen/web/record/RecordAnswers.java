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
import app.quen.web.request.Once;
import app.quen.web.request.Origin;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers of records: versions as ETags, conflicts, pages. */
@ApplicationScoped
public class RecordAnswers {

  @Inject private Once once;
  @Inject private Origin origin;

  public Source source() {
    return origin.source();
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
      return of(revise.apply(Version.of(ifMatch)), shape);
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
    return Version.tag(record.version());
  }
}
