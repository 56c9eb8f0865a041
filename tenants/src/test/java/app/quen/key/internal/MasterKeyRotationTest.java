package app.quen.key.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.key.MasterKeyset;
import app.quen.key.NoKey;
import app.quen.key.WorkspaceKeys;
import app.quen.testing.MariaDb;
import app.quen.testing.World;
import org.junit.jupiter.api.Test;

class MasterKeyRotationTest {

  private static final byte[] DATA_KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final byte[] PLACE = "customer 1".getBytes(UTF_8);

  @Test
  void theMasterKeyIsRotatedByWrappingAllKeysAnew() {
    // a database of its own: afterwards the other tests' master key opens nothing in it
    try (World world = World.open(MariaDb.start())) {
      String first = MasterKeyset.make();
      WorkspaceKeys keys = WorkspaceKeysTest.node(world, first);
      byte[] wrapped = keys.newestWrapping(world.a().id()).wrap(DATA_KEY, PLACE);
      byte[] mark = keys.index(world.b().id(), 1, () -> true).mark(DATA_KEY);
      String both = MasterKeyset.withNewKey(first);
      String second = MasterKeyset.withNewestAlone(both);

      assertThatThrownBy(() -> WorkspaceKeysTest.node(world, second).newestWrapping(world.a().id()))
          .as("nothing is wrapped by the new key yet")
          .isInstanceOf(NoKey.class);
      assertThat(WorkspaceKeysTest.node(world, both).rewrapAll()).isEqualTo(2);

      WorkspaceKeys after = WorkspaceKeysTest.node(world, second);
      assertThat(after.newestWrapping(world.a().id()).unwrap(wrapped, PLACE)).isEqualTo(DATA_KEY);
      assertThat(after.index(world.b().id(), 1, () -> true).mark(DATA_KEY)).isEqualTo(mark);
      assertThatThrownBy(() -> WorkspaceKeysTest.node(world, first).newestWrapping(world.a().id()))
          .as("the old key opens nothing any more")
          .isInstanceOf(NoKey.class);
    }
  }
}
