package app.quen.web.account;

import app.quen.account.ChangePassword;
import app.quen.account.ListSessions;
import app.quen.account.ReviseAccount;
import app.quen.account.RevokeSession;
import app.quen.account.Session;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/account")
@ApplicationScoped
@Tag(name = "Account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource {

  @Inject private ReviseAccount reviseAccount;
  @Inject private ChangePassword changePassword;
  @Inject private ListSessions listSessions;
  @Inject private RevokeSession revokeSession;
  @Inject private HttpServletRequest request;

  @PATCH
  @AnyAccount
  @Recorded("AccountRevised")
  @Operation(summary = "Change the account's name or language")
  @APIResponse(responseCode = "200", description = "The account as it is now.")
  public AccountJson reviseAccount(AccountPatchJson body) {
    return AccountJson.of(
        reviseAccount.revise(session().account().id(), body.name(), body.language()));
  }

  @PUT
  @Path("password")
  @AnyAccount
  @Recorded("PasswordChanged")
  @Operation(
      summary = "Change the password",
      description = "Ends every other session of the account.")
  @APIResponse(responseCode = "204", description = "The new password holds.")
  public void changePassword(ChangePasswordJson body) {
    changePassword.change(session(), body.currentPassword(), body.newPassword());
  }

  @GET
  @Path("sessions")
  @AnyAccount
  @Operation(summary = "Where the account is signed in")
  @APIResponse(responseCode = "200", description = "The open sessions, newest first.")
  public OpenSessionsJson listSessions() {
    return OpenSessionsJson.of(listSessions.list(session()));
  }

  @DELETE
  @Path("sessions/{id}")
  @AnyAccount
  @Recorded(value = "SessionEnded", record = "session")
  @Operation(summary = "End one of the account's sessions")
  @APIResponse(responseCode = "204", description = "That browser is signed out, at once.")
  public void endSession(@PathParam("id") UUID id) {
    revokeSession.revoke(session(), id);
  }

  @DELETE
  @Path("sessions")
  @AnyAccount
  @Recorded("OtherSessionsEnded")
  @Operation(summary = "End all other sessions of the account")
  @APIResponse(responseCode = "204", description = "Only the one that asks goes on.")
  public void endOtherSessions() {
    revokeSession.revokeOthers(session());
  }

  private Session session() {
    return Exchange.of(request).signedIn();
  }
}
