package app.quen.exporting.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Policy;
import app.quen.field.Field;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which columns there are for who asks: one that would be empty for them is none. */
@ApplicationScoped
class SeenColumns {

  private static final String CUSTOMER = "customer.";

  @Inject Policy policy;

  List<Field> of(String recordType, List<Field> fields) {
    return fields.stream().filter(field -> isSeen(recordType, field.key())).toList();
  }

  /**
   * @throws Invalid if a column that is asked for is not seen
   */
  void require(String recordType, List<String> keys) {
    List<Problem> hidden =
        keys.stream()
            .filter(key -> !isSeen(recordType, key))
            .map(
                key ->
                    new Problem(
                        "columns",
                        "not-visible",
                        new Text(
                            "Vai trò của bạn không xem được “" + key + "” nên không xuất được.",
                            "Your role does not see “" + key + "”, so it cannot give it out.")))
            .toList();
    if (!hidden.isEmpty()) {
      throw new Invalid(hidden);
    }
  }

  private boolean isSeen(String recordType, String key) {
    boolean ofCustomer = !recordType.equals("customer") && key.startsWith(CUSTOMER);
    FieldAccess access =
        ofCustomer
            ? policy.of("customer").field(key.substring(CUSTOMER.length()))
            : policy.of(recordType).field(key);
    return access != FieldAccess.HIDDEN;
  }
}
