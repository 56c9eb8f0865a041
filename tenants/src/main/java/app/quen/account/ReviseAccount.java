package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes what people call the account, and the language it is addressed in. */
@ApplicationScoped
public class ReviseAccount {

  /** Null leaves a value as it is. */
  public Account revise(UUID account, @Nullable String name, @Nullable String language) {
    throw new UnsupportedOperationException();
  }
}
