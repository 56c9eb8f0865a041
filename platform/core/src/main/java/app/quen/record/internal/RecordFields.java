package app.quen.record.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.OwnFields;
import app.quen.record.Property;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordType;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties of records as fields of the catalogue, for lists, files and whoever works with all
 * records alike. In a file each row also says whose the record is, so that is a field too.
 */
@ApplicationScoped
class RecordFields implements OwnFields {

  private final Map<String, List<Field>> known = new ConcurrentHashMap<>();

  @Inject @Any Instance<RecordDeclaration> declarations;

  @Override
  public List<Field> of(String recordType) {
    return known.computeIfAbsent(recordType, this::declared);
  }

  private List<Field> declared(String recordType) {
    for (RecordDeclaration declaration : declarations) {
      if (declaration.type().name().equals(recordType)) {
        return fields(declaration.type());
      }
    }
    return List.of();
  }

  private static List<Field> fields(RecordType type) {
    List<Field> fields = new ArrayList<>();
    for (Property property : type.all()) {
      FieldType shown = shown(property.kind());
      if (shown != null) {
        fields.add(field(type, property, shown));
      }
    }
    fields.add(ofCustomer("externalId", FieldType.TEXT, "Mã khách hàng", "Customer id"));
    fields.add(ofCustomer("name", FieldType.TEXT, "Tên khách hàng", "Customer name"));
    fields.add(ofCustomer("phones", FieldType.PHONE, "Điện thoại khách", "Customer phone"));
    fields.add(ofCustomer("emails", FieldType.EMAIL, "E-mail khách", "Customer e-mail"));
    return List.copyOf(fields);
  }

  /** Objects and ids of other records are nothing that people write into a cell. */
  private static @Nullable FieldType shown(Property.Kind kind) {
    return switch (kind) {
      case LINE, BODY -> FieldType.TEXT;
      case CHOICE -> FieldType.CHOICE;
      case INSTANT -> FieldType.DATETIME;
      case WHOLE -> FieldType.NUMBER;
      case MEMBER -> FieldType.MEMBER;
      case REFERENCE, JSON -> null;
    };
  }

  private static Field field(RecordType type, Property property, FieldType shown) {
    boolean whole = property.kind() == Property.Kind.WHOLE;
    boolean text = property.kind() == Property.Kind.LINE || property.kind() == Property.Kind.BODY;
    boolean sortable = type.sorts().stream().anyMatch(sort -> sort.key().equals(property.key()));
    return new Field(
        property.key(),
        "core",
        shown,
        property.label(),
        null,
        type.name(),
        property.required(),
        true,
        sortable,
        property.choices(),
        whole ? BigDecimal.valueOf(property.min()) : null,
        whole ? BigDecimal.valueOf(property.max()) : null,
        text ? property.max() : null,
        null,
        null,
        List.of(),
        property.column());
  }

  private static Field ofCustomer(String name, FieldType type, String vi, String en) {
    return new Field(
        "customer." + name,
        "core",
        type,
        new Text(vi, en),
        null,
        "customer",
        false,
        false,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }
}
