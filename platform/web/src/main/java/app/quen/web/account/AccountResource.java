package app.quen.web.account;

import app.quen.web.credential.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
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

  @PATCH
  @SignedIn
  @Operation(summary = "Change the account's name or language")
  @APIResponse(responseCode = "200", description = "The account as it is now.")
  public AccountJson reviseAccount(AccountPatchJson body) {
    throw new NotSupportedException();
  }

  @PUT
  @Path("password")
  @SignedIn
  @Operation(
      summary = "Change the password",
      description = "Ends every other session of the account.")
  @APIResponse(responseCode = "204", description = "The new password holds.")
  public void changePassword(ChangePasswordJson body) {
    throw new NotSupportedException();
  }

  @GET
  @Path("sessions")
  @SignedIn
  @Operation(summary = "Where the account is signed in")
  @APIResponse(responseCode = "200", description = "The open sessions, newest first.")
  public OpenSessionsJson listSessions() {
    throw new NotSupportedException();
  }

  @DELETE
  @Path("sessions/{id}")
  @SignedIn
  @Operation(summary = "End one of the account's sessions")
  @APIResponse(responseCode = "204", description = "That browser is signed out, at once.")
  public void endSession(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }
}
