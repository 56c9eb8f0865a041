package app.quen.testing;

import app.quen.account.Member;
import app.quen.account.internal.Accounts;
import app.quen.account.internal.PasswordHashes;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;

/** Puts people into tenants without the way of an invitation, which tests of its own try. */
public final class TestMembers {

  public static final String PASSWORD = "ngựa vằn uống cà phê sữa";

  private static String hash = "";

  private TestMembers() {}

  static Member join(World world, TenantId tenant, String email, String name, String role) {
    var accounts = world.bean(Accounts.class);
    var known = accounts.findByEmail(email).map(Accounts.Stored::account);
    var hash = hash(world);
    return world
        .bean(ControlSchema.class)
        .transact(
            sql -> {
              var account =
                  known.orElseGet(() -> accounts.insert(sql, name, email, "vi", hash, "email"));
              accounts.join(sql, account.id(), tenant, role);
              return new Member(account.id(), account.name(), account.email(), role);
            });
  }

  /** Made once: it takes its time on purpose. */
  private static synchronized String hash(World world) {
    if (hash.isEmpty()) {
      hash = world.bean(PasswordHashes.class).hash(PASSWORD);
    }
    return hash;
  }
}
