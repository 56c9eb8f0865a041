package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldWork.Kind;
import app.quen.field.Problem;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the stored values where a field changes.
 *
 * @param work that is needed; null for none
 */
record Secrecy(@Nullable Kind work) {

  static Secrecy of(Field before, Field after) {
    if (before.secret() && !after.secret()) {
      return new Secrecy(Kind.UNSEAL);
    }
    boolean seal = after.secret() && (!before.secret() || before.marked() != after.marked());
    return new Secrecy(seal ? Kind.SEAL : null);
  }

  /**
   * @param reason why values are to be stored unencrypted again
   */
  List<Problem> against(Field before, Field after, String reason) {
    List<Problem> problems = new ArrayList<>();
    if (work == null || before.secret() == after.secret()) {
      return problems;
    }
    if (work == Kind.UNSEAL && reason.isEmpty()) {
      problems.add(
          new Problem(
              "reason",
              "required",
              new Text(
                  "Hãy nêu lý do lưu lại các giá trị không mã hóa; lý do được ghi vào nhật ký.",
                  "Say why the values are to be stored unencrypted again; the reason is kept in"
                      + " the trail.")));
    }
    if (before.handling().unique() || after.handling().unique()) {
      problems.add(
          new Problem(
              "sensitivity",
              "unique",
              new Text(
                  "Hãy tắt “không được trùng” trước, rồi bật lại khi việc mã hóa đã xong.",
                  "Let values repeat before, and make them unique again when the work is done.")));
    }
    if (before.was() != null) {
      problems.add(
          new Problem(
              "sensitivity",
              "busy",
              new Text(
                  "Đang chuyển giá trị sang loại khác; hãy đợi xong.",
                  "Values are being moved to another type; wait until that is done.")));
    }
    return problems;
  }
}
