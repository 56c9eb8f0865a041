package app.quen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Permitted;
import app.quen.access.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import org.apache.shiro.util.ThreadContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShiroAccessTest {

  private static final Actor LAN = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");
  private static final Actor TILL = new Actor(Actor.Kind.API_KEY, UUID.randomUUID(), "till");

  private static SeContainer container;
  private static Access access;
  private static OpenDrawer useCase;

  @BeforeAll
  static void start() {
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(ShiroAccess.class, PermittedInterceptor.class, OpenDrawer.class)
            .initialize();
    access = container.select(Access.class).get();
    useCase = container.select(OpenDrawer.class).get();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @AfterEach
  void nothingIsLeftOnTheThread() {
    assertThat(ThreadContext.getResources()).isEmpty();
  }

  @Test
  void whereNobodyActsNothingIsPermitted() {
    assertThat(access.permits("customer:read")).isFalse();
    assertThat(access.permissions()).isEmpty();
    assertThatThrownBy(() -> access.actor()).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> useCase.open()).isInstanceOf(Refused.class);
  }

  @Test
  void aUseCaseIsRefusedWithoutItsPermissionAndSaysWhichOneIsMissing() {
    assertThatThrownBy(() -> access.callAs(LAN, Set.of("customer:read"), () -> useCase.open()))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("drawer:open"));
  }

  @Test
  void aUseCaseRunsWithItsPermissionAlsoAsAWildcard() {
    for (String held : Set.of("drawer:open", "drawer:*", "*")) {
      assertThat(access.callAs(LAN, Set.of(held), () -> useCase.open())).isEqualTo("open");
    }
  }

  @Test
  void whoActedBeforeActsAgainAfterABlockAlsoWhenItFails() {
    access.callAs(
        LAN,
        Set.of("a:b"),
        () -> {
          assertThatThrownBy(
                  () ->
                      access.callAs(
                          TILL,
                          Set.of("c:d"),
                          () -> {
                            assertThat(access.actor()).isEqualTo(TILL);
                            assertThat(access.permits("a:b")).isFalse();
                            throw new IOException("the till is on fire");
                          }))
              .isInstanceOf(CompletionException.class)
              .hasRootCauseMessage("the till is on fire");
          assertThat(access.actor()).isEqualTo(LAN);
          assertThat(access.permissions()).containsExactly("a:b");
          return null;
        });
    assertThat(access.permits("a:b")).isFalse();
  }

  @Test
  void aThreadThatIsStartedInsideABlockActsForNobody() throws Exception {
    var seen = new FutureTask<>(() -> access.permits("a:b"));
    access.callAs(
        LAN,
        Set.of("*"),
        () -> {
          Thread.ofPlatform().start(seen);
          return seen.get();
        });
    assertThat(seen.get()).isFalse();
  }

  @ApplicationScoped
  static class OpenDrawer {

    @Permitted("drawer:open")
    String open() {
      return "open";
    }
  }
}
