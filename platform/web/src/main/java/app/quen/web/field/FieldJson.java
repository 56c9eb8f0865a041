package app.quen.web.field;

import app.quen.field.Field;
import app.quen.field.FieldState;
import app.quen.field.FieldWork;
import app.quen.field.Handling;
import app.quen.field.Operator;
import app.quen.web.TextJson;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A catalogued property of a record. */
@Schema(
    name = "Field",
    examples =
        """
        {"key": "telecom.contract", "record": "customer", "owner": "telecom", "type": "choice",
         "label": {"vi": "Loại hợp đồng", "en": "Contract"}, "help": null, "section": "telecom", "sectionLabel": {"vi": "Viễn thông", "en": "Telecom"},
         "readOnly": false, "required": false, "unique": false, "default": null, "searchable": true, "sortable": true, "ready": true,
         "operators": ["eq", "ne", "in", "empty", "notempty"],
         "choices": [{"value": "month-to-month", "label": {"vi": "Theo tháng", "en": "Month to month"}}],
         "min": null, "max": null, "maxLength": null, "pattern": null, "currency": null, "references": null,
         "sensitivity": "personal", "purpose": null, "visibleWhen": null, "validWhen": null, "validMessage": null,
         "appliesTo": ["person", "organisation"], "version": 1, "retiredAt": null, "work": null}\
        """)
public record FieldJson(
    @Schema(
            description =
                "Stable. A field of the workspace begins with workspace., a plugin's with the"
                    + " plugin's id and a dot.")
        String key,
    @Schema(ref = "RecordType") String record,
    @Schema(description = "core, workspace, or the id of the plugin that brings the field.")
        String owner,
    @Schema(ref = "FieldType") String type,
    TextJson label,
    @Nullable TextJson help,
    @Schema(description = "The part of the form where it belongs.") String section,
    @Schema(
            description =
                "What people call the part; null for the core's, which have names of their own.")
        @Nullable TextJson sectionLabel,
    @Schema(description = "Computed: nobody writes it.") boolean readOnly,
    boolean required,
    @Schema(description = "Whether no two records may have the same value.") boolean unique,
    @JsonbProperty("default")
        @Schema(
            name = "default",
            ref = "AnyValue",
            description = "What a new record has where nothing is said.")
        @Nullable JsonValue defaultValue,
    @Schema(description = "Whether filter= takes it, once it is ready.") boolean searchable,
    @Schema(description = "Whether sort= takes it.") boolean sortable,
    @Schema(
            description =
                "Whether it can be filtered by now: a field that has become searchable is ready"
                    + " when its work is done.")
        boolean ready,
    @Schema(description = "What filter= can ask of it.") List<String> operators,
    @Schema(description = "What a choice allows; empty for other types.") List<Choice> choices,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    @Schema(description = "A regular expression that the whole text matches.")
        @Nullable String pattern,
    @Schema(description = "ISO 4217, for money.", examples = "VND") @Nullable String currency,
    @Schema(description = "The record type that a reference leads to.") @Nullable String references,
    @Schema(ref = "Sensitivity") String sensitivity,
    @Schema(description = "What the value is collected for.") @Nullable TextJson purpose,
    @Schema(
            description =
                "CEL over record. Where it does not hold, the field is not there: not required,"
                    + " and emptied when the record is saved.")
        @Nullable String visibleWhen,
    @Schema(description = "CEL over record that must hold where the field has a value.")
        @Nullable String validWhen,
    @Nullable TextJson validMessage,
    @Schema(ref = "CustomerKind", description = "The kinds of customer that have the field.")
        List<String> appliesTo,
    @Schema(description = "For If-Match; 0 of a field that is not the workspace's.") int version,
    @Schema(description = "When the workspace retired it.") @Nullable Instant retiredAt,
    @Nullable WorkJson work) {

  /** One of the values that a choice allows. */
  @Schema(name = "FieldChoice")
  public record Choice(String value, TextJson label) {}

  /** The fields of a record type. */
  @Schema(name = "Fields")
  public record ListJson(List<FieldJson> items) {}

  /** Long work on a field that runs or ran last. */
  @Schema(name = "FieldWork")
  public record WorkJson(
      @Schema(enumeration = {"index", "unique", "convert", "preview", "seal", "unseal"})
          String kind,
      @Schema(enumeration = {"waiting", "running", "done", "cancelled", "failed"}) String state,
      @Schema(description = "Percent for an index, else records.") long done,
      @Schema(description = "0 while it is not known.") long total,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Schema(ref = "FieldType", description = "The type that values are moved to.")
          @Nullable String to,
      long fits,
      @Schema(description = "How many values do not fit, or repeat.") long misfits,
      @Schema(description = "Some of these, at most 20.") List<SampleJson> samples,
      @Nullable TextJson failure) {

    static @Nullable WorkJson of(@Nullable FieldWork work) {
      return work == null
          ? null
          : new WorkJson(
              work.kind().word(),
              work.state().word(),
              work.done(),
              work.total(),
              work.startedAt(),
              work.finishedAt(),
              work.target() == null ? null : work.target().type().word(),
              work.fits(),
              work.misfits(),
              work.samples().stream()
                  .map(sample -> new SampleJson(sample.recordId(), sample.value()))
                  .toList(),
              TextJson.ofNullable(work.failure()));
    }
  }

  /** A value that does not fit. */
  @Schema(name = "FieldSample")
  public record SampleJson(UUID recordId, String value) {}

  /** A field of a plugin that need not be switched on. */
  public static FieldJson of(Field field) {
    return of(FieldState.known("customer", field));
  }

  public static FieldJson of(FieldState state) {
    Field field = state.field();
    Handling handling = field.handling();
    return new FieldJson(
        field.key(),
        state.recordType(),
        field.owner(),
        field.type().word(),
        TextJson.of(field.label()),
        TextJson.ofNullable(field.help()),
        field.section(),
        TextJson.ofNullable(field.sectionLabel()),
        field.readOnly(),
        field.required(),
        handling.unique(),
        handling.defaultValue(),
        field.searchable(),
        field.sortable(),
        state.ready(),
        field.searchable() ? field.operators().stream().map(FieldJson::word).toList() : List.of(),
        field.choices().stream()
            .map(choice -> new Choice(choice.value(), TextJson.of(choice.label())))
            .toList(),
        field.min(),
        field.max(),
        field.maxLength(),
        field.pattern(),
        field.currency(),
        handling.references(),
        handling.sensitivity().word(),
        TextJson.ofNullable(handling.purpose()),
        handling.visibleWhen(),
        handling.validWhen(),
        TextJson.ofNullable(handling.validMessage()),
        field.appliesTo(),
        state.version(),
        state.retiredAt(),
        WorkJson.of(state.work()));
  }

  private static String word(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT);
  }
}
