package app.quen.web.session;

import app.quen.access.Unrestricted;
import app.quen.web.credential.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@ApplicationScoped
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {

  @POST
  @Path("signup")
  @Unrestricted(because = "a business that signs up has no account yet")
  @Operation(
      summary = "Sign up a business",
      description = "Makes the workspace and its owner's account, and signs the owner in.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "201",
      responseDescription = "The workspace stands and the owner is signed in.")
  public Response signUp(SignUpJson body) {
    throw new NotSupportedException();
  }

  @POST
  @Path("session")
  @Unrestricted(because = "signing in is how one gets a credential")
  @Operation(
      summary = "Sign in",
      description =
          "Opens a session in the workspace that the account used last. Wrong e-mail and wrong"
              + " password look the same.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "Signed in; the cookie is set.")
  public Response signIn(SignInJson body) {
    throw new NotSupportedException();
  }

  @GET
  @Path("session")
  @SignedIn
  @Operation(summary = "Who is signed in")
  @APIResponse(responseCode = "200", description = "The session.")
  public SessionJson currentSession() {
    throw new NotSupportedException();
  }

  @DELETE
  @Path("session")
  @SignedIn(evenIfSuspended = true)
  @Operation(summary = "Sign out")
  @APIResponse(responseCode = "204", description = "The session has ended, at once and everywhere.")
  public Response signOut() {
    throw new NotSupportedException();
  }

  @PUT
  @Path("session/workspace")
  @SignedIn(evenIfSuspended = true)
  @Operation(summary = "Switch to another workspace of the account")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "The session is in the other workspace now.")
  public Response switchWorkspace(SwitchWorkspaceJson body) {
    throw new NotSupportedException();
  }

  @POST
  @Path("workspaces")
  @SignedIn(evenIfSuspended = true)
  @Operation(
      summary = "Found another workspace",
      description = "The account becomes its owner and the session is switched to it.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "201",
      responseDescription = "The workspace stands; the session is in it now.")
  public Response foundWorkspace(FoundWorkspaceJson body) {
    throw new NotSupportedException();
  }
}
