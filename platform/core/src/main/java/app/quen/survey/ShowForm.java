package app.quen.survey;

import app.quen.access.Unrestricted;
import app.quen.survey.internal.PublicForms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows a form to whoever has the link. */
@ApplicationScoped
public class ShowForm {

  @Inject PublicForms forms;

  /**
   * @param address of who asks, whose requests are counted
   * @throws NoSuchSurvey if no link has this token
   * @throws app.quen.limit.TooManyAttempts if too many came from this address
   */
  @Unrestricted(because = "who has the link has no account; the token is the credential")
  public Form show(String token, String address) {
    return forms.show(token, address);
  }
}
