package app.quen.web.customer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mail address of a customer. */
@Schema(name = "Email")
public record EmailJson(
    @Schema(description = "As it was written.", examples = "Hoa.Tran@Mail.example") String value,
    @Schema(description = "As it is compared.", examples = "hoa.tran@mail.example")
        @Nullable String normal,
    @Schema(ref = "ContactLabel") String label,
    boolean primary) {

  /** A mail address as it is given. */
  @Schema(name = "NewEmail")
  public record NewJson(
      @Schema(examples = "hoa.tran@mail.example") String value,
      @Schema(ref = "ContactLabel") @Nullable String label,
      @Schema(description = "Absent: the first is the primary one.") @Nullable Boolean primary) {}
}
