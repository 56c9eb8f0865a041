package app.quen.survey;

import app.quen.access.Actor;
import app.quen.field.Field.Choice;
import app.quen.survey.internal.SurveyShape;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form.
 *
 * @param kind of the feedback that answers become: {@code survey}, {@code complaint}, {@code
 *     question} or {@code rating}
 * @param thanks what people see who have sent it
 * @param active whether it takes answers
 */
public record Survey(
    UUID id,
    int version,
    String kind,
    Text title,
    @Nullable Text intro,
    @Nullable Text thanks,
    List<Question> questions,
    boolean active,
    Instant createdAt,
    Actor createdBy,
    Instant updatedAt,
    Actor updatedBy) {

  /** What tells who answers, where the link does not. */
  public static final Set<String> CONTACT = Set.of("name", "phone", "email");

  /**
   * One question.
   *
   * @param key names the answer; it stays with its type
   * @param type {@code nps} (0 to 10), {@code csat}, {@code rating} (1 to 5), {@code choice},
   *     {@code text}, {@code name}, {@code phone} or {@code email}
   * @param choices of a choice
   */
  public record Question(
      String key, String type, Text label, boolean required, List<Choice> choices) {

    public boolean isContact() {
      return CONTACT.contains(type);
    }
  }

  /** As JSON, with the names of the API. */
  public JsonObject json() {
    return SurveyShape.json(this);
  }
}
