package app.quen.web.field;

import app.quen.field.Layout;
import app.quen.field.Layout.Section;
import app.quen.text.Text;
import app.quen.web.TextJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the fields of a record stand in its form. */
@Schema(name = "Layout")
public record LayoutJson(
    @Schema(ref = "RecordType") String record,
    @Schema(description = "The stage that it is for; null: every stage without one of its own.")
        @Nullable String stage,
    List<SectionJson> sections,
    @Schema(description = "Fields that the form does not show.") List<String> hidden,
    @Schema(description = "Whether somebody laid it out for just this.") boolean own) {

  /** A part of the form. */
  @Schema(name = "LayoutSection")
  public record SectionJson(
      String key,
      TextJson label,
      @Schema(description = "Keys, in their order.") List<String> fields) {}

  /** A layout as a client gives it. */
  @Schema(
      name = "NewLayout",
      examples =
          """
          {"sections": [{"key": "main", "label": {"vi": "Chính", "en": "Main"}, "fields": ["name", "phones", "workspace.hang_the"]}],
           "hidden": ["birthPlace"]}\
          """)
  public record NewJson(List<SectionJson> sections, @Nullable List<String> hidden) {

    List<Section> toSections() {
      return sections.stream()
          .map(
              section ->
                  new Section(
                      section.key(),
                      new Text(section.label().vi(), section.label().en()),
                      section.fields()))
          .toList();
    }
  }

  static LayoutJson of(Layout layout) {
    return new LayoutJson(
        layout.recordType(),
        layout.stage(),
        layout.sections().stream()
            .map(
                section ->
                    new SectionJson(section.key(), TextJson.of(section.label()), section.fields()))
            .toList(),
        layout.hidden(),
        layout.own());
  }
}
