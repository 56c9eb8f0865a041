package app.quen.web.form;

import app.quen.access.Unrestricted;
import app.quen.survey.AnswerForm;
import app.quen.survey.ShowForm;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/public/surveys/{token}")
@ApplicationScoped
@Tag(name = "Surveys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FormResource {

  @Inject private ShowForm showForm;
  @Inject private AnswerForm answerForm;
  @Inject private HttpServletRequest request;

  @GET
  @Unrestricted(because = "the token of the link is the credential")
  @Operation(
      summary = "Show a form to whoever has the link",
      description = "The same as the page /f/{token}, for forms on a site of your own.")
  @APIResponse(responseCode = "200", description = "The form, open or not.")
  public FormJson showForm(@PathParam("token") String token) {
    return FormJson.of(showForm.show(token, address()));
  }

  @POST
  @Unrestricted(because = "the token of the link is the credential")
  @Operation(
      summary = "Answer a form",
      description = "409 where it is closed or was answered before.")
  @APIResponse(responseCode = "200", description = "Thanks.")
  public FormJson answerForm(@PathParam("token") String token, FormJson.AnswersJson body) {
    return FormJson.of(answerForm.answer(token, body.sheet(), body.answers(), address()));
  }

  private String address() {
    return Exchange.of(request).client().address();
  }
}
