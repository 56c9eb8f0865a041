package app.quen.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.database.Work;
import app.quen.job.JobContext;
import app.quen.key.WorkspaceKeys;
import app.quen.secret.Renewing;
import app.quen.secret.Sealing;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is written, cleared, bent, rotated, renewed and erased in whatever order, also in the
 * midst of a renewal: what is read and found is what a plain map says. Two workspaces take the same
 * steps with values that only differ by case.
 */
class VaultModelTest {

  private static final String TYPE = "customer";
  private static final String KEY = "workspace.secret";
  private static final List<String> VALUES = List.of("079", "Đặng", "x".repeat(300), "", "0079");

  private static @Nullable World world;

  /** What is done to the customer of that number. */
  record Step(Kind kind, int customer, int value) {}

  enum Kind {
    WRITE,
    CLEAR,
    ERASE,
    ROTATE,
    BEND,
    BEGIN_RENEWAL,
    RENEW,
    END_RENEWAL
  }

  @AfterContainer
  static void close() {
    if (world != null) {
      world.close();
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(6, Kind.WRITE),
            net.jqwik.api.Tuple.of(2, Kind.CLEAR),
            net.jqwik.api.Tuple.of(1, Kind.ERASE),
            net.jqwik.api.Tuple.of(1, Kind.ROTATE),
            net.jqwik.api.Tuple.of(1, Kind.BEND),
            net.jqwik.api.Tuple.of(2, Kind.BEGIN_RENEWAL),
            net.jqwik.api.Tuple.of(4, Kind.RENEW),
            net.jqwik.api.Tuple.of(2, Kind.END_RENEWAL));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, VALUES.size() - 1))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void whatIsReadAndFoundIsWhatAPlainMapSays(@ForAll("steps") List<Step> steps) {
    World here = world();
    Model one = new Model(here, here.a(), false);
    Model other = new Model(here, here.b(), true);
    for (Step step : steps) {
      one.take(step);
      other.take(step);
    }
    one.check();
    other.check();
  }

  private static World world() {
    if (world == null) {
      world = World.open();
    }
    return world;
  }

  private static final class Model {

    private final World world;
    private final Tenant tenant;
    private final boolean upper;
    private final List<UUID> ids;
    private final Map<UUID, String> plain = new HashMap<>();
    private final Map<UUID, JsonObject> stored = new HashMap<>();
    private final Set<UUID> bent = new HashSet<>();

    Model(World world, Tenant tenant, boolean upper) {
      this.world = world;
      this.tenant = tenant;
      this.upper = upper;
      ids = List.of(id(), id(), id(), id(), id());
    }

    private static UUID id() {
      return UUID.randomUUID();
    }

    void take(Step step) {
      UUID id = ids.get(step.customer());
      switch (step.kind()) {
        case WRITE -> write(id, value(step.value()));
        case CLEAR -> write(id, null);
        case ERASE -> erase(id);
        case ROTATE -> rotate();
        case BEND -> bend(id);
        case BEGIN_RENEWAL -> in(renewing()::begin);
        case RENEW -> renew(id);
        case END_RENEWAL -> endRenewal();
      }
    }

    private String value(int number) {
      String value = VALUES.get(number) + tenant.slug();
      return upper ? value.toUpperCase() : value;
    }

    private void write(UUID id, @Nullable String value) {
      JsonObject values =
          value == null
              ? JsonValue.EMPTY_JSON_OBJECT
              : Json.createObjectBuilder().add(KEY, value).build();
      List<JsonObject> sealed =
          in(
              () ->
                  vault()
                      .seal(
                          TYPE,
                          Set.of(KEY),
                          Set.of(KEY),
                          List.of(new Sealing(id, id, stored.get(id), values))));
      stored.put(id, sealed.getFirst());
      bent.remove(id);
      if (value == null) {
        plain.remove(id);
      } else {
        plain.put(id, value);
      }
      if (value != null) {
        assertThat(sealed.toString()).doesNotContain(value);
      }
    }

    /** The rows of the customer are gone, and an old copy of them is not. */
    private void erase(UUID id) {
      JsonObject copy = stored.remove(id);
      plain.remove(id);
      bent.remove(id);
      in(
          () -> {
            vault().erase(Set.of(id));
            vault().unmark(Set.of(id));
            return null;
          });
      if (copy != null) {
        assertThat(in(() -> vault().open(TYPE, id, copy))).isEmpty();
      }
    }

    private void bend(UUID id) {
      JsonObject values = stored.get(id);
      if (values != null && values.get(KEY) instanceof JsonObject sealed) {
        String token = sealed.getString(Vault.SEALED);
        String turned = token.substring(0, 40) + (token.charAt(40) == 'x' ? 'y' : 'x');
        String changed = turned + token.substring(41);
        stored.put(
            id,
            Json.createObjectBuilder()
                .add(KEY, Json.createObjectBuilder().add(Vault.SEALED, changed))
                .build());
        bent.add(id);
        plain.remove(id);
      }
    }

    /** One record, as the job goes through them. */
    private void renew(UUID id) {
      if (stored.containsKey(id)) {
        stored.putAll(in(() -> vault().renew(TYPE, Set.of(KEY), Map.of(id, stored.get(id)))));
      }
    }

    private void endRenewal() {
      ids.forEach(this::renew);
      boolean more = true;
      while (more) {
        more = in(renewing()::sweep);
      }
      in(
          () -> {
            renewing().end();
            return null;
          });
      world.run(tenant, renewing()::destroyOld);
      List<Integer> left = world.bean(WorkspaceKeys.class).indexGenerations(tenant.id());
      assertThat(left).hasSizeLessThanOrEqualTo(1);
    }

    private Renewing renewing() {
      return world.bean(Renewing.class);
    }

    private void rotate() {
      world.in(
          tenant, () -> world.bean(Work.class).transact(() -> world.bean(Rotation.class).order()));
      world.run(tenant, () -> world.bean(Rotation.class).run(job()));
      var state =
          world.in(
              tenant,
              () -> world.bean(Work.class).transact(() -> world.bean(Rotation.class).state()));
      assertThat(state.done()).as("%s", state).isTrue();
    }

    void check() {
      Map<UUID, JsonObject> opened = in(() -> vault().open(TYPE, stored));
      for (UUID id : ids) {
        JsonObject values = opened.getOrDefault(id, JsonValue.EMPTY_JSON_OBJECT);
        assertThat(values.getString(KEY, null)).isEqualTo(plain.get(id));
        assertThat(Unreadable.is(values.get(KEY))).isEqualTo(bent.contains(id));
      }
      for (String value : Set.copyOf(plain.values())) {
        assertThat(found(value)).containsExactlyElementsOf(holders(value));
      }
      assertThat(found("nobody has this")).isEmpty();
    }

    private Set<UUID> holders(String value) {
      Set<UUID> holders = new TreeSet<>();
      plain.forEach(
          (id, one) -> {
            if (one.equalsIgnoreCase(value)) {
              holders.add(id);
            }
          });
      return holders;
    }

    private Set<UUID> found(String value) {
      return in(
          () -> {
            List<String> marks =
                vault().marks(TYPE, KEY, Json.createValue(value)).stream()
                    .map(mark -> HexFormat.of().formatHex(mark.value()))
                    .toList();
            Set<UUID> found =
                new TreeSet<>(
                    work()
                        .sql()
                        .createQuery(
                            "SELECT record_id FROM secret_index WHERE HEX(mark) IN (<marks>) AND"
                                + " record_id IN (<ids>)")
                        .bindList("marks", marks)
                        .bindList("ids", ids)
                        .mapTo(UUID.class)
                        .list());
            // until it is written over or renewed it is found by what it was
            found.removeAll(bent);
            return found;
          });
    }

    private <T> T in(java.util.function.Supplier<T> what) {
      return world.in(tenant, () -> work().transact(what));
    }

    private Work work() {
      return world.bean(Work.class);
    }

    private Vault vault() {
      return world.bean(Vault.class);
    }

    private JobContext job() {
      return new JobContext() {
        @Override
        public TenantId tenant() {
          return tenant.id();
        }

        @Override
        public String id() {
          return "test";
        }

        @Override
        public String data() {
          return "";
        }

        @Override
        public boolean stopping() {
          return false;
        }

        @Override
        public void again() {
          throw new IllegalStateException("nobody stops it");
        }

        @Override
        public void again(Instant at) {
          again();
        }
      };
    }
  }
}
