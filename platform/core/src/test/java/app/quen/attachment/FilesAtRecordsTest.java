package app.quen.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.attachment.internal.ContentSweep;
import app.quen.control.ControlSchema;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.customer.TrashCustomer;
import app.quen.database.Work;
import app.quen.field.AddField;
import app.quen.field.Invalid;
import app.quen.importing.ImportWorld;
import app.quen.order.OrderTestWorld;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class FilesAtRecordsTest {

  private static final byte[] PDF = "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path files;
  private ImportWorld imports;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    imports = ImportWorld.open(files);
    a = imports.world.a();
    b = imports.world.b();
  }

  @AfterEach
  void close() {
    imports.close();
  }

  @Test
  void aFileIsKeptOnceForAllThatHaveItAndGivenBackAsItCame() throws IOException {
    UUID hoa = customer(a, "Hoa");
    UUID tam = customer(a, "Tám");

    AttachmentView first = add(a, hoa, "hợp đồng.pdf", PDF);
    AttachmentView again = add(a, hoa, "hợp đồng.pdf", PDF);
    add(a, tam, "bản sao.pdf", PDF);

    assertThat(again).isEqualTo(first);
    assertThat(first.mediaType()).isEqualTo("application/pdf");
    assertThat(first.size()).isEqualTo(PDF.length);
    assertThat(content(a, first.id())).isEqualTo(PDF);
    assertThat(stored(a)).isEqualTo(1);
    assertThat(list(a, hoa)).containsExactly(first);
    assertThatThrownBy(() -> list(b, hoa)).isInstanceOf(NoSuchAttachment.class);
    assertThatThrownBy(() -> content(b, first.id())).isInstanceOf(NoSuchAttachment.class);
  }

  @Test
  void whatAFileIsIsToldByItsContentAndMustFitItsName() {
    UUID hoa = customer(a, "Hoa");

    for (String[] wrong :
        List.of(
            new String[] {"anh.png", "%PDF-1.7"},
            new String[] {"trang.html", "xin chào"},
            new String[] {"trang.txt", "  <html><script>alert(1)</script>"},
            new String[] {"hinh.svg", "<svg onload='alert(1)'/>"},
            new String[] {"chay.txt", "#!/bin/sh\nrm -rf /"},
            new String[] {"chay.pdf", "MZ\u0090\u0000"},
            new String[] {"rong.txt", ""},
            new String[] {"khong-duoi", "xin chào"})) {
      assertThatThrownBy(
              () -> add(a, hoa, wrong[0], wrong[1].getBytes(StandardCharsets.ISO_8859_1)))
          .as(wrong[0])
          .isInstanceOf(Invalid.class);
    }
    assertThat(list(a, hoa)).isEmpty();
    assertThat(
            add(a, hoa, "..\\..\\ghi chú.txt", "Gọi lại".getBytes(StandardCharsets.UTF_8))
                .fileName())
        .isEqualTo("ghi chú.txt");
  }

  @Test
  void tooLargeAFileIsRefusedAndLeavesNothing() throws IOException {
    UUID hoa = customer(a, "Hoa");
    InputStream endless =
        new InputStream() {
          private long left = (25L << 20) + 1;

          @Override
          public int read() {
            return left-- > 0 ? 'a' : -1;
          }

          @Override
          public int read(byte[] to, int from, int length) {
            if (left <= 0) {
              return -1;
            }
            int n = (int) Math.min(left, length);
            left -= n;
            return n;
          }
        };

    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    () ->
                        imports
                            .world
                            .bean(AddAttachment.class)
                            .add("customer", hoa, "lon.txt", endless, (sha256, add) -> add.get())))
        .isInstanceOf(AttachmentTooLarge.class);
    assertThat(stored(a)).isZero();
  }

  @Test
  void theContentGoesWhenNobodyHasItAnyMore() throws IOException {
    UUID hoa = customer(a, "Hoa");
    UUID tam = customer(a, "Tám");
    AttachmentView first = add(a, hoa, "a.pdf", PDF);
    AttachmentView second = add(a, tam, "b.pdf", PDF);

    delete(first.id());
    sweep();
    assertThat(content(a, second.id())).isEqualTo(PDF);
    Work work = imports.world.bean(Work.class);
    imports.world.run(
        a,
        () ->
            work.transact(
                () -> imports.world.bean(ContentSweep.class).purge("customer", List.of(tam))));
    sweep();

    assertThat(stored(a)).isZero();
    assertThat(list(a, tam)).isEmpty();
  }

  @Test
  void itNeedsThePermissionsOfItsRecordWhichMustBeThere() {
    UUID hoa = customer(a, "Hoa");
    assertThatThrownBy(
            () ->
                imports.as(
                    a, Actor.SYSTEM, Set.of("customer:read"), () -> attach(hoa, "a.pdf", PDF)))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("customer:update"));
    assertThatThrownBy(() -> add(a, UUID.randomUUID(), "a.pdf", PDF))
        .isInstanceOf(NoSuchAttachment.class);
    imports.as(
        a, () -> imports.world.bean(TrashCustomer.class).trash(new CustomerId(hoa), Source.API));
    assertThatThrownBy(() -> add(a, hoa, "a.pdf", PDF)).isInstanceOf(NoSuchAttachment.class);
  }

  @Test
  void aFieldHoldsOneOfTheFilesAtItsOwnRecord() {
    UUID hoa = customer(a, "Hoa");
    UUID tam = customer(a, "Tám");
    AttachmentView own = add(a, hoa, "a.pdf", PDF);
    AttachmentView others = add(a, tam, "b.pdf", PDF);
    for (Tenant tenant : List.of(a, b)) {
      field(tenant, "'type': 'file'");
    }
    assertThatThrownBy(() -> field(a, "'type': 'file', 'required': true"))
        .isInstanceOf(Invalid.class);

    assertThat(hold(a, hoa, own.id()).getString("workspace.contract"))
        .isEqualTo(own.id().toString());
    for (UUID wrong : List.of(others.id(), UUID.randomUUID())) {
      assertThatThrownBy(() -> hold(a, hoa, wrong))
          .isInstanceOfSatisfying(
              Invalid.class,
              e -> assertThat(e.problems().getFirst().code()).isEqualTo("not-there"));
    }
    UUID theirs = customer(b, "Hoa");
    assertThatThrownBy(() -> hold(b, theirs, own.id())).isInstanceOf(Invalid.class);
  }

  @Test
  void aFileThatAFieldHoldsIsDeletedOnceTheFieldIsEmptied() {
    UUID hoa = customer(a, "Hoa");
    AttachmentView file = add(a, hoa, "a.pdf", PDF);
    field(a, "'type': 'file'");
    hold(a, hoa, file.id());

    assertThatThrownBy(() -> delete(file.id()))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("in-use");
              assertThat(e.problems().getFirst().message().vi()).contains("“Hợp đồng”");
            });
    assertThat(list(a, hoa)).containsExactly(file);
    hold(a, hoa, null);
    delete(file.id());
    assertThat(list(a, hoa)).isEmpty();
  }

  @Test
  void theFilesOfAWorkspaceTakeNoMoreThanTheOperatorHasSet() {
    UUID hoa = customer(a, "Hoa");
    UUID theirs = customer(b, "Hoa");
    byte[] other = "%PDF-1.7\n another".getBytes(StandardCharsets.UTF_8);
    System.setProperty(
        "quen.attachments.workspace-bytes", String.valueOf(PDF.length + other.length - 1));
    try {
      add(a, hoa, "a.pdf", PDF);
      // the same content takes no more room
      add(a, hoa, "b.pdf", PDF);
      assertThatThrownBy(() -> add(a, hoa, "c.pdf", other))
          .isInstanceOfSatisfying(
              Invalid.class, e -> assertThat(e.problems().getFirst().code()).isEqualTo("no-room"));
      add(b, theirs, "c.pdf", other);
      assertThat(room(a)).isEqualTo(new AttachmentRoom(PDF.length, PDF.length + other.length - 1));
      assertThat(room(b).used()).isEqualTo(other.length);
    } finally {
      System.clearProperty("quen.attachments.workspace-bytes");
    }
  }

  private AttachmentRoom room(Tenant tenant) {
    return imports.as(tenant, () -> imports.world.bean(ShowAttachmentRoom.class).show());
  }

  @Test
  void whatANodeLeftThatDiedWhileAFileCameIsDeleted() throws IOException {
    UUID hoa = customer(a, "Hoa");
    add(a, hoa, "a.pdf", PDF);
    Path part = files.resolve(a.id().toString()).resolve("attachments").resolve("x.part");
    Files.write(part, PDF);

    imports.world.run(a, () -> imports.world.bean(ContentSweep.class).sweep("x.part"));

    assertThat(part).doesNotExist();
    assertThat(stored(a)).isEqualTo(1);
    assertThat(watchedParts()).isPositive();
  }

  /** The jobs that look after files that are on their way. */
  private long watchedParts() {
    return imports
        .world
        .bean(ControlSchema.class)
        .call(
            sql ->
                sql.createQuery(
                        "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name ="
                            + " 'attachment-sweep' AND task_instance LIKE '%.part%'")
                    .mapTo(Long.class)
                    .one());
  }

  private void field(Tenant tenant, String properties) {
    String field = "{'key': 'contract', 'label': {'vi': 'Hợp đồng', 'en': 'Contract'}, %s}";
    imports.as(
        tenant,
        () ->
            imports
                .world
                .bean(AddField.class)
                .add("customer", OrderTestWorld.json(field.formatted(properties))));
  }

  /** The values of the customer's fields with this file as the contract. */
  private JsonObject hold(Tenant tenant, UUID customer, @Nullable UUID file) {
    String held = file == null ? "null" : "'" + file + "'";
    var patch = OrderTestWorld.json("{'fields': {'workspace.contract': " + held + "}}");
    return imports.as(
        tenant,
        () -> {
          var id = new CustomerId(customer);
          int version = imports.world.bean(ShowCustomer.class).show(id).version();
          return imports
              .world
              .bean(ReviseCustomer.class)
              .revise(id, patch, version, Source.API)
              .fields();
        });
  }

  private UUID customer(Tenant tenant, String name) {
    var json = Json.createObjectBuilder().add("name", name).build();
    return imports.as(
        tenant,
        () ->
            imports
                .world
                .bean(RegisterCustomer.class)
                .register(CustomerDraft.read(json), Source.API)
                .id()
                .value());
  }

  private AttachmentView add(Tenant tenant, UUID record, String name, byte[] content) {
    return imports.as(tenant, () -> attach(record, name, content));
  }

  private AttachmentView attach(UUID record, String name, byte[] content) {
    return imports
        .world
        .bean(AddAttachment.class)
        .add(
            "customer",
            record,
            name,
            new ByteArrayInputStream(content),
            (sha256, add) -> add.get());
  }

  private List<AttachmentView> list(Tenant tenant, UUID record) {
    return imports.as(
        tenant, () -> imports.world.bean(ListAttachments.class).list("customer", record));
  }

  private byte[] content(Tenant tenant, UUID id) {
    return imports.as(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          imports.world.bean(OpenAttachment.class).open(id).content().writeTo(out);
          return out.toByteArray();
        });
  }

  private void delete(UUID id) {
    imports.as(
        a,
        () -> {
          imports.world.bean(DeleteAttachment.class).delete(id);
          return null;
        });
  }

  private void sweep() throws IOException {
    for (Path file : contents(a)) {
      imports.world.run(
          a, () -> imports.world.bean(ContentSweep.class).sweep(file.getFileName().toString()));
    }
  }

  private static long stored(Tenant tenant) throws IOException {
    return contents(tenant).size();
  }

  private static List<Path> contents(Tenant tenant) throws IOException {
    Path folder = files.resolve(tenant.id().toString()).resolve("attachments");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
