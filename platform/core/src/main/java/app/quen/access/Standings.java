package app.quen.access;

import app.quen.tenant.TenantId;
import java.util.Set;
import java.util.UUID;

/** What members may do and see by their roles, teams and what was shared with them. */
public interface Standings {

  /** Of a member with this role, in the workspace that is entered. Kept until it changes. */
  Standing of(UUID account, String role);

  /** To be called after each change of roles, teams and shares, in its transaction. */
  void changed();

  /** What a role permits in a workspace; nothing for a role that does not exist (any more). */
  Set<String> permissionsOf(TenantId tenant, String role);
}
