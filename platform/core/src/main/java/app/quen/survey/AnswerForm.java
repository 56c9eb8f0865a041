package app.quen.survey;

import app.quen.access.Unrestricted;
import app.quen.survey.internal.PublicForms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Takes the answers of whoever has the link. */
@ApplicationScoped
public class AnswerForm {

  @Inject PublicForms forms;

  /**
   * The answers become feedback of the customer for whom the link was made, or of the one whom the
   * phone number or e-mail address belongs to, or of a new one. Whether somebody is known here is
   * not told.
   *
   * @param sheet from {@link Form#sheet}
   * @param answers by the keys of the questions
   * @param address of who answers, whose requests are counted
   * @return the form as it is after that
   * @throws NoSuchSurvey if no link has this token
   * @throws FormUnavailable if it takes no answer
   * @throws app.quen.field.Invalid with all answers that do not fit
   * @throws app.quen.limit.TooManyAttempts if too many came from this address, or by this link
   */
  @Unrestricted(because = "who has the link has no account; the token is the credential")
  public Form answer(String token, UUID sheet, JsonObject answers, String address) {
    return forms.answer(token, sheet, answers, address);
  }
}
