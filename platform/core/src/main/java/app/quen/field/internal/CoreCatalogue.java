package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.OwnFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The fields that every record of a type has, in every workspace. */
@ApplicationScoped
public class CoreCatalogue {

  @Inject @Any Instance<OwnFields> own;

  /** In the order of forms; empty for a type that nobody knows. */
  public List<Field> of(String recordType) {
    List<Field> fields = new ArrayList<>();
    switch (recordType) {
      case "customer" -> {
        fields.addAll(CoreFields.OF_CUSTOMER);
        fields.addAll(RollupFields.OF_CUSTOMER);
      }
      case "order" -> fields.addAll(OrderFields.OF_ORDER);
      default -> {
        // those of the others come from their components
      }
    }
    for (OwnFields known : own) {
      fields.addAll(known.of(recordType));
    }
    return fields;
  }
}
