package app.quen.web.signin;

import app.quen.access.Permitted;
import app.quen.account.ReviseSignInPolicy;
import app.quen.account.ShowSignInPolicy;
import app.quen.account.SignInPolicy;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/sign-in-policy")
@ApplicationScoped
@Tag(name = "Settings")
@Produces(MediaType.APPLICATION_JSON)
public class SignInPolicyResource {

  @Inject private ShowSignInPolicy showPolicy;
  @Inject private ReviseSignInPolicy revisePolicy;
  @Inject private Tenants tenants;

  @GET
  @Permitted("setting:read")
  @Operation(summary = "What the workspace asks of those who sign in")
  @APIResponseSchema(
      value = SignInPolicyJson.class,
      responseCode = "200",
      responseDescription = "The policy.")
  public Response getSignInPolicy() {
    return answer(showPolicy.show(tenant()));
  }

  @PATCH
  @AnyAccount
  @Permitted("setting:manage")
  @Confirmed
  @Recorded("SignInPolicyRevised")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Change what the workspace asks of those who sign in",
      description = "Sessions that are too old by what is set now end at once.")
  @APIResponseSchema(
      value = SignInPolicyJson.class,
      responseCode = "200",
      responseDescription = "The policy as it is now.")
  public Response reviseSignInPolicy(
      @HeaderParam("If-Match") @Nullable String ifMatch, SignInPolicyJson.PatchJson body) {
    return answer(revisePolicy.revise(tenant(), body.toDraft(), Version.of(ifMatch)));
  }

  private Response answer(SignInPolicy policy) {
    return Response.ok(SignInPolicyJson.of(policy, showPolicy.widest()))
        .header("ETag", Version.tag(policy.version()))
        .build();
  }

  private TenantId tenant() {
    return tenants.current().id();
  }
}
