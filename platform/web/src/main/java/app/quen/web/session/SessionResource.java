package app.quen.web.session;

import app.quen.access.Access;
import app.quen.access.Unrestricted;
import app.quen.account.FoundWorkspace;
import app.quen.account.SignIn;
import app.quen.account.SignInWithPasskey;
import app.quen.account.SignOut;
import app.quen.account.SignUp;
import app.quen.account.SwitchWorkspace;
import app.quen.web.audit.Entrances;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.CredentialFilter;
import app.quen.web.credential.SessionCookie;
import app.quen.web.request.Exchange;
import app.quen.web.request.Once;
import app.quen.web.signin.PasskeyJson;
import app.quen.web.signin.PasskeyOptionsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

@Path("/")
@ApplicationScoped
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {

  @Inject private SignUp signUp;
  @Inject private SignIn signIn;
  @Inject private SignInWithPasskey signInWithPasskey;
  @Inject private SignOut signOut;
  @Inject private SwitchWorkspace switchWorkspace;
  @Inject private FoundWorkspace foundWorkspace;
  @Inject private SessionAnswers answers;
  @Inject private Entrances entrances;
  @Inject private Access access;
  @Inject private Once once;
  @Inject private HttpServletRequest request;

  @POST
  @Path("signup")
  @Unrestricted(because = "a business that signs up has no account yet")
  @Operation(
      summary = "Sign up a business",
      description =
          "Makes the workspace and its owner's account, and signs the owner in. Sent again with the"
              + " same Idempotency-Key, e-mail and password, it makes nothing and signs in anew."
              + " Where the server sends mail, the first request is answered"
              + " `address-proof-required`: send the same again with the code of the letter.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "201",
      responseDescription = "The workspace stands and the owner is signed in.")
  public Response signUp(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, SignUpJson body) {
    var done =
        signUp.signUp(
            new SignUp.Request(
                body.workspaceName(),
                body.slug(),
                body.industry(),
                body.name(),
                body.email(),
                body.password(),
                body.language(),
                body.code()),
            Exchange.of(request).client(),
            once.key(idempotencyKey));
    return answers.opened(Once.created(done, answers.json(done.result().session())), done.result());
  }

  @POST
  @Path("session")
  @Unrestricted(because = "signing in is how one gets a credential")
  @Operation(
      summary = "Sign in",
      description =
          "Opens a session in the workspace that the account used last. Wrong e-mail and wrong"
              + " password look the same. Where the account is protected by more, a right password"
              + " alone is answered `second-factor-required`: send the same again with a code.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "Signed in; the cookie is set.")
  public Response signIn(SignInJson body) {
    var client = Exchange.of(request).client();
    var signedIn =
        entrances.attempt(
            body.email(), () -> signIn.signIn(body.email(), body.password(), body.code(), client));
    return answers.opened(Response.ok(answers.json(signedIn.session())), signedIn);
  }

  @POST
  @Path("session/passkey/challenge")
  @Unrestricted(because = "whoever signs in with a passkey says no name before")
  @Operation(summary = "Begin to sign in with a passkey")
  @APIResponse(responseCode = "200", description = "What the browser is to be asked.")
  public PasskeyOptionsJson beginSignIn() {
    return PasskeyOptionsJson.of(signInWithPasskey.begin(Exchange.of(request).client()));
  }

  @POST
  @Path("session/passkey")
  @Unrestricted(because = "signing in is how one gets a credential")
  @Operation(
      summary = "Sign in with a passkey",
      description =
          "Without a name: the passkey says whose it is. The device has verified its owner, so this"
              + " is more than a password, and no code is asked for.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "Signed in; the cookie is set.")
  public Response signInWithPasskey(PasskeyJson.AnswerJson body) {
    var signedIn =
        signInWithPasskey.signIn(body.credential().toString(), Exchange.of(request).client());
    return answers.opened(Response.ok(answers.json(signedIn.session())), signedIn);
  }

  @GET
  @Path("session")
  @AnyAccount(evenByProvider = true)
  @Operation(
      summary = "Who is signed in",
      description = "With X-View-As, the permissions are those of the look.")
  @APIResponse(responseCode = "200", description = "The session.")
  public SessionJson currentSession() {
    var session = Exchange.of(request).signedIn();
    return request.getHeader(CredentialFilter.VIEW_AS) == null
        ? answers.json(session)
        : answers.json(session, access.permissions());
  }

  @DELETE
  @Path("session")
  @AnyAccount(evenIfSuspended = true, evenByProvider = true)
  @Operation(summary = "Sign out")
  @APIResponse(responseCode = "204", description = "The session has ended, at once and everywhere.")
  public Response signOut() {
    Exchange.of(request).token().ifPresent(signOut::signOut);
    Exchange.of(request).session().ifPresent(entrances::left);
    return Response.noContent().cookie(SessionCookie.none()).build();
  }

  @PUT
  @Path("session/workspace")
  @AnyAccount(evenIfSuspended = true)
  @Operation(summary = "Switch to another workspace of the account")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "The session is in the other workspace now.")
  public Response switchWorkspace(SwitchWorkspaceJson body) {
    var session = switchWorkspace.switchTo(Exchange.of(request).signedIn(), body.slug());
    entrances.entered(session);
    return Response.ok(answers.json(session)).build();
  }

  @POST
  @Path("workspaces")
  @AnyAccount(evenIfSuspended = true)
  @Operation(
      summary = "Found another workspace",
      description = "The account becomes its owner and the session is switched to it.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "201",
      responseDescription = "The workspace stands; the session is in it now.")
  public Response foundWorkspace(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, FoundWorkspaceJson body) {
    var exchange = Exchange.of(request);
    var done =
        foundWorkspace.found(
            exchange.signedIn(),
            body.name(),
            body.slug(),
            body.industry(),
            exchange.client(),
            once.key(idempotencyKey));
    entrances.entered(done.result());
    return Once.created(done, answers.json(done.result())).build();
  }
}
