package app.quen.importing;

import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.ShowCustomer;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.operating.Operator;
import app.quen.operating.ResumeTenant;
import app.quen.operating.SuspendTenant;
import app.quen.tenant.Tenant;
import app.quen.testing.MariaDb;
import app.quen.testing.World;
import app.quen.text.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Imports as a member of a workspace does them, on the whole application without a server. */
public final class ImportWorld implements AutoCloseable {

  private static final Operator SUPPORT = new Operator(new UUID(0, 1), "Support");

  public final World world;

  private ImportWorld(World world) {
    this.world = world;
  }

  public static ImportWorld open(Path files, Class<?>... beans) {
    System.setProperty("quen.files.dir", files.toString());
    return new ImportWorld(World.with(beans));
  }

  /** On a database of its own. */
  public static ImportWorld open(Path files, MariaDb database) {
    System.setProperty("quen.files.dir", files.toString());
    return new ImportWorld(World.open(database));
  }

  public <T> T as(Tenant tenant, Callable<T> work) {
    return as(tenant, Actor.SYSTEM, Set.of("*"), work);
  }

  public <T> T as(Tenant tenant, Actor actor, Set<String> permissions, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(actor, permissions, work));
  }

  public ImportView upload(Tenant tenant, String name, byte[] content) {
    return upload(tenant, "customer", name, content);
  }

  public ImportView upload(Tenant tenant, String record, String name, byte[] content) {
    return as(
        tenant,
        () ->
            world
                .bean(UploadImport.class)
                .upload(
                    record, name, new ByteArrayInputStream(content), (sha256, add) -> add.get()));
  }

  /** As somebody who may import and see customers, and no more. */
  public ImportView upload(Tenant tenant, Actor actor, String csv) {
    return as(
        tenant,
        actor,
        Set.of("import:run", "customer:*"),
        () ->
            world
                .bean(UploadImport.class)
                .upload(
                    "customer",
                    "khach-hang.csv",
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                    (sha256, add) -> add.get()));
  }

  public ImportView upload(Tenant tenant, String csv) {
    return upload(tenant, "khach-hang.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  public ImportView map(Tenant tenant, UUID id, Mapping mapping) {
    return as(tenant, () -> world.bean(MapImport.class).map(id, mapping));
  }

  public ImportView matching(Tenant tenant, UUID id, List<String> match, String onMatch) {
    return map(tenant, id, new Mapping(null, null, null, List.of(), match, onMatch, null));
  }

  public ImportView start(Tenant tenant, UUID id) {
    return as(tenant, () -> world.bean(StartImport.class).start(id));
  }

  public ImportView show(Tenant tenant, UUID id) {
    return as(tenant, () -> world.bean(ShowImport.class).show(id));
  }

  /** Starts it and waits for its end. */
  public ImportView finish(Tenant tenant, UUID id) {
    start(tenant, id);
    return ended(tenant, id);
  }

  public ImportView check(Tenant tenant, UUID id) {
    as(tenant, () -> world.bean(CheckImport.class).check(id));
    return ended(tenant, id);
  }

  public ImportView ended(Tenant tenant, UUID id) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> show(tenant, id), run -> !Set.of("running", "checking").contains(run.state()));
  }

  public List<RejectedRowPage.RejectedRow> rejected(Tenant tenant, UUID id) {
    return as(tenant, () -> world.bean(ListRejectedRows.class).list(id, 200, null).items());
  }

  public String rejectedFile(Tenant tenant, UUID id, String language) {
    return as(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          world.bean(ExportRejectedRows.class).export(id, language, out);
          return out.toString(StandardCharsets.UTF_8);
        });
  }

  /** All customers, in the order of their names. */
  public List<CustomerView> customers(Tenant tenant) {
    List<UUID> ids =
        as(
            tenant,
            () -> {
              Work work = world.bean(Work.class);
              return work.transact(
                  () ->
                      work.sql()
                          .createQuery("SELECT id FROM customer ORDER BY name, id")
                          .mapTo(UUID.class)
                          .list());
            });
    return as(
        tenant,
        () ->
            ids.stream()
                .map(id -> world.bean(ShowCustomer.class).show(new CustomerId(id)))
                .toList());
  }

  public long count(Tenant tenant, String table) {
    return as(
        tenant,
        () -> {
          Work work = world.bean(Work.class);
          return work.transact(
              () ->
                  work.sql().createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
        });
  }

  /** Fields as a plugin for phone companies brings them. */
  public void publishTelecom(Tenant tenant) {
    world.run(
        tenant,
        () ->
            world
                .bean(Fields.class)
                .publish(
                    "telecom",
                    "customer",
                    List.of(
                        telecom("tenure", FieldType.NUMBER, "Số tháng gắn bó", "Tenure"),
                        telecom("contract", FieldType.TEXT, "Hợp đồng", "Contract"),
                        telecom("senior_citizen", FieldType.BOOLEAN, "Cao tuổi", "Senior citizen"),
                        telecom(
                            "monthly_charges", FieldType.MONEY, "Cước tháng", "Monthly charges"),
                        telecom("total_charges", FieldType.MONEY, "Tổng cước", "Total charges"),
                        telecom("churn", FieldType.BOOLEAN, "Đã rời mạng", "Churn"))));
  }

  private static Field telecom(String key, FieldType type, String vi, String en) {
    return new Field(
        "telecom." + key,
        "telecom",
        type,
        new Text(vi, en),
        null,
        "telecom",
        false,
        type == FieldType.MONEY,
        true,
        List.of(),
        null,
        null,
        null,
        null,
        type == FieldType.MONEY ? "USD" : null,
        List.of("person", "organisation"),
        null,
        new Text("Viễn thông", "Telecom"));
  }

  public void suspend(Tenant tenant) {
    world.bean(SuspendTenant.class).suspend(SUPPORT, tenant.slug(), "chưa thanh toán");
  }

  public void resume(Tenant tenant) {
    world.bean(ResumeTenant.class).resume(SUPPORT, tenant.slug());
  }

  @Override
  public void close() {
    world.close();
  }
}
