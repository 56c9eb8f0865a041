package app.quen.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.control.ControlSchema;
import app.quen.database.Work;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A release brings new migrations: here the folder db/probe2, which has one more. */
@ExtendWith(EmbeddedDatabase.class)
class MigrationsTest {

  static final String FOLDER = "quen.migrations.tenant";
  String before = System.getProperty(FOLDER);
  World world;

  @BeforeEach
  void open() {
    world = World.open();
  }

  @AfterEach
  void close() {
    world.close();
    System.setProperty(FOLDER, before);
  }

  List<String> columns(Tenant tenant) {
    return world.in(
        tenant,
        () ->
            world
                .bean(Work.class)
                .transact(
                    () ->
                        world
                            .bean(Work.class)
                            .sql()
                            .createQuery("SHOW COLUMNS FROM probe")
                            .map((row, context) -> row.getString(1))
                            .list()));
  }

  String version(Tenant tenant) {
    return world
        .bean(ControlSchema.class)
        .call(
            sql ->
                sql.createQuery("SELECT schema_version FROM tenant WHERE id = :id")
                    .bind("id", tenant.id().value())
                    .mapTo(String.class)
                    .one());
  }

  @Test
  void theNextStartMigratesEveryTenantAndOneThatFailsStopsNoOther() throws Exception {
    var good = world.a();
    var broken = world.b();
    var other = world.another("third");
    try (var root = EmbeddedDatabase.database().root()) {
      root.createStatement()
          .execute("ALTER TABLE " + broken.id().schema() + ".probe ADD COLUMN added INT");
    }
    assertThat(version(good)).isEqualTo("1");
    world.close();

    System.setProperty(FOLDER, "db/probe2");
    world = World.open();

    assertThat(columns(good)).contains("added");
    assertThat(columns(other)).contains("added");
    assertThat(version(good)).isEqualTo("2");
    assertThat(version(other)).isEqualTo("2");
    assertThat(version(broken)).isEqualTo("1");
    assertThat(version(world.a())).as("a new one").isEqualTo("2");
  }
}
