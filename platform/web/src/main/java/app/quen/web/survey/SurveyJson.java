package app.quen.web.survey;

import app.quen.web.ActorJson;
import app.quen.web.TextJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A form that people without an account fill in. */
@Schema(name = "Survey")
public record SurveyJson(
    UUID id,
    @Schema(
            enumeration = {"survey", "complaint", "question", "rating"},
            description = "Of the feedback that answers become.")
        String kind,
    TextJson title,
    @Nullable TextJson intro,
    @Schema(description = "What people see who have sent it.") @Nullable TextJson thanks,
    List<QuestionJson> questions,
    @Schema(description = "False: it takes no answers.") boolean active,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    @Schema(description = "Grows with each change; its ETag is \"v<version>\".") long version) {

  /** A question. */
  @Schema(name = "SurveyQuestion")
  public record QuestionJson(
      @Schema(description = "Names the answer; it stays with its type.") String key,
      @Schema(
              enumeration = {"nps", "csat", "rating", "choice", "text", "name", "phone", "email"},
              description =
                  "name, phone and email ask who answers, where the link does not say it.")
          String type,
      TextJson label,
      boolean required,
      List<ChoiceJson> choices) {}

  /** One of the answers to choose from. */
  @Schema(name = "SurveyChoice")
  public record ChoiceJson(String value, TextJson label) {}

  /** The forms of the workspace. */
  @Schema(name = "Surveys")
  public record ListJson(List<SurveyJson> items) {}

  /** What a client gives to make a form; a text can also be written as {vi, en} or as one text. */
  @Schema(
      name = "NewSurvey",
      examples =
          """
          {"kind": "survey", "title": {"vi": "Sau khi giao hàng", "en": "After delivery"},
           "questions": [{"type": "nps", "required": true,
                          "label": {"vi": "Bạn có giới thiệu chúng tôi với bạn bè không?",
                                    "en": "Would you recommend us to a friend?"}},
                         {"type": "text", "label": {"vi": "Vì sao?", "en": "Why?"}}]}\
          """)
  public record NewJson(
      @Schema(enumeration = {"survey", "complaint", "question", "rating"}) @Nullable String kind,
      TextJson title,
      @Nullable TextJson intro,
      @Nullable TextJson thanks,
      List<NewQuestionJson> questions,
      @Nullable Boolean active) {}

  /** A question as a client writes it. */
  @Schema(name = "NewSurveyQuestion")
  public record NewQuestionJson(
      @Schema(description = "Absent: the next free one of q1, q2, …") @Nullable String key,
      @Schema(enumeration = {"nps", "csat", "rating", "choice", "text", "name", "phone", "email"})
          String type,
      TextJson label,
      @Nullable Boolean required,
      @Nullable List<ChoiceJson> choices) {}

  /** A merge patch of a form. */
  @Schema(
      name = "SurveyPatch",
      description = "RFC 7396: what is absent stays; questions are replaced as a whole.",
      examples = "{\"active\": false}")
  public record PatchJson(
      @Schema(enumeration = {"survey", "complaint", "question", "rating"}) @Nullable String kind,
      @Nullable TextJson title,
      @Nullable TextJson intro,
      @Nullable TextJson thanks,
      @Nullable List<NewQuestionJson> questions,
      @Nullable Boolean active) {}

  /** For whom a link is to be. */
  @Schema(name = "NewSurveyLink", examples = "{\"customerId\": null}")
  public record NewLinkJson(
      @Schema(description = "Null: for anybody; then a phone or email question must be required.")
          @Nullable UUID customerId) {}

  /** A link that can be sent. */
  @Schema(name = "SurveyLink")
  public record LinkJson(
      @Schema(description = "Told once; make a new one where it was lost.") String url,
      @Schema(description = "Null: never.") @Nullable Instant expiresAt) {}
}
