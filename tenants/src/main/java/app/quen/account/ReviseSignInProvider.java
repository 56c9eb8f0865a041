package app.quen.account;

import app.quen.account.internal.Form;
import app.quen.account.internal.SignInProviders;
import app.quen.identity.Distrusted;
import app.quen.identity.OpenId;
import app.quen.tenant.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A workspace says by which provider its people come in, or that they do no more. */
@ApplicationScoped
public class ReviseSignInProvider {

  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final int MOST_DOMAINS = 20;

  @Inject SignInProviders providers;
  @Inject OpenId openId;

  /**
   * @param issuer null leaves a value as it is, here and below
   * @param joinRole empty for nobody
   */
  public record Draft(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String label,
      @Nullable List<String> domains,
      @Nullable String joinRole,
      @Nullable Boolean onlyWay) {

    @Override
    public String toString() {
      return "Draft[" + issuer + ", " + clientId + "]";
    }
  }

  /**
   * Asks the provider whether it is one. With another issuer or client, sessions by the one before
   * end.
   *
   * @param version the one that was read; 0 where there is none yet
   * @throws Rejected if a value does not fit, or there is no provider at the address
   * @throws Changed if somebody else has changed it meanwhile
   */
  public SignInProvider revise(TenantId tenant, Draft draft, int version) {
    var now = providers.of(tenant);
    if (now.map(SignInProvider::version).orElse(0) != version) {
      throw new Changed();
    }
    var before = now.orElse(null);
    var form = new Form();
    var issuer = issuer(form, said(draft.issuer(), before == null ? "" : before.issuer()));
    var client = said(draft.clientId(), before == null ? "" : before.clientId());
    require(form, "clientId", client, 255);
    var label = form.name("label", said(draft.label(), before == null ? "" : before.label()));
    var domains = domains(form, draft.domains(), before);
    var role = role(form, draft.joinRole(), before);
    boolean another =
        before == null || !before.issuer().equals(issuer) || !before.clientId().equals(client);
    var written = draft.clientSecret() == null ? "" : draft.clientSecret().strip();
    if (another || !written.isEmpty()) {
      // the old secret is told to no new address
      require(form, "clientSecret", written, 1000);
    }
    form.check();
    if (another) {
      requireProvider(issuer);
    }
    var next =
        new SignInProvider(
            another ? UuidCreator.getTimeOrderedEpoch() : before.id(),
            issuer,
            client,
            label,
            domains,
            role,
            draft.onlyWay() == null ? before != null && before.onlyWay() : draft.onlyWay(),
            version + 1);
    var secret = written.isEmpty() ? providers.secret(next.id()) : written;
    boolean stored =
        before == null
            ? providers.insert(tenant, next, secret)
            : providers.update(tenant, next, secret);
    if (!stored) {
      throw new Changed();
    }
    return next;
  }

  /**
   * Nobody comes in by it any more, and the sessions of those who did end.
   *
   * @throws NotFound if there is none
   */
  public void remove(TenantId tenant) {
    if (!providers.delete(tenant)) {
      throw new NotFound("sign-in provider", tenant);
    }
  }

  private void requireProvider(String issuer) {
    try {
      openId.requireProvider(issuer);
    } catch (Distrusted e) {
      throw new Rejected("issuer", e.reason().code(), e.reason().vi(), e.reason().en());
    }
  }

  private static String said(@Nullable String written, String now) {
    return written == null ? now : written.strip();
  }

  private static String issuer(Form form, String written) {
    try {
      var address = URI.create(written);
      if (address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null
          && written.length() <= 500
          && written.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
        return written;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    form.add(
        new Problem(
            "issuer",
            "malformed",
            "Hãy nhập địa chỉ issuer, ví dụ https://dangnhap.congty.vn/realms/chinh.",
            "Enter the issuer's address, such as https://login.company.com/realms/main."));
    return written;
  }

  private static void require(Form form, String field, String written, int most) {
    if (written.isEmpty()) {
      form.add(new Problem(field, "required", "Hãy nhập mục này.", "This is needed."));
    } else if (written.length() > most) {
      form.add(
          new Problem(
              field,
              "too-long",
              "Tối đa %d ký tự.".formatted(most),
              "Use at most %d characters.".formatted(most)));
    }
  }

  private static List<String> domains(
      Form form, @Nullable List<String> written, @Nullable SignInProvider before) {
    if (written == null && before != null) {
      return before.domains();
    }
    var domains =
        (written == null ? List.<String>of() : written)
            .stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).distinct().toList();
    if (domains.isEmpty() || domains.size() > MOST_DOMAINS) {
      form.add(
          new Problem(
              "domains",
              "required",
              "Hãy nhập từ 1 đến %d tên miền e-mail.".formatted(MOST_DOMAINS),
              "Enter 1 to %d domains of e-mail addresses.".formatted(MOST_DOMAINS)));
    } else if (!domains.stream().allMatch(it -> DOMAIN.matcher(it).matches())) {
      form.add(
          new Problem(
              "domains",
              "malformed",
              "Tên miền e-mail là phần sau dấu @, ví dụ congty.vn.",
              "A domain is what stands behind the @, such as company.com."));
    }
    return domains;
  }

  private static @Nullable String role(
      Form form, @Nullable String written, @Nullable SignInProvider before) {
    if (written == null) {
      return before == null ? null : before.joinRole();
    }
    if (written.isEmpty()) {
      return null;
    }
    if (written.equals("owner")) {
      form.add(
          new Problem(
              "joinRole",
              "owner",
              "Không ai tự trở thành chủ sở hữu. Hãy chọn vai trò khác.",
              "Nobody becomes an owner by coming. Choose another role."));
    }
    return form.role("joinRole", written);
  }
}
