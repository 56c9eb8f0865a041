package app.quen.web.field;

import app.quen.web.TextJson;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client gives to add a field. The resource hands the JSON on as it came, because the
 * catalogue reads it strictly; this record is its description.
 */
@Schema(
    name = "NewField",
    examples =
        """
        {"record": "customer", "type": "choice", "label": {"vi": "Hạng thẻ", "en": "Card tier"},
         "choices": [{"value": "gold", "label": {"vi": "Vàng", "en": "Gold"}}, {"value": "silver", "label": {"vi": "Bạc", "en": "Silver"}}],
         "searchable": true, "sensitivity": "personal", "purpose": {"vi": "Ưu đãi khách quen", "en": "Offers for regulars"},
         "visibleWhen": "record.stage in ['customer', 'regular']"}\
        """)
public record NewFieldJson(
    @Schema(ref = "RecordType") @Nullable String record,
    @Schema(description = "With or without workspace.; made of the label where it is absent.")
        @Nullable String key,
    @Schema(ref = "FieldType") String type,
    TextJson label,
    @Nullable TextJson help,
    @Nullable String section,
    @Nullable TextJson sectionLabel,
    @Nullable Boolean required,
    @Nullable Boolean unique,
    @JsonbProperty("default") @Schema(name = "default", ref = "AnyValue")
        @Nullable JsonValue defaultValue,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    @Schema(description = "In the syntax of RE2; the whole text must match.")
        @Nullable String pattern,
    @Nullable List<FieldJson.Choice> choices,
    @Nullable String currency,
    @Schema(description = "The record type that a reference leads to.") @Nullable String references,
    @Nullable Boolean searchable,
    @Schema(ref = "Sensitivity") @Nullable String sensitivity,
    @Nullable TextJson purpose,
    @Nullable String visibleWhen,
    @Nullable String validWhen,
    @Nullable TextJson validMessage,
    @Schema(ref = "CustomerKind") @Nullable List<String> appliesTo) {

  /** A merge patch of a field. */
  @Schema(
      name = "FieldPatch",
      description = "RFC 7396. The record, the key and the type stay; convert changes the type.",
      examples =
          """
          {"label": {"vi": "Hạng khách", "en": "Tier"}, "required": true, "visibleWhen": null}\
          """)
  public record PatchJson(
      @Nullable TextJson label,
      @Nullable TextJson help,
      @Nullable String section,
      @Nullable TextJson sectionLabel,
      @Nullable Boolean required,
      @Nullable Boolean unique,
      @JsonbProperty("default") @Schema(name = "default", ref = "AnyValue")
          @Nullable JsonValue defaultValue,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable List<FieldJson.Choice> choices,
      @Nullable String currency,
      @Nullable String references,
      @Nullable Boolean searchable,
      @Schema(ref = "Sensitivity") @Nullable String sensitivity,
      @Nullable TextJson purpose,
      @Nullable String visibleWhen,
      @Nullable String validWhen,
      @Nullable TextJson validMessage,
      @Schema(ref = "CustomerKind") @Nullable List<String> appliesTo,
      @Schema(description = "Why the values of a sensitive field are to be stored plain again.")
          @Nullable String reason) {}

  /** The type that a field is to have. */
  @Schema(
      name = "FieldConversion",
      examples =
          """
          {"type": "choice", "choices": [{"value": "gold", "label": {"vi": "Vàng", "en": "Gold"}}], "preview": true}\
          """)
  public record ConversionJson(
      @Schema(ref = "FieldType") String type,
      @Nullable List<FieldJson.Choice> choices,
      @Nullable String currency,
      @Nullable String references,
      @Schema(description = "Only counts what would fit.") @Nullable Boolean preview) {}
}
