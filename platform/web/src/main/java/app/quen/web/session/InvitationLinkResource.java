package app.quen.web.session;

import app.quen.access.Unrestricted;
import app.quen.account.AcceptInvitation;
import app.quen.account.ReadInvitation;
import app.quen.web.audit.Entrances;
import app.quen.web.credential.AnyAccount;
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

/** The token is in the body: an address is written into logs. */
@Path("/invitation")
@ApplicationScoped
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationLinkResource {

  @Inject private ReadInvitation readInvitation;
  @Inject private AcceptInvitation acceptInvitation;
  @Inject private SessionAnswers answers;
  @Inject private Entrances entrances;
  @Inject private HttpServletRequest request;

  @POST
  @Unrestricted(because = "the token of the link is the credential")
  @Operation(
      summary = "Show an invitation to whoever has its link",
      description = "404 where it was used, renewed or taken back.")
  @APIResponse(responseCode = "200", description = "Who invites whom to what.")
  public AskedJson readInvitation(InvitationTokenJson body) {
    return AskedJson.of(readInvitation.read(body.token(), Exchange.of(request).client()));
  }

  @POST
  @Path("account")
  @Unrestricted(because = "the token of the link is the credential")
  @Operation(
      summary = "Come in by an invitation with a new account",
      description =
          "Makes the account with a password of its owner's choice, joins the workspace and signs"
              + " in. `taken` where the address has an account: sign in with it and accept.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "Signed in; the cookie is set.")
  public Response comeByInvitation(NewcomerJson body) {
    var signedIn =
        acceptInvitation.comeAnew(
            body.token(), body.name(), body.password(), Exchange.of(request).client());
    entrances.joined(signedIn.session());
    return answers.opened(Response.ok(answers.json(signedIn.session())), signedIn);
  }

  @POST
  @Path("membership")
  @AnyAccount(evenIfSuspended = true)
  @Operation(
      summary = "Accept an invitation as who is signed in",
      description =
          "It must be for the account's own address. The session goes on in that workspace.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "A member; the session is in the workspace now.")
  public Response acceptInvitation(InvitationTokenJson body) {
    var exchange = Exchange.of(request);
    var session = acceptInvitation.join(body.token(), exchange.signedIn(), exchange.client());
    entrances.joined(session);
    entrances.entered(session);
    return Response.ok(answers.json(session)).build();
  }
}
