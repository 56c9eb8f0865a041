package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The workspaces that an account is a member of. */
@ApplicationScoped
public class ListWorkspaces {

  public List<Workspace> list(UUID account) {
    throw new UnsupportedOperationException();
  }
}
