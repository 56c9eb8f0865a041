package app.quen.web.signin;

import app.quen.account.ReviseSignInProvider;
import app.quen.account.SignInProvider;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By which OpenID Connect provider the people of a workspace come in. */
@Schema(
    name = "SignInProvider",
    description = "The OpenID Connect provider by which people come in; null where there is none.")
public record SignInProviderJson(
    @Nullable String issuer,
    @Nullable String clientId,
    @Schema(description = "What people know it by.", examples = "Google của công ty")
        @Nullable String label,
    @Schema(description = "Of the e-mail addresses that may come.", examples = "[\"congty.vn\"]")
        List<String> domains,
    @Schema(description = "The role of who comes for the first time; null: only members come in.")
        @Nullable String joinRole,
    @Schema(
            description =
                "Whether all but owners have to come by it. It holds for open sessions too.")
        boolean onlyWay,
    @Schema(description = "To be registered with the provider as the redirect URI.")
        String redirectAddress,
    @Schema(description = "0 where there is none.") int version) {

  static SignInProviderJson of(SignInProvider provider, URI back) {
    return new SignInProviderJson(
        provider.issuer(),
        provider.clientId(),
        provider.label(),
        provider.domains(),
        provider.joinRole(),
        provider.onlyWay(),
        back.toString(),
        provider.version());
  }

  static SignInProviderJson none(URI back) {
    return new SignInProviderJson(null, null, null, List.of(), null, false, back.toString(), 0);
  }

  /** What is to change; what is absent stays. */
  @Schema(
      name = "SignInProviderPatch",
      description = "What is absent stays as it is.",
      examples =
          """
          {"issuer": "https://accounts.google.com", "clientId": "quen", "clientSecret": "…", \
          "label": "Google", "domains": ["congty.vn"], "joinRole": "sales"}\
          """)
  public record PatchJson(
      @Nullable String issuer,
      @Nullable String clientId,
      @Schema(
              format = "password",
              description = "Kept encrypted and shown to nobody; needed with another issuer.")
          @Nullable String clientSecret,
      @Nullable String label,
      @Nullable List<String> domains,
      @Schema(description = "Empty: nobody joins by coming.") @Nullable String joinRole,
      @Nullable Boolean onlyWay) {

    ReviseSignInProvider.Draft toDraft() {
      return new ReviseSignInProvider.Draft(
          issuer, clientId, clientSecret, label, domains, joinRole, onlyWay);
    }
  }

  /** What somebody who is not signed in yet may know. */
  @Schema(name = "SignInProviderName")
  public record NameJson(@Schema(description = "What people know it by.") String label) {}

  /** Which workspace somebody wants to enter. */
  @Schema(name = "ProviderWish")
  public record WishJson(
      @Schema(description = "The address of the workspace.", examples = "cua-hang-sen")
          String workspace,
      @Schema(
              description =
                  "Whether who is signed in at the provider is asked anew whom to come as: after"
                      + " having signed out, or where somebody else came by mistake.")
          @Nullable Boolean choose) {}

  /** Where the browser goes. */
  @Schema(name = "ProviderAddress")
  public record AddressJson(String address) {}

  /** With what the browser has come back. */
  @Schema(name = "ProviderAnswer")
  public record AnswerJson(
      @Schema(description = "The address of the workspace, from the path.") String workspace,
      String state,
      @Schema(description = "Absent where the provider has refused.") @Nullable String code,
      @Schema(description = "The parameter iss, where there is one.") @Nullable String issuer,
      @Schema(description = "The parameter error, where there is no code.")
          @Nullable String error) {}
}
