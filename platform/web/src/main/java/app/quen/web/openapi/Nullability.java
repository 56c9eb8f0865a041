package app.quen.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Says which properties may be null and which are always there, from the records themselves. What
 * we send has all its properties, null or not (but problems, which leave out what does not apply);
 * what we are sent needs those that are not nullable.
 */
final class Nullability {

  private final OpenAPI api;

  Nullability(OpenAPI api) {
    this.api = api;
  }

  void apply() {
    Map<String, Class<?>> records = new HashMap<>();
    for (Class<?> type : ResourceClasses.all()) {
      var schema =
          type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
      if (type.isRecord() && schema != null) {
        records.put(schema.name(), type);
      }
    }
    var read = Reachable.fromRequests(api);
    api.getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              var type = records.get(name);
              if (type != null) {
                var leavesOut = read.contains(name) || name.equals("Problem");
                apply(schema, type, leavesOut);
              }
            });
  }

  private static void apply(Schema schema, Class<?> type, boolean leavesOut) {
    var required = new ArrayList<String>();
    for (RecordComponent component : type.getRecordComponents()) {
      var property = itemsOfList(component, schema.getProperties().get(name(component)));
      if (component.getType() == UUID.class) {
        property.setPattern(null); // the format says it
      }
      schema.addProperty(name(component), property);
      var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (nullable && !schemaTakesNull(property)) {
        schema.addProperty(name(component), nullable(property));
      }
      if (!(nullable && leavesOut)) {
        required.add(name(component));
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
    schema.setAdditionalPropertiesSchema(null);
    sortAsDeclared(schema, type);
  }

  /** As JSON has it, where that is a word that Java keeps for itself. */
  private static String name(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonbProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  /** A reference on a list is meant for its items. */
  private static Schema itemsOfList(RecordComponent component, Schema property) {
    if (component.getType() != List.class || property.getRef() == null) {
      return property;
    }
    return createSchema()
        .addType(SchemaType.ARRAY)
        .description(property.getDescription())
        .items(createSchema().ref(property.getRef()));
  }

  private static boolean schemaTakesNull(Schema schema) {
    return "#/components/schemas/AnyValue".equals(schema.getRef());
  }

  private static Schema nullable(Schema property) {
    if (property.getRef() != null) {
      var either = createSchema().description(property.getDescription());
      either.addAnyOf(createSchema().ref(property.getRef()));
      either.addAnyOf(createSchema().addType(SchemaType.NULL));
      return either;
    }
    property.addType(SchemaType.NULL);
    if (property.getEnumeration() != null) {
      property.addEnumeration(null);
    }
    return property;
  }

  private static void sortAsDeclared(Schema schema, Class<?> type) {
    List<String> order = Arrays.stream(type.getRecordComponents()).map(Nullability::name).toList();
    var properties = new java.util.LinkedHashMap<String, Schema>();
    order.forEach(name -> properties.put(name, schema.getProperties().get(name)));
    schema.setProperties(properties);
  }
}
