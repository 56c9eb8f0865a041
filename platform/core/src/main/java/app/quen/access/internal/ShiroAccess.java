package app.quen.access.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.access.Standing;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.subject.support.SubjectThreadState;
import org.apache.shiro.util.ThreadContext;

/** {@link Access} on Shiro: one subject per block, never a Shiro session, login or cookie. */
@ApplicationScoped
class ShiroAccess implements Access {

  private final ActorRealm realm = new ActorRealm();
  private final DefaultSecurityManager shiro = new DefaultSecurityManager(realm);

  ShiroAccess() {
    var noSessions = new DefaultSessionStorageEvaluator();
    noSessions.setSessionStorageEnabled(false);
    var subjects = new DefaultSubjectDAO();
    subjects.setSessionStorageEvaluator(noSessions);
    shiro.setSubjectDAO(subjects);
    shiro.setRememberMeManager(null);
  }

  @PreDestroy
  void close() {
    shiro.destroy();
  }

  @Override
  public <T> T callAs(Actor actor, Set<String> permissions, Callable<T> work) {
    return callAs(Acting.as(actor, permissions), work);
  }

  @Override
  public <T> T callAs(Actor actor, Standing standing, Callable<T> work) {
    Acting acting = Acting.as(actor, standing.permissions());
    acting.known().set(new Acting.Known(standing.workspace(), standing));
    return callAs(acting, work);
  }

  @Override
  public <T> Callable<T> asNow(Callable<T> work) {
    Acting acting = acting().orElseThrow(() -> new Refused("(nobody is acting)"));
    return () -> callAs(acting, work);
  }

  private <T> T callAs(Acting acting, Callable<T> work) {
    var principals = new SimplePrincipalCollection(acting, realm.getName());
    Subject subject =
        new Subject.Builder(shiro)
            .principals(principals)
            .authenticated(true)
            .sessionCreationEnabled(false)
            .buildSubject();
    var onThisThread = new SubjectThreadState(subject);
    onThisThread.bind();
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    } finally {
      onThisThread.restore();
    }
  }

  @Override
  public Actor actor() {
    return acting().map(Acting::actor).orElseThrow(() -> new Refused("(nobody is acting)"));
  }

  @Override
  public Set<String> permissions() {
    return acting().map(Acting::permissions).orElse(Set.of());
  }

  @Override
  public boolean permits(String permission) {
    Subject subject = ThreadContext.getSubject();
    return subject != null && subject.isPermitted(permission);
  }

  @Override
  public void require(String permission) {
    if (!permits(permission)) {
      throw new Refused(permission);
    }
  }

  static Optional<Acting> acting() {
    // not SecurityUtils.getSubject(): where there is none, it would make one
    return Optional.ofNullable(ThreadContext.getSubject())
        .map(Subject::getPrincipals)
        .map(principals -> principals.oneByType(Acting.class));
  }
}
