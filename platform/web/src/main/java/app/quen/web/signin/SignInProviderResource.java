package app.quen.web.signin;

import app.quen.access.Permitted;
import app.quen.account.ShowSignInProvider;
import app.quen.team.ReviseProvider;
import app.quen.tenant.Tenants;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/sign-in-provider")
@ApplicationScoped
@Tag(name = "Settings")
@Produces(MediaType.APPLICATION_JSON)
public class SignInProviderResource {

  @Inject private ShowSignInProvider showProvider;
  @Inject private ReviseProvider reviseProvider;
  @Inject private Tenants tenants;

  @GET
  @Permitted("setting:read")
  @Operation(summary = "By which provider people come in")
  @APIResponseSchema(
      value = SignInProviderJson.class,
      responseCode = "200",
      responseDescription = "The provider, without its secret.")
  public Response getSignInProvider() {
    var tenant = tenants.current();
    var back = showProvider.back(tenant.slug());
    return answer(
        showProvider
            .show(tenant.id())
            .map(provider -> SignInProviderJson.of(provider, back))
            .orElseGet(() -> SignInProviderJson.none(back)));
  }

  @PATCH
  @AnyAccount
  @Permitted("*")
  @Confirmed
  @Recorded("SignInProviderRevised")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Say by which provider people come in",
      description =
          "The provider is asked whether it is one. With another issuer or client, the sessions of"
              + " those who came by the one before end. For owners: whoever names the provider can"
              + " come in as anybody.")
  @APIResponseSchema(
      value = SignInProviderJson.class,
      responseCode = "200",
      responseDescription = "The provider as it is now.")
  public Response reviseSignInProvider(
      @HeaderParam("If-Match") @Nullable String ifMatch, SignInProviderJson.PatchJson body) {
    var revised = reviseProvider.revise(body.toDraft(), Version.of(ifMatch));
    return answer(SignInProviderJson.of(revised, showProvider.back(tenants.current().slug())));
  }

  @DELETE
  @AnyAccount
  @Permitted("*")
  @Confirmed
  @Recorded("SignInProviderRemoved")
  @Operation(
      summary = "Have people come in by no provider any more",
      description = "The sessions of those who came by it end.")
  @APIResponse(responseCode = "204", description = "There is none any more.")
  public void removeSignInProvider() {
    reviseProvider.remove();
  }

  private static Response answer(SignInProviderJson body) {
    return Response.ok(body).header("ETag", Version.tag(body.version())).build();
  }
}
