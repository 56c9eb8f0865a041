package app.quen.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import app.quen.access.Permitted;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.Confirmed;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the generated description what holds for every operation alike, so that no resource has
 * to repeat it: credentials, problems, paging, ETags, idempotency. Runs at build time only.
 */
public class Conventions implements OASFilter {

  private static final List<HttpMethod> SAFE = List.of(HttpMethod.GET, HttpMethod.HEAD);

  /** The schemas of records that people change: answers with one carry its ETag. */
  private static final Set<String> VERSIONED =
      Set.of(
          "Customer",
          "Feedback",
          "Field",
          "Interaction",
          "Order",
          "SignInPolicy",
          "SignInProvider",
          "Survey",
          "Task");

  /** Further schemas whose making says where the new thing is. */
  private static final Set<String> PLACED =
      Set.of("ConsentPurpose", "CustomerLink", "Import", "Source");

  private final Map<String, Method> methods = ResourceClasses.methodsByOperationId();

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents().removeSchema("UUID");
    new Nullability(api).apply();
    api.getComponents().setResponses(Problems.responses());
    api.getComponents().setHeaders(headers());
    var sorted = new TreeMap<>(api.getPaths().getPathItems());
    sorted.forEach(
        (path, item) -> item.getOperations().forEach((http, op) -> complete(path, http, op)));
    sorted.values().forEach(Conventions::sortOperations);
    api.getPaths().setPathItems(new LinkedHashMap<>(sorted));
    api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
  }

  /** The document must come out the same from every compiler. */
  private static void sortOperations(PathItem item) {
    var operations = new TreeMap<>(item.getOperations());
    operations.keySet().forEach(http -> item.setOperation(http, null));
    operations.forEach(item::setOperation);
  }

  private void complete(String path, HttpMethod http, Operation op) {
    var method =
        Optional.ofNullable(methods.get(op.getOperationId()))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No resource method is called %s: names must be unique, because they are the operation ids."
                            .formatted(op.getOperationId())));
    describeAccess(op, http, method);
    var problems = new ArrayList<String>(List.of("400", "500"));
    if (!Callers.isPublic(method) || op.getOperationId().equals("signIn")) {
      problems.addAll(List.of("401", "403"));
    }
    problems.add("429");
    if (path.contains("{")) {
      problems.add("404");
    }
    if (op.getRequestBody() != null) {
      op.getRequestBody().setRequired(true);
      problems.addAll(List.of("413", "415"));
    }
    if (!SAFE.contains(http) && http != HttpMethod.DELETE) {
      problems.add("422");
    }
    if (op.getRequestBody() != null && http == HttpMethod.POST) {
      problems.add("409");
    }
    if (takes(op, "If-Match")) {
      problems.addAll(List.of("412", "428"));
    }
    describeParameters(op);
    describeAnswers(op);
    problems.stream()
        .distinct()
        .sorted()
        .filter(status -> !op.getResponses().hasAPIResponse(status))
        .forEach(status -> op.getResponses().addAPIResponse(status, Problems.reference(status)));
    var answers = new TreeMap<>(op.getResponses().getAPIResponses());
    op.getResponses().setAPIResponses(new LinkedHashMap<>(answers));
  }

  private static void describeAccess(Operation op, HttpMethod http, Method method) {
    var permission = method.getAnnotation(Permitted.class);
    if (permission != null) {
      var text = Optional.ofNullable(op.getDescription()).map(d -> d + "\n\n").orElse("");
      op.setDescription(text + "Needs the permission `" + permission.value() + "`.");
      op.addExtension("x-permission", permission.value());
    }
    if (method.isAnnotationPresent(Confirmed.class)) {
      var text = Optional.ofNullable(op.getDescription()).map(d -> d + "\n\n").orElse("");
      op.setDescription(text + "A session must have been confirmed lately: `step-up-required`.");
      op.addExtension("x-confirmed", true);
    }
    if (Callers.isPublic(method)) {
      op.setSecurity(List.of());
      return;
    }
    var cookie = createSecurityRequirement().addScheme("session");
    if (!SAFE.contains(http)) {
      cookie.addScheme("csrf");
    }
    op.addSecurityRequirement(cookie);
    if (!method.isAnnotationPresent(AnyAccount.class)) {
      op.addSecurityRequirement(createSecurityRequirement().addScheme("apiKey"));
    }
  }

  private static void describeParameters(Operation op) {
    for (Parameter parameter : Optional.ofNullable(op.getParameters()).orElse(List.of())) {
      if ("#/components/schemas/UUID".equals(parameter.getSchema().getRef())) {
        parameter.setSchema(createSchema().addType(SchemaType.STRING).format("uuid"));
      }
      switch (parameter.getName()) {
        case "limit" -> {
          parameter.setDescription("How many at most: 1 to 200.");
          parameter.setSchema(
              createSchema()
                  .addType(SchemaType.INTEGER)
                  .format("int32")
                  .minimum(BigDecimal.ONE)
                  .maximum(BigDecimal.valueOf(200))
                  .defaultValue(50));
        }
        case "cursor" -> parameter.setDescription("Where to go on: nextCursor of the page before.");
        case "If-Match" -> {
          parameter.setDescription("The ETag that was read: \"v3\".");
          parameter.setRequired(true);
        }
        case "Idempotency-Key" -> {
          parameter.setDescription(
              "1 to 200 visible ASCII characters of the client's choosing, kept for a day:"
                  + " repeating the request with the same key gives the first answer again.");
          parameter.setSchema(
              createSchema().addType(SchemaType.STRING).minLength(1).maxLength(200));
        }
        default -> {}
      }
    }
    op.addParameter(
        createParameter()
            .name("Accept-Language")
            .in(In.HEADER)
            .required(false)
            .description("The language of problems: vi or en. Absent: the account's.")
            .schema(createSchema().addType(SchemaType.STRING)));
  }

  private static void describeAnswers(Operation op) {
    op.getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              answer.addHeader("X-Request-Id", createHeader().ref("X-Request-Id"));
              var schema = schemaName(answer);
              if (VERSIONED.contains(schema)) {
                answer.addHeader("ETag", createHeader().ref("ETag"));
              }
              if (status.equals("201") && (VERSIONED.contains(schema) || PLACED.contains(schema))) {
                answer.addHeader("Location", createHeader().ref("Location"));
              }
              if (status.equals("201") && takes(op, "Idempotency-Key")) {
                answer.addHeader(
                    "Idempotency-Replayed", createHeader().ref("Idempotency-Replayed"));
              }
              if (takes(op, "cursor")) {
                answer.addHeader("Link", createHeader().ref("Link"));
              }
              if (answer.getContent() != null && answer.getContent().hasMediaType("text/csv")) {
                answer.addHeader("Content-Disposition", createHeader().ref("Content-Disposition"));
              }
            });
  }

  private static boolean takes(Operation op, String parameter) {
    return op.getParameters() != null
        && op.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
  }

  private static String schemaName(APIResponse answer) {
    return Optional.ofNullable(answer.getContent())
        .map(content -> content.getMediaType("application/json"))
        .map(type -> type.getSchema())
        .map(Schema::getRef)
        .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
        .orElse("");
  }

  private static Map<String, Header> headers() {
    var text = createSchema().addType(SchemaType.STRING);
    var headers = new LinkedHashMap<String, Header>();
    headers.put(
        "Content-Disposition",
        createHeader().description("The name of the file, RFC 6266.").schema(text));
    headers.put(
        "ETag",
        createHeader().description("The version of the record, for If-Match.").schema(text));
    headers.put(
        "Idempotency-Replayed",
        createHeader()
            .description("true where an earlier request with the same Idempotency-Key did it.")
            .schema(text));
    headers.put(
        "Link",
        createHeader()
            .description("The next page, where there is one: <…>; rel=\"next\" (RFC 8288).")
            .schema(text));
    headers.put("Location", createHeader().description("Where the new record is.").schema(text));
    headers.put(
        "Retry-After",
        createHeader()
            .description("Seconds to wait.")
            .schema(createSchema().addType(SchemaType.INTEGER)));
    headers.put(
        "X-Request-Id", createHeader().description("Names the request in the logs.").schema(text));
    return headers;
  }
}
