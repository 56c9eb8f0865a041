package app.quen.importing.internal;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The types of record that files can become. */
@ApplicationScoped
public class Takers {

  @Inject @Any Instance<Taker<?>> takers;

  /**
   * @throws Invalid if there is none for this type
   */
  Taker<?> of(String record) {
    return takers.stream()
        .filter(taker -> taker.record().equals(record))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    List.of(
                        new Problem(
                            "record",
                            "unknown",
                            new Text(
                                "Không nhập được loại bản ghi “" + record + "” từ tệp.",
                                "Files cannot become records of the type “" + record + "”.")))));
  }
}
