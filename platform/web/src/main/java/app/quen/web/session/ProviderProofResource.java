package app.quen.web.session;

import app.quen.account.SignInThroughProvider;
import app.quen.web.audit.Entrances;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.ProviderCookie;
import app.quen.web.credential.SessionCookie;
import app.quen.web.request.Exchange;
import app.quen.web.signin.ConfirmationJson;
import app.quen.web.signin.SignInProviderJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/session/confirmation/provider")
@ApplicationScoped
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProviderProofResource {

  @Inject private SignInThroughProvider throughProvider;
  @Inject private Entrances entrances;
  @Inject private HttpServletRequest request;

  @POST
  @Path("challenge")
  @AnyAccount(evenByProvider = true)
  @Operation(summary = "Begin to prove it by the provider that one came by")
  @APIResponseSchema(
      value = SignInProviderJson.AddressJson.class,
      responseCode = "200",
      responseDescription = "Where the browser goes.")
  public Response beginProviderConfirmation() {
    return ProviderResource.asked(
        throughProvider.beginConfirmation(Exchange.of(request).signedIn()));
  }

  @POST
  @AnyAccount(evenByProvider = true)
  @Recorded("SessionConfirmed")
  @Operation(summary = "Prove it with the answer of the provider")
  @APIResponseSchema(
      value = ConfirmationJson.class,
      responseCode = "200",
      responseDescription = "Proved; the cookie is a new one.")
  public Response confirmByProvider(SignInProviderJson.AnswerJson body) {
    var session = Exchange.of(request).signedIn();
    var proved =
        entrances.byProvider(
            () -> throughProvider.confirm(session, ProviderResource.answer(request, body)));
    return Response.ok(new ConfirmationJson(proved.session().confirmedUntil()))
        .cookie(SessionCookie.of(proved.token(), proved.session().expiresAt()))
        .cookie(ProviderCookie.none())
        .header("Cache-Control", "no-store")
        .build();
  }
}
