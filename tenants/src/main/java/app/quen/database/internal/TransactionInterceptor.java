package app.quen.database.internal;

import app.quen.database.InTransaction;
import app.quen.database.Work;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Makes a method one unit of work. Inside the check of permissions, around everything else. */
@Interceptor
@InTransaction
@Priority(Interceptor.Priority.APPLICATION + 100)
class TransactionInterceptor {

  @Inject Work work;

  @AroundInvoke
  @Nullable Object transact(InvocationContext call) throws Exception {
    try {
      return work.transact(
          () -> {
            try {
              return call.proceed();
            } catch (RuntimeException e) {
              throw e;
            } catch (Exception e) {
              throw new Checked(e);
            }
          });
    } catch (Checked e) {
      throw e.cause;
    }
  }

  /** Carries a checked exception through the unit of work, which it rolls back. */
  private static final class Checked extends RuntimeException {

    final Exception cause;

    Checked(Exception cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
