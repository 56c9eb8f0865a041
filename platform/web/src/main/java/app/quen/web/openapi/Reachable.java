package app.quen.web.openapi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which named schemas a request's body is made of. */
final class Reachable {

  private final OpenAPI api;
  private final Set<String> names = new LinkedHashSet<>();

  private Reachable(OpenAPI api) {
    this.api = api;
  }

  static Set<String> fromRequests(OpenAPI api) {
    var reachable = new Reachable(api);
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .map(operation -> operation.getRequestBody())
        .filter(Objects::nonNull)
        .flatMap(body -> body.getContent().getMediaTypes().values().stream())
        .map(type -> type.getSchema())
        .forEach(reachable::visit);
    return reachable.names;
  }

  private void visit(@org.jspecify.annotations.Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      if (names.add(name)) {
        visit(api.getComponents().getSchemas().get(name));
      }
      return;
    }
    visit(schema.getItems());
    Stream.of(
            Optional.ofNullable(schema.getProperties()).map(p -> (Collection<Schema>) p.values()),
            Optional.ofNullable(schema.getAnyOf()).map(s -> (Collection<Schema>) s))
        .flatMap(Optional::stream)
        .flatMap(Collection::stream)
        .forEach(this::visit);
  }
}
