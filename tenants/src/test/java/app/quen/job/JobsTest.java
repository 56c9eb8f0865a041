package app.quen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.control.ControlSchema;
import app.quen.operating.Operator;
import app.quen.operating.ResumeTenant;
import app.quen.operating.SuspendTenant;
import app.quen.tenant.Tenants;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class JobsTest {

  static final Operator OPERATOR = new Operator(new UUID(0, 1), "Test");
  static World world;
  static Jobs jobs;

  @BeforeAll
  static void open() {
    world = World.with(Noting.class);
    jobs = world.bean(Jobs.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void forget() {
    Noting.SEEN.clear();
  }

  /** Writes down in which tenant it ran. */
  @ApplicationScoped
  public static class Noting implements JobHandler {

    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @Inject Tenants tenants;

    @Override
    public String name() {
      return "noting";
    }

    @Override
    public void run(JobContext job) {
      SEEN.add(tenants.current().slug() + " " + job.id() + " " + job.data());
      if (job.data().startsWith("fail") && SEEN.size() == 1) {
        throw new IllegalStateException("the first time always fails");
      }
      if (job.data().equals("twice") && SEEN.size() == 1) {
        job.again();
      }
    }
  }

  @Test
  void aJobRunsInsideItsTenant() {
    jobs.enqueue(world.a().id(), "noting", "1", "x\ny");
    jobs.enqueue(world.b().id(), "noting", "1", "z");

    await()
        .untilAsserted(
            () ->
                assertThat(Noting.SEEN)
                    .containsExactlyInAnyOrder(
                        world.a().slug() + " 1 x\ny", world.b().slug() + " 1 z"));
    await().untilAsserted(() -> assertThat(left()).isZero());
  }

  @Test
  void aJobThatFailsIsRunAgain() {
    jobs.enqueue(world.a().id(), "noting", "2", "fail");

    await().untilAsserted(() -> assertThat(Noting.SEEN).hasSize(2));
    await().untilAsserted(() -> assertThat(left()).isZero());
  }

  @Test
  void aJobMayAskToBeRunAgain() {
    jobs.enqueue(world.a().id(), "noting", "3", "twice");

    await().untilAsserted(() -> assertThat(Noting.SEEN).hasSize(2));
    await().untilAsserted(() -> assertThat(left()).isZero());
  }

  @Test
  void aJobThatWaitsIsNotTakenTwice() {
    var later = Instant.now().plusSeconds(600);
    assertThat(jobs.enqueue(world.a().id(), "noting", "4", "x", later)).isTrue();
    assertThat(jobs.enqueue(world.a().id(), "noting", "4", "x", later)).isFalse();
    assertThat(jobs.enqueue(world.b().id(), "noting", "4", "x", later)).isTrue();
    clear();
  }

  @Test
  void aJobOfASuspendedTenantIsPostponedAndRunsAfterItIsResumed() {
    world.bean(SuspendTenant.class).suspend(OPERATOR, world.b().slug(), "unpaid");
    jobs.enqueue(world.b().id(), "noting", "5", "x");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        count(
                            "SELECT COUNT(*) FROM scheduled_tasks WHERE NOT picked AND"
                                + " execution_time > UTC_TIMESTAMP() + INTERVAL 30 SECOND"))
                    .isOne());
    assertThat(Noting.SEEN).isEmpty();

    world.bean(ResumeTenant.class).resume(OPERATOR, world.b().slug());
    execute("UPDATE scheduled_tasks SET execution_time = UTC_TIMESTAMP()");
    await().untilAsserted(() -> assertThat(Noting.SEEN).hasSize(1));
    await().untilAsserted(() -> assertThat(left()).isZero());
  }

  @Test
  void aJobWithoutATenantOrOfAnUnknownOneIsNeverRun() {
    insert("none", "no tenant");
    insert("unknown", UUID.randomUUID() + "\n6\nx");
    insert("empty", null);

    await().untilAsserted(() -> assertThat(left()).isZero());
    assertThat(Noting.SEEN).isEmpty();
  }

  @Test
  void aJobWhoseServerDiedIsRevivedWithinSeconds() {
    insert("dead", world.a().id() + "\n7\nx");
    execute(
        "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'a server that is gone',"
            + " last_heartbeat = UTC_TIMESTAMP() - INTERVAL 9 SECOND");

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(Noting.SEEN).containsExactly(world.a().slug() + " 7 x"));
    await().untilAsserted(() -> assertThat(left()).isZero());
  }

  @Test
  void aJobWaitsForTheNextStart() {
    var later = Instant.now().plusMillis(1500);
    jobs.enqueue(world.a().id(), "noting", "8", "x", later);
    var slug = world.a().slug();
    world.close();
    open();

    await().untilAsserted(() -> assertThat(Noting.SEEN).containsExactly(slug + " 8 x"));
  }

  private static void insert(String instance, String data) {
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.createUpdate(
                        "INSERT INTO scheduled_tasks (task_name, task_instance, task_data,"
                            + " execution_time, picked, version) VALUES ('noting', :instance,"
                            + " :data, UTC_TIMESTAMP(), FALSE, 1)")
                    .bind("instance", instance)
                    .bind("data", data == null ? null : data.getBytes(StandardCharsets.UTF_8))
                    .execute());
  }

  private static int left() {
    return count("SELECT COUNT(*) FROM scheduled_tasks");
  }

  private static void clear() {
    execute("DELETE FROM scheduled_tasks");
  }

  private static void execute(String statement) {
    world.bean(ControlSchema.class).run(sql -> sql.execute(statement));
  }

  private static int count(String query) {
    return world
        .bean(ControlSchema.class)
        .call(sql -> sql.createQuery(query).mapTo(Integer.class).one());
  }
}
