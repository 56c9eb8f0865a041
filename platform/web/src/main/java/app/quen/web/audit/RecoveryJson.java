package app.quen.web.audit;

import app.quen.recovery.Recovered;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which old values are to be written back. */
@Schema(name = "Recovery")
public record RecoveryJson(
    @Schema(
            description =
                "Keys of fields that the entry changed; none: all of them that can be written.",
            examples = "[\"name\"]")
        @Nullable List<String> fields,
    @Schema(description = "Goes into the trail.", maxLength = 500) @Nullable String why) {

  Set<String> keys() {
    return fields == null ? Set.of() : Set.copyOf(fields);
  }

  /** The record that says again what it said before. */
  @Schema(name = "Recovered")
  public record DoneJson(
      @Schema(examples = "customer") String recordType,
      UUID recordId,
      @Schema(description = "What was written back.") List<String> fields) {

    static DoneJson of(Recovered recovered) {
      return new DoneJson(
          recovered.recordType(), recovered.id(), recovered.fields().stream().sorted().toList());
    }
  }
}
