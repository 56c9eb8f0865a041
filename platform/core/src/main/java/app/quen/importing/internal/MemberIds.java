package app.quen.importing.internal;

import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of a workspace by what a spreadsheet may call them. */
@ApplicationScoped
public class MemberIds {

  @Inject ListMembers members;

  /** Ids of accounts by folded e-mail address, and by folded name where only one has it. */
  Map<String, String> of(TenantId tenant) {
    List<Member> all = members.list(tenant);
    Map<String, String> ids = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Member member : all) {
      String name = Headings.fold(member.name());
      if (ids.putIfAbsent(name, member.id().toString()) != null) {
        shared.add(name);
      }
    }
    ids.keySet().removeAll(shared);
    all.forEach(member -> ids.put(Headings.fold(member.email()), member.id().toString()));
    return ids;
  }
}
