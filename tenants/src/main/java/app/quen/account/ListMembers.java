package app.quen.account;

import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The members of a workspace, by name. */
@ApplicationScoped
public class ListMembers {

  public List<Member> list(TenantId tenant) {
    throw new UnsupportedOperationException();
  }
}
