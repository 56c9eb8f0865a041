package app.quen.web.field;

import jakarta.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is filled in.
 *
 * @param draft the record as the API takes it
 */
@Schema(
    name = "FieldDraft",
    examples =
        """
        {"record": "customer", "draft": {"kind": "person", "stage": "lead", "fields": {"workspace.hang_the": "gold"}}}\
        """)
public record EvaluationJson(
    @Schema(ref = "RecordType") @Nullable String record,
    @Schema(ref = "AnyObject") JsonObject draft,
    @Schema(ref = "AnyObject", description = "The record as it is stored; absent for a new one.")
        @Nullable JsonObject before) {

  /** What saving would say. */
  @Schema(name = "FieldJudgement")
  public record AnswerJson(
      @Schema(description = "The fields that this record does not have, by their rules.")
          List<String> hidden,
      List<ErrorJson> errors) {}

  /** What is wrong with a field, in the language of the request. */
  @Schema(name = "FieldJudgementError")
  public record ErrorJson(String field, String code, String message) {}
}
