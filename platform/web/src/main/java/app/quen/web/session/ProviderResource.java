package app.quen.web.session;

import app.quen.access.Unrestricted;
import app.quen.account.NotFound;
import app.quen.account.ShowSignInProvider;
import app.quen.account.SignInThroughProvider;
import app.quen.account.SignInThroughProvider.Answer;
import app.quen.account.SignInThroughProvider.Asked;
import app.quen.web.audit.Entrances;
import app.quen.web.credential.ProviderCookie;
import app.quen.web.request.Exchange;
import app.quen.web.signin.SignInProviderJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/session/provider")
@ApplicationScoped
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProviderResource {

  @Inject private ShowSignInProvider showProvider;
  @Inject private SignInThroughProvider throughProvider;
  @Inject private Entrances entrances;
  @Inject private SessionAnswers answers;
  @Inject private HttpServletRequest request;

  @GET
  @Unrestricted(because = "whoever signs in has no credential yet")
  @Operation(summary = "By which provider one comes into a workspace")
  @APIResponse(responseCode = "200", description = "What people know it by.")
  public SignInProviderJson.NameJson findSignInProvider(
      @Parameter(description = "The address of the workspace.", example = "cua-hang-sen")
          @QueryParam("workspace")
          @Nullable String workspace) {
    var slug = workspace == null ? "" : workspace;
    return showProvider
        .find(slug)
        .map(provider -> new SignInProviderJson.NameJson(provider.label()))
        .orElseThrow(() -> new NotFound("sign-in provider", slug));
  }

  @POST
  @Path("challenge")
  @Unrestricted(because = "whoever signs in has no credential yet")
  @Operation(
      summary = "Begin to sign in by the provider of a workspace",
      description =
          "Sets a cookie that must be there when the browser comes back, within ten minutes.")
  @APIResponseSchema(
      value = SignInProviderJson.AddressJson.class,
      responseCode = "200",
      responseDescription = "Where the browser goes.")
  public Response beginProviderSignIn(SignInProviderJson.WishJson body) {
    return asked(
        throughProvider.begin(
            body.workspace(), Boolean.TRUE.equals(body.choose()), Exchange.of(request).client()));
  }

  @POST
  @Unrestricted(because = "signing in is how one gets a credential")
  @Operation(
      summary = "Sign in with the answer of a provider",
      description =
          "The session is good for this workspace alone: it enters no other one, and does not"
              + " change the account.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "Signed in; the cookie is set.")
  public Response signInByProvider(SignInProviderJson.AnswerJson body) {
    var client = Exchange.of(request).client();
    var signedIn =
        entrances.byProvider(() -> throughProvider.signIn(answer(request, body), client));
    var json = answers.json(signedIn.session());
    return answers.opened(Response.ok(json).cookie(ProviderCookie.none()), signedIn);
  }

  static Answer answer(HttpServletRequest request, SignInProviderJson.AnswerJson body) {
    return new Answer(
        body.workspace(),
        body.state(),
        body.code(),
        ProviderCookie.value(request).orElse(null),
        body.issuer(),
        body.error());
  }

  static Response asked(Asked asked) {
    return Response.ok(new SignInProviderJson.AddressJson(asked.address().toString()))
        .cookie(ProviderCookie.of(asked.kept()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
