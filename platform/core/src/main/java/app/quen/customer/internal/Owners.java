package app.quen.customer.internal;

import app.quen.account.FindMembers;
import app.quen.customer.CustomerDraft;
import app.quen.field.Problem;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new owner must be a member; one who has left stays until somebody gives the customer on. Many
 * are looked up at once.
 */
@ApplicationScoped
class Owners {

  @Inject FindMembers members;
  @Inject Tenants tenants;

  /** The owners that drafts name and that are no members of the workspace. */
  Set<UUID> strangers(Collection<CustomerDraft> drafts) {
    Set<UUID> named = new HashSet<>();
    for (CustomerDraft draft : drafts) {
      if (draft.ownerId() != null) {
        named.add(draft.ownerId());
      }
    }
    return strangersAmong(named);
  }

  Set<UUID> strangersAmong(Set<UUID> named) {
    Set<UUID> strangers = new HashSet<>(named);
    strangers.removeAll(members.find(tenants.current().id(), named));
    return strangers;
  }

  static boolean fits(Set<UUID> strangers, @Nullable UUID owner, @Nullable UUID before) {
    return owner == null || owner.equals(before) || !strangers.contains(owner);
  }

  static Problem unknown() {
    return new Problem(
        "ownerId",
        "unknown-member",
        new Text(
            "Người phụ trách phải là thành viên của không gian làm việc này.",
            "The owner must be a member of this workspace."));
  }
}
