package app.quen.web.signin;

import app.quen.account.ConfirmSession;
import app.quen.account.Session;
import app.quen.account.SignedIn;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.SessionCookie;
import app.quen.web.request.Exchange;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/session/confirmation")
@ApplicationScoped
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfirmationResource {

  @Inject private ConfirmSession confirmSession;
  @Inject private HttpServletRequest request;

  @POST
  @AnyAccount
  @Recorded("SessionConfirmed")
  @Operation(
      summary = "Prove again to be who is signed in",
      description =
          "What is delicate (exports, API keys, roles, members, the sign-in policy) is answered"
              + " with `step-up-required` where the last proof is older than the workspace wants."
              + " After this the same request can be repeated. Where the account has an"
              + " authenticator application, the password is not enough: send a code, or a"
              + " passkey.")
  @APIResponseSchema(
      value = ConfirmationJson.class,
      responseCode = "200",
      responseDescription = "Proved; the cookie is a new one.")
  public Response confirmSession(ConfirmationJson.ProofJson body) {
    var proved = proved(Exchange.of(request).signedIn(), body);
    return Response.ok(new ConfirmationJson(proved.session().confirmedUntil()))
        .cookie(SessionCookie.of(proved.token(), proved.session().expiresAt()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("challenge")
  @AnyAccount
  @Operation(summary = "Begin to prove it with a passkey")
  @APIResponse(responseCode = "200", description = "What the browser is to be asked.")
  public PasskeyOptionsJson beginConfirmation() {
    return PasskeyOptionsJson.of(confirmSession.beginPasskey(Exchange.of(request).signedIn()));
  }

  private SignedIn proved(Session signedIn, ConfirmationJson.ProofJson body) {
    if (body.passkey() != null) {
      return confirmSession.confirmByPasskey(signedIn, body.passkey().toString());
    }
    return body.code() == null
        ? confirmSession.confirm(signedIn, body.password() == null ? "" : body.password())
        : confirmSession.confirmByCode(signedIn, body.code());
  }
}
