package app.quen.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SavedViewTest {

  private static final Actor LAN = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");
  private static final Actor MINH = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Minh");
  private static final Set<String> READER = Set.of("customer:read");
  private static final Set<String> SHARER = Set.of("customer:read", "view:share");

  static final World world = World.open();
  private Tenant a;
  private Tenant b;

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void twoNewWorkspaces() {
    a = world.another("views");
    b = world.another("others");
  }

  @Test
  void aPrivateViewIsSeenByWhoMadeItAndASharedOneByTheWholeWorkspace() {
    SavedView own = save(a, LAN, READER, draft("Của tôi", "private"));
    SavedView shared = save(a, LAN, SHARER, draft("Chung", "workspace"));

    assertThat(names(a, LAN)).containsExactly("Chung", "Của tôi");
    assertThat(names(a, MINH)).containsExactly("Chung");
    assertThat(names(b, LAN)).isEmpty();
    assertThatThrownBy(() -> as(a, MINH, SHARER, () -> show(own.id())))
        .isInstanceOf(NoSuchView.class);
    assertThatThrownBy(() -> as(b, LAN, SHARER, () -> show(shared.id())))
        .isInstanceOf(NoSuchView.class);
    SavedView seen = as(a, MINH, READER, () -> show(shared.id()));
    assertThat(seen.own()).isFalse();
    assertThat(seen.query().toString()).isEqualTo("{\"filters\":[\"stage:eq:lead\"]}");
    assertThat(seen.columns()).containsExactly("name", "phones");
    assertThat(seen.density()).isEqualTo("compact");
  }

  @Test
  void theWorkspacesViewsAreChangedOnlyByWhoMayShare() {
    SavedView shared = save(a, LAN, SHARER, draft("Chung", "workspace"));
    ViewDraft renamed = new ViewDraft(null, "Khác", null, null, null, null);

    assertThatThrownBy(() -> save(a, MINH, READER, draft("Chung", "workspace")))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("view:share"));
    assertThatThrownBy(() -> as(a, MINH, READER, () -> revise(shared.id(), renamed)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                as(
                    a,
                    MINH,
                    READER,
                    () -> {
                      world.bean(DeleteView.class).delete(shared.id());
                      return null;
                    }))
        .isInstanceOf(Refused.class);

    SavedView after = as(a, MINH, SHARER, () -> revise(shared.id(), renamed));

    assertThat(after.name()).isEqualTo("Khác");
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.columns()).containsExactly("name", "phones");
    assertThatThrownBy(() -> as(a, LAN, SHARER, () -> revise(shared.id(), renamed)))
        .as("of what has been changed since")
        .isInstanceOf(Outdated.class);
    as(
        a,
        MINH,
        SHARER,
        () -> {
          world.bean(DeleteView.class).delete(shared.id());
          return null;
        });
    assertThat(names(a, LAN)).isEmpty();
  }

  @Test
  void viewsOfAListAreForThoseWhoMayReadIt() {
    ViewDraft orders = new ViewDraft("order", "Đơn mới", null, null, null, null);

    assertThatThrownBy(() -> save(a, LAN, READER, orders)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> as(a, LAN, READER, () -> world.bean(ListViews.class).list("order")))
        .isInstanceOf(Refused.class);
    assertThat(save(a, LAN, Set.of("customer:read", "order:read"), orders).record())
        .isEqualTo("order");
  }

  @Test
  void whatCannotBeMeantIsNotKept() {
    for (ViewDraft wrong :
        List.of(
            new ViewDraft("customer", " ", null, null, null, null),
            new ViewDraft("invoice", "x", null, null, null, null),
            new ViewDraft("customer", "x", "public", null, null, null),
            new ViewDraft("customer", "x", null, query("nonsense"), null, null),
            new ViewDraft("customer", "x", null, null, null, "tiny"))) {
      assertThatThrownBy(() -> save(a, LAN, SHARER, wrong))
          .as(wrong.toString())
          .isInstanceOf(Invalid.class);
    }
    assertThat(names(a, LAN)).isEmpty();
  }

  private static ViewDraft draft(String name, @Nullable String scope) {
    return new ViewDraft(
        "customer", name, scope, query("stage:eq:lead"), List.of("name", "phones"), "compact");
  }

  private static JsonObject query(String filter) {
    return Json.createObjectBuilder().add("filters", Json.createArrayBuilder().add(filter)).build();
  }

  private static SavedView save(
      Tenant tenant, Actor actor, Set<String> permissions, ViewDraft draft) {
    return as(tenant, actor, permissions, () -> world.bean(SaveView.class).save(draft));
  }

  private static SavedView show(UUID id) {
    return world.bean(ShowView.class).show(id);
  }

  private static SavedView revise(UUID id, ViewDraft draft) {
    return world.bean(ReviseView.class).revise(id, draft, 1);
  }

  private static List<String> names(Tenant tenant, Actor actor) {
    return as(tenant, actor, READER, () -> world.bean(ListViews.class).list("customer")).stream()
        .map(SavedView::name)
        .toList();
  }

  private static <T> T as(Tenant tenant, Actor actor, Set<String> permissions, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(actor, permissions, work));
  }
}
