package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerView;
import app.quen.field.Invalid;
import app.quen.source.DeclareSource;
import app.quen.source.SourceDraft;
import app.quen.source.SourceKind;
import app.quen.testing.EmbeddedDatabase;
import app.quen.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class ImportingTest {

  private static final String THREE =
      """
      Mã KH,Họ và tên,SĐT,Email,Ngày sinh,Giới tính,Nhãn
      K1,Nguyễn Thị Hường,0912 345 678,huong@quen.app,05/03/1990,Nữ,vip; thân thiết
      K2,Trần Văn Đức,0987654321/0356789012,,1985-12-31,nam,
      K3,Lê B,,b@quen.app,,,vip
      """;

  @TempDir static Path files;
  private ImportWorld imports;
  private app.quen.tenant.Tenant a;
  private app.quen.tenant.Tenant b;

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
  void aFileBecomesCustomersOfThisWorkspaceOnly() {
    ImportView uploaded = imports.upload(a, THREE);
    assertThat(uploaded.state()).isEqualTo("uploaded");
    assertThat(uploaded.encoding()).isEqualTo("UTF-8");
    assertThat(uploaded.delimiter()).isEqualTo(",");
    assertThat(uploaded.header()).isTrue();
    assertThat(uploaded.progress().rowsTotal()).isEqualTo(3);
    assertThat(uploaded.match()).containsExactly("externalId");
    assertThat(uploaded.columns())
        .extracting(column -> column.field())
        .containsExactly("externalId", "name", "phones", "emails", "birthDate", "gender", "tags");

    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.failure()).isNull();
    assertThat(done.state()).isEqualTo("completed");
    assertThat(done.result()).isEqualTo(new ImportView.Result(3, 0, 0, 0));
    assertThat(done.progress().rowsDone()).isEqualTo(3);

    List<CustomerView> customers = imports.customers(a);
    assertThat(customers)
        .extracting(CustomerView::name)
        .containsExactlyInAnyOrder("Nguyễn Thị Hường", "Trần Văn Đức", "Lê B");
    CustomerView huong = named(customers, "Nguyễn Thị Hường");
    assertThat(huong.gender()).isEqualTo("female");
    assertThat(huong.birthDate()).hasToString("1990-03-05");
    assertThat(huong.phones().getFirst().normal()).isEqualTo("+84912345678");
    assertThat(huong.tags()).containsExactlyInAnyOrder("vip", "thân thiết");
    assertThat(named(customers, "Trần Văn Đức").phones()).hasSize(2);

    assertThat(imports.customers(b)).isEmpty();
    assertThatThrownBy(() -> imports.show(b, uploaded.id())).isInstanceOf(NoSuchImport.class);
    assertThatThrownBy(() -> imports.start(b, uploaded.id())).isInstanceOf(NoSuchImport.class);
    assertThatThrownBy(() -> imports.rejected(b, uploaded.id())).isInstanceOf(NoSuchImport.class);
    assertThat(imports.as(b, () -> imports.world.bean(ListImports.class).list(50, null).items()))
        .isEmpty();
  }

  @Test
  void aFileGoesThroughTheSameNormalFormsAsAForm() {
    UUID first =
        imports
            .upload(
                a,
                """
                Họ và tên;SĐT;Email;Địa chỉ;Quận/Huyện;Tỉnh/Thành phố
                CHỊ NGUYỄN THỊ HOA;84/(0)164 123 4567;HOA@Mail.example;12 Nguyễn Huệ;Q.1;TP.HCM
                Trần Bình;024 3825 1234, máy lẻ 7;;5 Hàng Bạc, P. Hàng Bạc, Hoàn Kiếm, Hà Nội;;
                """)
            .id();
    assertThat(imports.finish(a, first).result()).isEqualTo(new ImportView.Result(2, 0, 0, 0));
    CustomerView hoa = named(imports.customers(a), "CHỊ NGUYỄN THỊ HOA");
    assertThat(hoa.familyName()).isEqualTo("Nguyễn");
    assertThat(hoa.phones().getFirst().value()).isEqualTo("84/(0)164 123 4567");
    assertThat(hoa.phones().getFirst().normal()).isEqualTo("+84341234567");
    assertThat(hoa.emails().getFirst().normal()).isEqualTo("hoa@mail.example");
    assertThat(hoa.addresses().getFirst().units().formerDistrict()).isEqualTo("760");
    CustomerView binh = named(imports.customers(a), "Trần Bình");
    assertThat(binh.phones().getFirst().normal()).isEqualTo("+842438251234;ext=7");
    assertThat(binh.addresses().getFirst().units().formerWard()).isEqualTo("00061");

    UUID second = imports.upload(a, "Họ và tên,SĐT\nNguyễn Thị Hoa,0341234567\n").id();
    imports.matching(a, second, List.of("phone"), "update");
    assertThat(imports.finish(a, second).result()).isEqualTo(new ImportView.Result(0, 1, 0, 0));
    assertThat(named(imports.customers(a), "Nguyễn Thị Hoa").phones())
        .hasSize(1)
        .allMatch(phone -> phone.value().equals("84/(0)164 123 4567"));
    assertThat(imports.customers(b)).isEmpty();
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndWritesNothing() {
    imports.finish(a, imports.upload(a, "Mã KH,Họ và tên,SĐT\nK1,Cũ,0912345678\n").id());
    await().atMost(Duration.ofMinutes(1)).until(() -> imports.count(a, "fact") == 0);
    long told = imports.count(a, "customer_history");
    UUID id =
        imports
            .upload(
                a,
                """
                Mã KH,Họ và tên,SĐT
                K1,Mới,0912345678
                K2,Hai,0987654321
                K2,Hai lần nữa,0987654321
                K3,Ba,không có
                """)
            .id();
    ImportView checked = imports.check(a, id);
    assertThat(checked.failure()).isNull();
    assertThat(checked.state()).isEqualTo("checked");
    ImportView.Check check = checked.check();
    assertThat(check).isNotNull();
    assertThat(List.of(check.create(), check.update(), check.skip(), check.reject()))
        .containsExactly(1L, 2L, 0L, 1L);
    assertThat(check.examples())
        .filteredOn(example -> example.action().equals("reject"))
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.row()).isEqualTo(5);
              assertThat(example.reason().vi()).contains("không có");
            });
    assertThat(imports.customers(a)).extracting(CustomerView::name).containsExactly("Cũ");
    assertThat(imports.count(a, "fact")).isZero();
    assertThat(imports.count(a, "customer_history")).isEqualTo(told);
    assertThat(imports.count(a, "import_rejected_row")).isZero();

    ImportView done = imports.finish(a, id);
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 2, 0, 1));
    assertThat(imports.customers(a))
        .extracting(CustomerView::name)
        .containsExactlyInAnyOrder("Mới", "Hai lần nữa");
  }

  @Test
  void anUpdateTouchesOnlyWhatTheFileSays() {
    imports.finish(a, imports.upload(a, THREE).id());
    ImportView second =
        imports.upload(a, "Mã KH;Email;Giới tính\nK1;moi@quen.app;\nK9;x@quen.app;nam\n");
    assertThat(second.delimiter()).isEqualTo(";");
    ImportView done = imports.finish(a, second.id());
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 1, 0, 0));
    CustomerView huong = named(imports.customers(a), "Nguyễn Thị Hường");
    assertThat(huong.gender()).isEqualTo("female");
    assertThat(huong.emails())
        .extracting(CustomerView.Contact::normal)
        .containsExactly("huong@quen.app", "moi@quen.app");
    assertThat(named(imports.customers(a), "").gender()).isEqualTo("male");
  }

  @Test
  void whatIsKnownCanBeLeftAlone() {
    imports.finish(a, imports.upload(a, THREE).id());
    UUID id = imports.upload(a, THREE.replace("Nguyễn Thị Hường", "Ai đó")).id();
    imports.matching(a, id, List.of("externalId"), "skip");
    assertThat(imports.finish(a, id).result()).isEqualTo(new ImportView.Result(0, 0, 3, 0));
    assertThat(imports.customers(a)).extracting(CustomerView::name).contains("Nguyễn Thị Hường");

    UUID again = imports.upload(a, THREE).id();
    imports.matching(a, again, List.of("phone", "email"), "update");
    // nothing of it is new
    assertThat(imports.finish(a, again).result()).isEqualTo(new ImportView.Result(0, 0, 3, 0));
    assertThat(imports.customers(a)).hasSize(3);
  }

  @Test
  void aRowThatFitsTwoCustomersIsRejected() {
    imports.finish(a, imports.upload(a, THREE).id());
    UUID id =
        imports
            .upload(a, "Họ và tên,SĐT,Email\nAi,0987654321,huong@quen.app\nLê B,,B@quen.app\n")
            .id();
    imports.matching(a, id, List.of("phone", "email"), "update");
    assertThat(imports.finish(a, id).result()).isEqualTo(new ImportView.Result(0, 0, 1, 1));
    assertThat(imports.rejected(a, id))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).isEqualTo(2);
              assertThat(row.reasons().getFirst().code()).isEqualTo("ambiguous");
            });
  }

  @Test
  void brokenRowsAreKeptWithTheirReasonsAndComeBackCorrected() {
    ImportView uploaded =
        imports.upload(
            a,
            """
            Họ và tên,SĐT,Ngày sinh,Ghi chú
            Tốt,0912345678,1/2/1990,ok
            Hỏng,12,31/02/1990,"=CMD()"
            ,,1/1/1990,không biết là ai
            """);
    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 0, 0, 2));
    assertThat(imports.rejected(a, uploaded.id()))
        .extracting(RejectedRowPage.RejectedRow::row)
        .containsExactly(3L, 4L);

    String file = imports.rejectedFile(a, uploaded.id(), "vi");
    assertThat(file).startsWith("\uFEFFHọ và tên,SĐT,Ngày sinh,Ghi chú,Lý do bị từ chối (Quen)");
    assertThat(file).contains("Hỏng,12,31/02/1990,'=CMD(),");
    String corrected = file.replace("Hỏng,12,31/02/1990", "Hỏng,0356789012,28/02/1990");
    ImportView again = imports.upload(a, corrected);
    assertThat(again.columns().getLast().field()).isNull();
    assertThat(imports.finish(a, again.id()).result()).isEqualTo(new ImportView.Result(1, 0, 0, 1));
    assertThat(imports.customers(a))
        .extracting(CustomerView::name)
        .containsExactlyInAnyOrder("Hỏng", "Tốt");
  }

  @Test
  void aMappingIsRememberedForTheSameHeadingsInThisWorkspaceOnly() {
    String csv = "Mã nội bộ,Họ và tên,Biệt danh\nN1,An,Tí\n";
    ImportView first = imports.upload(a, csv);
    imports.map(
        a,
        first.id(),
        new Mapping(
            null,
            null,
            null,
            List.of(new Mapping.Column(0, "externalId"), new Mapping.Column(2, "name")),
            List.of("externalId"),
            "skip",
            "create"));
    ImportView second = imports.upload(a, "Biệt danh;Họ và tên;Mã nội bộ\nTèo;Bình;N2\n");
    assertThat(second.columns())
        .extracting(column -> column.field())
        .containsExactly("name", null, "externalId");
    assertThat(second.onMatch()).isEqualTo("skip");
    assertThat(second.match()).containsExactly("externalId");
    assertThat(imports.upload(b, csv).onMatch()).isEqualTo("update");
  }

  @Test
  void customersComeFromTheSourceThatWasChosenForTheirFile() {
    UUID fair =
        imports.as(
            a,
            () ->
                imports
                    .world
                    .bean(DeclareSource.class)
                    .declare(
                        new SourceDraft(
                            "Hội chợ", "import", new Text("Tư vấn", "Advice"), null, null, null))
                    .id());
    ImportView named = imports.upload(a, "Họ và tên,SĐT\nĐỗ Nguồn,0981110001\n");
    ImportView mapped =
        imports.map(
            a, named.id(), new Mapping(null, null, null, List.of(), null, null, null, fair));
    assertThat(mapped.sourceId()).isEqualTo(fair);
    imports.finish(a, named.id());
    ImportView plain = imports.upload(a, "Họ và tên,SĐT\nĐỗ Thường,0981110002\n");
    assertThat(plain.sourceId()).isNull();
    imports.finish(a, plain.id());

    assertThat(imports.customers(a))
        .extracting(CustomerView::name, CustomerView::sourceId)
        .contains(
            Tuple.tuple("Đỗ Nguồn", fair), Tuple.tuple("Đỗ Thường", SourceKind.IMPORT.standard()));
    ImportView theirs = imports.upload(b, "Họ và tên,SĐT\nLạ,0981110003\n");
    assertProblem(
        () ->
            imports.map(
                b, theirs.id(), new Mapping(null, null, null, List.of(), null, null, null, fair)),
        "unknown");
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    ImportView uploaded = imports.upload(a, THREE);
    UUID id = uploaded.id();
    assertProblem(() -> map(id, List.of(new Mapping.Column(0, "telecom.nothing"))), "unknown");
    assertProblem(() -> map(id, List.of(new Mapping.Column(99, "name"))), "unknown");
    assertProblem(
        () -> map(id, List.of(new Mapping.Column(0, "name"), new Mapping.Column(1, "name"))),
        "twice");
    assertProblem(
        () ->
            imports.map(
                a,
                id,
                new Mapping(
                    null,
                    null,
                    null,
                    List.of(new Mapping.Column(1, "name")),
                    List.of("phone"),
                    null,
                    null)),
        "not-mapped");
    assertProblem(() -> pause(id), "not-now");
    map(id, List.of(new Mapping.Column(0, null)));
    assertProblem(() -> imports.start(a, id), "none-mapped");
    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("import:run", "customer:read", "customer:create"),
                    () -> imports.world.bean(StartImport.class).start(id)))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("customer:read"),
                    () -> imports.world.bean(ShowImport.class).show(id)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aFileInOldFontsWaitsForAnotherEncoding() {
    byte[] tcvn3 =
        "hä vµ tªn,s®t\nnguyÔn thÞ h­êng,0912345678\ntrÇn v¨n ®øc,0987654321\n"
            .getBytes(java.nio.charset.Charset.forName("windows-1252"));
    ImportView uploaded = imports.upload(a, "cu.csv", tcvn3);
    assertThat(uploaded.encoding()).isEqualTo("TCVN3");
    assertThat(uploaded.failure().vi()).contains("UniKey");
    assertProblem(() -> imports.start(a, uploaded.id()), "not-readable");
    ImportView mapped =
        imports.map(
            a, uploaded.id(), new Mapping("windows-1258", null, null, List.of(), null, null, null));
    assertThat(mapped.failure()).isNull();
    assertThat(mapped.encoding()).isEqualTo("windows-1258");
  }

  @Test
  void aNameIsNeverPartOfAPath() {
    ImportView uploaded =
        imports.upload(
            a, "..\\..\\etc/../../pass\u0000wd.csv", THREE.getBytes(StandardCharsets.UTF_8));
    assertThat(uploaded.fileName()).isEqualTo("passwd.csv");
    assertThat(
            files.resolve(a.id().toString()).resolve("imports").resolve(uploaded.id().toString()))
        .exists();
  }

  private ImportView map(UUID id, List<Mapping.Column> columns) {
    return imports.map(a, id, new Mapping(null, null, null, columns, List.of(), null, null));
  }

  private ImportView pause(UUID id) {
    return imports.as(a, () -> imports.world.bean(PauseImport.class).pause(id));
  }

  private static void assertProblem(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
  }

  private static CustomerView named(List<CustomerView> customers, String name) {
    return customers.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
