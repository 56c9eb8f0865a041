package app.quen.key.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.control.ControlSchema;
import app.quen.key.IndexKey;
import app.quen.key.MasterKeyset;
import app.quen.key.NoKey;
import app.quen.key.WorkspaceKeys;
import app.quen.key.WrappingKey;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class WorkspaceKeysTest {

  private static final byte[] DATA_KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final byte[] PLACE = "customer 1".getBytes(UTF_8);

  private static World world;
  private static WorkspaceKeys keys;

  @BeforeAll
  static void open() {
    world = World.open();
    keys = world.bean(WorkspaceKeys.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void whatAWorkspaceWrapsItAloneUnwraps() {
    byte[] wrapped = keys.newestWrapping(a()).wrap(DATA_KEY, PLACE);

    assertThat(keys.newestWrapping(a()).unwrap(wrapped, PLACE)).isEqualTo(DATA_KEY);
    assertThatThrownBy(() -> keys.newestWrapping(b()).unwrap(wrapped, PLACE))
        .isInstanceOf(NoKey.class);
    assertThatThrownBy(() -> keys.newestWrapping(a()).unwrap(wrapped, "customer 2".getBytes(UTF_8)))
        .isInstanceOf(NoKey.class);
  }

  @Test
  void equalTextsHaveEqualMarksInOneWorkspaceOnly() {
    byte[] text = "0123".getBytes(UTF_8);

    assertThat(keys.index(a(), 1, () -> true).mark(text)).hasSize(IndexKey.LENGTH);
    assertThat(keys.index(a(), 1, () -> true).mark(text))
        .isEqualTo(keys.index(a(), 1, () -> true).mark(text));
    assertThat(keys.index(a(), 1, () -> true).mark(text))
        .isNotEqualTo(keys.index(b(), 1, () -> true).mark(text));
  }

  @Test
  void aSecondNodeReadsTheKeysThatTheFirstHasMade() {
    byte[] wrapped = keys.newestWrapping(a()).wrap(DATA_KEY, PLACE);
    byte[] mark = keys.index(a(), 1, () -> true).mark(DATA_KEY);

    WorkspaceKeys there = node(world, System.getProperty("quen.master-key"));
    assertThat(there.newestWrapping(a()).unwrap(wrapped, PLACE)).isEqualTo(DATA_KEY);
    assertThat(there.index(a(), 1, () -> true).mark(DATA_KEY)).isEqualTo(mark);
  }

  @Test
  void aGenerationTakesOverAndTheOneBeforeIsDestroyed() {
    TenantId tenant = world.another("generations").id();
    byte[] before = keys.newestWrapping(tenant).wrap(DATA_KEY, PLACE);

    WrappingKey next = keys.makeNextWrapping(tenant);
    assertThat(next.generation()).isEqualTo(2);
    assertThat(keys.newestWrapping(tenant).generation()).isEqualTo(2);
    assertThat(keys.wrapping(tenant, 1).unwrap(before, PLACE)).isEqualTo(DATA_KEY);

    keys.destroyWrapping(tenant, 1);
    assertThat(keys.wrappingGenerations(tenant)).containsExactly(2);
    assertThatThrownBy(() -> keys.wrapping(tenant, 1))
        .isInstanceOf(NoKey.class)
        .hasMessageContaining("control schema");
  }

  @Test
  void withoutTheMasterKeyNothingIsWrittenOrReadAndTheReasonIsSaid() {
    byte[] wrapped = keys.newestWrapping(a()).wrap(DATA_KEY, PLACE);

    withMasterKey(
        "",
        there ->
            assertThatThrownBy(() -> there.newestWrapping(a()).unwrap(wrapped, PLACE))
                .isInstanceOf(NoKey.class)
                .hasMessageContaining("quen.master-key is missing"));
    withMasterKey(
        "hardly a keyset",
        there ->
            assertThatThrownBy(() -> there.newestWrapping(a()))
                .isInstanceOf(NoKey.class)
                .hasMessageContaining("no Tink keyset"));
  }

  @Test
  void anotherMasterKeyIsRefusedAndNeverTakenForANewBeginning() {
    keys.newestWrapping(a());
    List<Integer> generations = keys.wrappingGenerations(a());

    withMasterKey(
        MasterKeyset.make(),
        there ->
            assertThatThrownBy(() -> there.newestWrapping(a()))
                .isInstanceOf(NoKey.class)
                .hasMessageContaining("not the one that has wrapped"));
    assertThat(keys.wrappingGenerations(a())).isEqualTo(generations);
  }

  @Test
  void aNodeWithoutTheMasterKeyDoesNotStart() {
    keys.newestWrapping(a());

    for (String wrong : List.of("", "hardly a keyset", MasterKeyset.make())) {
      assertThatThrownBy(() -> node(world, wrong).probe()).isInstanceOf(NoKey.class);
    }
    assertThatCode(() -> node(world, System.getProperty("quen.master-key")).probe())
        .doesNotThrowAnyException();
  }

  @Test
  void aStoredKeyMovedToAnotherWorkspaceIsRefused() {
    TenantId from = world.another("moved-from").id();
    TenantId to = world.another("moved-to").id();
    keys.newestWrapping(from);
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.execute(
                    "INSERT INTO workspace_key SELECT ?, purpose, generation, keyset, created_at"
                        + " FROM workspace_key WHERE tenant_id = ?",
                    to.value(),
                    from.value()));

    assertThatThrownBy(() -> keys.newestWrapping(to)).isInstanceOf(NoKey.class);
  }

  private static void withMasterKey(String text, Consumer<WorkspaceKeys> work) {
    work.accept(node(world, text));
  }

  /** As another node has it, with a configuration of its own. */
  static StoredKeys node(World world, String masterKey) {
    StoredKeys node = new StoredKeys();
    node.control = world.bean(ControlSchema.class);
    node.master = new ConfiguredMasterKey(Optional.of(masterKey));
    return node;
  }

  private static TenantId a() {
    return world.a().id();
  }

  private static TenantId b() {
    return world.b().id();
  }
}
