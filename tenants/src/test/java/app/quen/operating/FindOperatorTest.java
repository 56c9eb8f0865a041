package app.quen.operating;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class FindOperatorTest {

  static final String SETTING = "quen.operator.token.sha256";
  static World world;

  @BeforeAll
  static void open() {
    System.setProperty(SETTING, HexFormat.of().formatHex(Secrets.hash("qop_first")));
    world = World.open();
  }

  @AfterAll
  static void close() {
    world.close();
    System.clearProperty(SETTING);
  }

  @Test
  void theFirstOperatorComesFromTheSettings() {
    assertThat(world.bean(FindOperator.class).find("qop_first"))
        .map(Operator::name)
        .contains("bootstrap");
    assertThat(world.bean(FindOperator.class).find("qop_other")).isEmpty();
    assertThat(world.bean(FindOperator.class).find("quen_first")).isEmpty();
    assertThat(world.bean(FindOperator.class).find("")).isEmpty();
  }

  @Test
  void theOthersAreInTheControlSchemaByTheHashOfTheirToken() {
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.execute(
                    "INSERT INTO operator (id, name, token_hash, created_at) VALUES (?, 'Hà', ?,"
                        + " ?)",
                    UUID.randomUUID(),
                    Secrets.hash("qop_second"),
                    Instant.now()));
    assertThat(world.bean(FindOperator.class).find("qop_second"))
        .map(Operator::name)
        .contains("Hà");
  }
}
