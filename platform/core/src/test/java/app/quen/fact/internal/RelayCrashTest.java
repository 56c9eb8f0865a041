package app.quen.fact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class RelayCrashTest {

  private static final int FACTS = 1_000;

  @TempDir Path folder;
  private World world;
  private Work work;

  @BeforeEach
  void open() {
    System.setProperty("quen.relay.takeover", "PT2S");
    System.setProperty("quen.relay.sweep", "PT0.3S");
    world = World.open();
    work = world.bean(Work.class);
    world.bean(Relay.class).stop();
  }

  @AfterEach
  void close() {
    TestListeners.forget();
    world.close();
    System.clearProperty("quen.relay.takeover");
    System.clearProperty("quen.relay.sweep");
  }

  @Test
  void aNodeThatIsKilledWhileTellingLosesNothingAndKeepsTheOrderOfEachRecord()
      throws IOException, InterruptedException {
    List<UUID> records = IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
    world.in(
        world.a(),
        () -> world.bean(Access.class).callAs(Actor.SYSTEM, Set.of("*"), () -> tell(records)));
    Map<Long, UUID> recordOf = recordOfEachFact();
    Path told = folder.resolve("told");
    int never = Integer.MAX_VALUE;
    runNodeThatDies(told, 350, never);
    runNodeThatDies(told, never, 470);
    assertThat(Files.readAllLines(told)).hasSize(470);

    CrashingNode.know(told, never, never);
    world.bean(Relay.class).start();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(recordOfEachFact()).isEmpty());
    for (Path file : List.of(told, CrashingNode.prompt(told))) {
      List<Long> first = Files.readAllLines(file).stream().map(Long::valueOf).distinct().toList();
      assertThat(first).containsExactlyInAnyOrderElementsOf(recordOf.keySet());
      for (UUID record : records) {
        assertThat(first.stream().filter(sequence -> record.equals(recordOf.get(sequence))))
            .isSorted();
      }
    }
  }

  private boolean tell(List<UUID> records) {
    var entries = new ArrayList<Outbox.Entry>();
    for (int i = 0; i < FACTS; i++) {
      entries.add(new Outbox.Entry(records.get(i % records.size()), "{}"));
    }
    work.transact(() -> world.bean(Outbox.class).recordAll("TestHappened", "test", entries));
    return true;
  }

  private Map<Long, UUID> recordOfEachFact() {
    return world.in(
        world.a(),
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT seq, record_id FROM fact")
                        .map((row, context) -> Map.entry(row.getLong(1), (UUID) row.getObject(2)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private void runNodeThatDies(Path told, int promptAfter, int inLineAfter)
      throws IOException, InterruptedException {
    DyingNode.run(
        folder,
        CrashingNode.class,
        world.a().id().toString(),
        told.toString(),
        "" + promptAfter,
        "" + inLineAfter);
  }
}
