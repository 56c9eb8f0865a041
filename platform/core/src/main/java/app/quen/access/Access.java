package app.quen.access;

import java.util.Set;
import java.util.concurrent.Callable;

/** Acting as somebody, for the length of a block. */
public interface Access {

  /**
   * Runs the work as this actor with these permissions (Shiro wildcard strings), on this thread;
   * who was acting before acts again afterwards.
   */
  <T> T callAs(Actor actor, Set<String> permissions, Callable<T> work);

  /** The same, where it is known already what the actor may do and see. */
  <T> T callAs(Actor actor, Standing standing, Callable<T> work);

  /**
   * The work, as who is acting now, whichever thread it is run on: with the same permissions, and
   * with what is known already of what they see.
   *
   * @throws Refused if nobody is acting
   */
  <T> Callable<T> asNow(Callable<T> work);

  /**
   * Who is acting on this thread.
   *
   * @throws Refused if nobody is
   */
  Actor actor();

  /** The permissions of who is acting, as given; empty if nobody is. */
  Set<String> permissions();

  boolean permits(String permission);

  /**
   * @throws Refused if the acting subject lacks the permission
   */
  void require(String permission);
}
