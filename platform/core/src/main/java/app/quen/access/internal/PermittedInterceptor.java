package app.quen.access.internal;

import app.quen.access.Access;
import app.quen.access.Permitted;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Holds {@link Permitted} against who is acting, before a transaction costs a connection. */
@Permitted("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class PermittedInterceptor {

  private final Access access;

  @Inject
  PermittedInterceptor(Access access) {
    this.access = access;
  }

  @AroundInvoke
  @Nullable Object check(InvocationContext call) throws Exception {
    Permitted permitted = call.getMethod().getAnnotation(Permitted.class);
    if (permitted == null) {
      permitted = call.getMethod().getDeclaringClass().getAnnotation(Permitted.class);
    }
    access.require(permitted.value());
    return call.proceed();
  }
}
