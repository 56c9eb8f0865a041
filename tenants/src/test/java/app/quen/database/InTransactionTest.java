package app.quen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class InTransactionTest {

  static World world;

  @BeforeAll
  static void open() {
    world = World.with(Keep.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  /** A use case. */
  @ApplicationScoped
  public static class Keep {

    @Inject Work work;

    @InTransaction
    public UUID keep(boolean fails) throws IOException {
      var id = UUID.randomUUID();
      work.entities().persist(new Probe(id, "kept " + fails, Instant.now()));
      if (fails) {
        throw new IOException("a checked one");
      }
      return id;
    }

    @InTransaction
    public long count(String name) {
      return work.sql()
          .createQuery("SELECT COUNT(*) FROM probe WHERE name = :name")
          .bind("name", name)
          .mapTo(Long.class)
          .one();
    }
  }

  @Test
  void anAnnotatedMethodIsAUnitOfWork() {
    var keep = world.bean(Keep.class);
    world.in(world.a(), () -> keep.keep(false));

    assertThat(world.<Long>in(world.a(), () -> keep.count("kept false"))).isOne();
    assertThat(world.<Long>in(world.b(), () -> keep.count("kept false"))).isZero();
  }

  @Test
  void aCheckedExceptionRollsBackAndArrivesAsItIs() {
    var keep = world.bean(Keep.class);
    world.run(
        world.a(),
        () ->
            assertThatThrownBy(() -> keep.keep(true))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("a checked one"));

    assertThat(world.<Long>in(world.a(), () -> keep.count("kept true"))).isZero();
  }
}
