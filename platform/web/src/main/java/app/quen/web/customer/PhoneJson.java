package app.quen.web.customer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A telephone number of a customer. */
@Schema(name = "Phone")
public record PhoneJson(
    @Schema(description = "As it was written.", examples = "0912 345 678") String value,
    @Schema(
            description =
                "E.164, with ;ext= and the extension where there is one (RFC 3966). Vietnamese"
                    + " mobile numbers from before 2018 in the form that they have now.",
            examples = "+84912345678")
        @Nullable String normal,
    @Schema(ref = "ContactLabel") String label,
    boolean primary) {

  /** A telephone number as it is given. */
  @Schema(name = "NewPhone")
  public record NewJson(
      @Schema(examples = "0912 345 678") String value,
      @Schema(ref = "ContactLabel") @Nullable String label,
      @Schema(description = "Absent: the first is the primary one.") @Nullable Boolean primary) {}
}
