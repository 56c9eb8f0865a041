package app.quen.web.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details. Members that do not apply are absent. */
@Schema(
    name = "Problem",
    description =
        "RFC 9457 problem details. Optional members are absent where they do not apply. A client"
            + " decides by type; title and detail are for people, in the caller's language.",
    examples =
        """
        {"type": "urn:quen:problem:validation", "title": "Some fields need another look",
         "status": 422, "detail": "One field cannot be taken as it is.",
         "requestId": "7f9c2ba4e88f827d",
         "errors": [{"field": "birthDate", "code": "in-future",
                     "message": "The date of birth lies in the future."}]}\
        """)
public record ProblemJson(
    @Schema(
            enumeration = {
              "urn:quen:problem:bad-request",
              "urn:quen:problem:unauthenticated",
              "urn:quen:problem:second-factor-required",
              "urn:quen:problem:second-factor-missing",
              "urn:quen:problem:forbidden",
              "urn:quen:problem:step-up-required",
              "urn:quen:problem:workspace-suspended",
              "urn:quen:problem:not-found",
              "urn:quen:problem:method-not-allowed",
              "urn:quen:problem:not-acceptable",
              "urn:quen:problem:taken",
              "urn:quen:problem:conflict",
              "urn:quen:problem:too-large",
              "urn:quen:problem:unsupported-media-type",
              "urn:quen:problem:validation",
              "urn:quen:problem:idempotency-mismatch",
              "urn:quen:problem:precondition-required",
              "urn:quen:problem:too-many-requests",
              "urn:quen:problem:internal",
              "urn:quen:problem:unavailable"
            })
        String type,
    String title,
    int status,
    String detail,
    @Schema(description = "Names the request in Quen's logs; also in X-Request-Id.")
        String requestId,
    @Schema(description = "What is wrong with which field.") @Nullable List<FieldError> errors,
    @Schema(description = "The permission that is missing, for forbidden.")
        @Nullable String permission,
    @Schema(ref = "AnyValue", description = "The record as it is now, for conflict.")
        @Nullable Object current,
    @Schema(description = "What somebody else changed meanwhile, for conflict.")
        @Nullable List<String> changedFields) {

  /** What is wrong with one field. */
  @Schema(name = "FieldError")
  public record FieldError(
      @Schema(examples = "phones[0].value") String field,
      @Schema(description = "Stable, for programs.", examples = "too-long") String code,
      @Schema(description = "What is wrong and what to do, for people.") String message) {}
}
