package app.quen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.account.Member;
import app.quen.account.Rejected;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.ExportView;
import app.quen.exporting.NoSuchExport;
import app.quen.exporting.OpenExport;
import app.quen.exporting.ShowExport;
import app.quen.exporting.StartExport;
import app.quen.idempotency.Answer;
import app.quen.idempotency.Idempotency;
import app.quen.team.ReviseRole;
import app.quen.team.RoleDraft;
import app.quen.team.ShowRole;
import app.quen.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made for somebody is theirs as long as they see what is in it. */
class SidewaysTest {

  @TempDir static Path files;
  private static AccessWorld world;

  private final String role = "side" + System.nanoTime();
  private final Member reader =
      world.with(role, AccessWorld.reach("all"), Map.of("customer", Map.of("taxCode", "hidden")));

  @BeforeAll
  static void open() {
    System.setProperty("quen.files.dir", files.toString());
    world = new AccessWorld();
  }

  @AfterAll
  static void close() {
    world.close();
    System.clearProperty("quen.files.dir");
  }

  private void narrow() {
    world.owned(
        () ->
            world
                .bean(ReviseRole.class)
                .revise(
                    role,
                    new RoleDraft(
                        role,
                        new Text(role, role),
                        AccessWorld.ALL_OF_RECORDS,
                        AccessWorld.reach("own"),
                        Map.of("customer", Map.of("taxCode", "hidden"))),
                    world.owned(() -> world.bean(ShowRole.class).show(role)).version()));
  }

  @Test
  void aFinishedFileIsForWhoMadeItAndStillSeesWhatIsInIt() {
    world.customer("{'name': 'Trong tệp'}");
    ExportView asked =
        world.as(
            reader,
            () ->
                world
                    .bean(StartExport.class)
                    .start(
                        new StartExport.Plan(
                            "customer",
                            AccessWorld.json("{}"),
                            List.of("name"),
                            Format.CSV,
                            "vi")));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                world
                    .as(reader, () -> world.bean(ShowExport.class).show(asked.id()))
                    .state()
                    .equals("completed"));
    assertThat(world.<Object>as(reader, () -> world.bean(OpenExport.class).open(asked.id())))
        .isNotNull();
    Member other = world.member(world.a(), "owner");
    assertThatThrownBy(() -> world.as(other, () -> world.bean(OpenExport.class).open(asked.id())))
        .isInstanceOf(NoSuchExport.class);
    Member foreign = world.member(world.world.b(), "owner");
    assertThatThrownBy(
            () ->
                world.as(
                    world.world.b(), foreign, () -> world.bean(OpenExport.class).open(asked.id())))
        .isInstanceOf(NoSuchExport.class);

    narrow();

    assertThatThrownBy(() -> world.as(reader, () -> world.bean(OpenExport.class).open(asked.id())))
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("no-longer-visible"));
  }

  @Test
  void aKeptAnswerSaysNoMoreThanItsReaderSeesNow() {
    String key = UUID.randomUUID().toString();
    assertThat(once(key).body()).isEqualTo("{\"name\": \"Kín\"}");
    assertThat(once(key).body()).isEqualTo("{\"name\": \"Kín\"}");

    narrow();

    Answer repeated = once(key);
    assertThat(repeated.repeated()).isTrue();
    assertThat(repeated.status()).isEqualTo(201);
    assertThat(repeated.location()).isEqualTo("/customers/1");
    assertThat(repeated.body()).isNull();
  }

  private Answer once(String key) {
    return world.as(
        reader,
        () ->
            world
                .bean(Idempotency.class)
                .once(
                    key,
                    "POST".getBytes(StandardCharsets.UTF_8),
                    () -> new Answer(201, "/customers/1", null, "{\"name\": \"Kín\"}")));
  }
}
