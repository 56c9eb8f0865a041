package app.quen.account;

import app.quen.account.internal.ApiKeys;
import app.quen.account.internal.Form;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a credential for a program. */
@ApplicationScoped
public class CreateApiKey {

  private static final Pattern PERMISSION = Pattern.compile("[a-z*]{1,40}(:[a-z*]{1,40})?");

  @Inject ApiKeys keys;

  /**
   * @param key the whole key; not stored anywhere, so it is given only here
   */
  public record Created(ApiKey apiKey, String key) {

    @Override
    public String toString() {
      return "Created[" + apiKey + "]";
    }
  }

  /**
   * @param createdBy the account that makes it, whose permissions must include these: the caller
   *     checks that
   * @throws Rejected if the name is empty or too long, no permission is given, or it would have
   *     expired already
   */
  public Created create(
      TenantId tenant,
      UUID createdBy,
      String name,
      Set<String> permissions,
      @Nullable Instant expiresAt) {
    var form = new Form();
    var title = form.name("name", name);
    if (permissions.isEmpty()
        || !permissions.stream().allMatch(p -> PERMISSION.matcher(p).matches())) {
      form.add(
          new Problem(
              "permissions",
              "malformed",
              "Hãy chọn ít nhất một quyền, ví dụ customer:read.",
              "Choose at least one permission, such as customer:read."));
    }
    if (expiresAt != null && !expiresAt.isAfter(Instant.now())) {
      form.add(
          new Problem(
              "expiresAt",
              "past",
              "Ngày hết hạn phải ở tương lai.",
              "The expiry must be in the future."));
    }
    form.check();
    return keys.create(tenant, createdBy, title, permissions, expiresAt);
  }
}
