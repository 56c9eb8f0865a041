package app.quen.web.signin;

import app.quen.account.AddPasskey;
import app.quen.account.ListPasskeys;
import app.quen.account.RemovePasskey;
import app.quen.account.RenamePasskey;
import app.quen.account.Session;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/account/passkeys")
@ApplicationScoped
@Tag(name = "Account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PasskeyResource {

  @Inject private ListPasskeys listPasskeys;
  @Inject private AddPasskey addPasskey;
  @Inject private RenamePasskey renamePasskey;
  @Inject private RemovePasskey removePasskey;
  @Inject private HttpServletRequest request;

  @GET
  @AnyAccount
  @Operation(summary = "The account's passkeys")
  @APIResponse(responseCode = "200", description = "The latest first.")
  public PasskeyJson.ListJson listPasskeys() {
    return new PasskeyJson.ListJson(
        listPasskeys.list(session()).stream().map(PasskeyJson::of).toList());
  }

  @POST
  @Path("challenge")
  @AnyAccount
  @Confirmed
  @Operation(summary = "Begin with a new passkey")
  @APIResponse(responseCode = "200", description = "What the browser is to be asked.")
  public PasskeyOptionsJson beginPasskey() {
    return PasskeyOptionsJson.of(addPasskey.begin(session()));
  }

  @POST
  @AnyAccount
  @Confirmed
  @Recorded("PasskeyAdded")
  @Operation(
      summary = "Add the passkey that the browser has made",
      description =
          "There is no Idempotency-Key: an answer is taken once. The device must verify its owner.")
  @APIResponseSchema(
      value = PasskeyJson.class,
      responseCode = "201",
      responseDescription = "It can sign in from now on.")
  public Response addPasskey(PasskeyJson.NewJson body) {
    var made = addPasskey.finish(session(), body.name(), body.credential().toString());
    return Response.status(Response.Status.CREATED).entity(PasskeyJson.of(made)).build();
  }

  @PATCH
  @Path("{id}")
  @AnyAccount
  @Recorded(value = "PasskeyRenamed", record = "passkey")
  @Operation(summary = "Give a passkey another name")
  @APIResponse(responseCode = "200", description = "The passkey as it is now.")
  public PasskeyJson renamePasskey(@PathParam("id") UUID id, PasskeyJson.PatchJson body) {
    return PasskeyJson.of(renamePasskey.rename(session(), id, body.name()));
  }

  @DELETE
  @Path("{id}")
  @AnyAccount
  @Confirmed
  @Recorded(value = "PasskeyRemoved", record = "passkey")
  @Operation(
      summary = "Remove a passkey",
      description =
          "Refused where it is the last second factor and a workspace of the account wants one.")
  @APIResponse(responseCode = "204", description = "It signs in no more.")
  public void removePasskey(@PathParam("id") UUID id) {
    removePasskey.remove(session(), id);
  }

  private Session session() {
    return Exchange.of(request).signedIn();
  }
}
