package app.quen.web.field;

import app.quen.field.Field;
import app.quen.web.TextJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A catalogued property of a record. */
@Schema(
    name = "Field",
    examples =
        """
        {"key": "telecom.contract", "owner": "telecom", "type": "choice",
         "label": {"vi": "Loại hợp đồng", "en": "Contract"}, "help": null, "section": "telecom", "sectionLabel": {"vi": "Viễn thông", "en": "Telecom"},
         "readOnly": false, "required": false, "searchable": true, "sortable": true,
         "choices": [{"value": "month-to-month", "label": {"vi": "Theo tháng", "en": "Month to month"}}],
         "min": null, "max": null, "maxLength": null, "pattern": null, "currency": null,
         "appliesTo": ["person", "organisation"]}\
        """)
public record FieldJson(
    @Schema(description = "Stable; a plugin's field begins with the plugin's id and a dot.")
        String key,
    @Schema(description = "core, or the id of the plugin that brings the field.") String owner,
    @Schema(
            enumeration = {
              "text", "number", "money", "date", "boolean", "choice", "choices", "phone", "email",
              "tags", "member"
            })
        String type,
    TextJson label,
    @Nullable TextJson help,
    @Schema(description = "The part of the form where it belongs.") String section,
    @Schema(
            description =
                "What people call the part; null for the core's, which have names of their own.")
        @Nullable TextJson sectionLabel,
    @Schema(description = "Computed: nobody writes it.") boolean readOnly,
    boolean required,
    @Schema(description = "Whether filter= takes it.") boolean searchable,
    @Schema(description = "Whether sort= takes it.") boolean sortable,
    @Schema(description = "What a choice allows; empty for other types.") List<Choice> choices,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    @Schema(description = "A regular expression that the whole text matches.")
        @Nullable String pattern,
    @Schema(description = "ISO 4217, for money.", examples = "VND") @Nullable String currency,
    @Schema(ref = "CustomerKind", description = "The kinds of customer that have the field.")
        List<String> appliesTo) {

  /** One of the values that a choice allows. */
  @Schema(name = "FieldChoice")
  public record Choice(String value, TextJson label) {}

  /** The fields of a record type. */
  @Schema(name = "Fields")
  public record ListJson(List<FieldJson> items) {}

  public static FieldJson of(Field field) {
    return new FieldJson(
        field.key(),
        field.owner(),
        field.type().name().toLowerCase(Locale.ROOT),
        TextJson.of(field.label()),
        TextJson.ofNullable(field.help()),
        field.section(),
        TextJson.ofNullable(field.sectionLabel()),
        field.readOnly(),
        field.required(),
        field.searchable(),
        field.sortable(),
        field.choices().stream()
            .map(choice -> new Choice(choice.value(), TextJson.of(choice.label())))
            .toList(),
        field.min(),
        field.max(),
        field.maxLength(),
        field.pattern(),
        field.currency(),
        field.appliesTo());
  }
}
