package app.quen.web.signin;

import app.quen.account.Session;
import app.quen.account.SetUpTotp;
import app.quen.account.ShowSecondFactor;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/account/second-factor")
@ApplicationScoped
@Tag(name = "Account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

  @Inject private ShowSecondFactor showSecondFactor;
  @Inject private SetUpTotp setUpTotp;
  @Inject private HttpServletRequest request;

  @GET
  @AnyAccount
  @Operation(summary = "How the account is protected beside the password")
  @APIResponse(responseCode = "200", description = "What is set up.")
  public SecondFactorJson getSecondFactor() {
    return SecondFactorJson.of(showSecondFactor.show(session()));
  }

  @POST
  @Path("totp")
  @AnyAccount
  @Confirmed
  @Operation(
      summary = "Begin with an authenticator application",
      description =
          "A new secret (RFC 6238: SHA-1, six digits, thirty seconds). It protects nothing until a"
              + " code of it was sent.")
  @APIResponseSchema(
      value = SecondFactorJson.BegunJson.class,
      responseCode = "200",
      responseDescription = "The secret; shown this once.")
  public Response beginTotp() {
    return secret(SecondFactorJson.BegunJson.of(setUpTotp.begin(session())));
  }

  @POST
  @Path("totp/activation")
  @AnyAccount
  @Confirmed
  @Recorded("SecondFactorSetUp")
  @Operation(
      summary = "Finish with a code of the application",
      description = "From now on a code is asked for at each sign-in.")
  @APIResponseSchema(
      value = SecondFactorJson.CodesJson.class,
      responseCode = "200",
      responseDescription = "Recovery codes; shown this once.")
  public Response activateTotp(SecondFactorJson.CodeJson body) {
    return secret(new SecondFactorJson.CodesJson(setUpTotp.activate(session(), body.code())));
  }

  @POST
  @Path("recovery-codes")
  @AnyAccount
  @Confirmed
  @Recorded("RecoveryCodesRenewed")
  @Operation(summary = "Have new recovery codes", description = "Those of before are worthless.")
  @APIResponseSchema(
      value = SecondFactorJson.CodesJson.class,
      responseCode = "200",
      responseDescription = "The codes; shown this once.")
  public Response renewRecoveryCodes() {
    return secret(new SecondFactorJson.CodesJson(setUpTotp.renewRecoveryCodes(session())));
  }

  @DELETE
  @Path("totp")
  @AnyAccount
  @Confirmed
  @Recorded("SecondFactorRemoved")
  @Operation(
      summary = "Remove the authenticator application",
      description = "Refused where a workspace of the account wants a second factor.")
  @APIResponse(responseCode = "204", description = "The password is enough again.")
  public void removeTotp() {
    setUpTotp.remove(session());
  }

  private static Response secret(Object body) {
    return Response.ok(body).header("Cache-Control", "no-store").build();
  }

  private Session session() {
    return Exchange.of(request).signedIn();
  }
}
