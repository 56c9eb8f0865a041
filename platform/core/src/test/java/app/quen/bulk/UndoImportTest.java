package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerView;
import app.quen.customer.ListTrash;
import app.quen.field.Invalid;
import app.quen.importing.ImportView;
import app.quen.importing.NoSuchImport;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class UndoImportTest {

  @TempDir static Path files;
  private WorkingTestWorld many;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    many = new WorkingTestWorld(files);
    a = many.a;
    b = many.b;
  }

  @AfterEach
  void close() {
    many.close();
  }

  @Test
  void madeCustomersGoToTheTrashAndChangedOnesGetTheirValuesBack() {
    CustomerView hoa =
        many.register(
            a,
            "{'name': 'Trần Hoa', 'externalId': 'K1', 'occupation': 'Y tá', 'phones':"
                + " ['0912345678']}");
    many.register(b, "{'name': 'Người khác', 'externalId': 'K1'}");
    ImportView done =
        many.imported(
            a,
            "Mã KH,Họ và tên,Nghề nghiệp,SĐT\n"
                + "K1,Trần Thị Mỹ Hoa,Bác sĩ,0987654321\n"
                + "K2,Lê Văn Tám,Thợ,0911222333\n");
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 1, 0, 0));

    BulkView undone = many.undoImport(a, done.id());

    assertThat(undone.failure()).isNull();
    assertThat(undone.kind()).isEqualTo("undo-import");
    assertThat(undone.title()).isEqualTo("khach-hang.csv");
    assertThat(undone.result()).isEqualTo(new BulkView.Result(1, 1, 0, 0));
    CustomerView back = many.show(a, hoa.id());
    assertThat(back.name()).isEqualTo(hoa.name());
    assertThat(back.familyName()).isEqualTo(hoa.familyName());
    assertThat(back.givenName()).isEqualTo(hoa.givenName());
    assertThat(back.occupation()).isEqualTo("Y tá");
    assertThat(back.phones()).isEqualTo(hoa.phones());
    assertThat(trash(a)).extracting(CustomerView::name).containsExactly("Lê Văn Tám");
    assertThat(trash(b)).isEmpty();
    assertThat(many.imports.customers(b)).hasSize(1);

    ImportView again = many.imported(a, "Mã KH,Họ và tên\nK2,Lê Văn Tám\n");
    assertThat(again.result()).as("its id is free").isEqualTo(new ImportView.Result(1, 0, 0, 0));
  }

  @Test
  void whatWasChangedSinceStaysAndIsListedWithTheReason() {
    CustomerView hoa =
        many.register(a, "{'name': 'Hoa', 'externalId': 'K1', 'occupation': 'Y tá'}");
    ImportView done =
        many.imported(
            a, "Mã KH,Họ và tên,Nghề nghiệp\nK1,Trần Hoa,Bác sĩ\nK2,Tám,Thợ\nK3,Chín,Thợ\n");
    CustomerView tam = named("Tám");
    many.revise(a, hoa.id(), "{'occupation': 'Luật sư'}");
    many.revise(a, tam.id(), "{'stage': 'regular'}");

    BulkView undone = many.undoImport(a, done.id());

    assertThat(undone.result()).isEqualTo(new BulkView.Result(1, 1, 0, 2));
    assertThat(many.show(a, hoa.id()).name()).isEqualTo("Hoa");
    assertThat(many.show(a, hoa.id()).occupation()).isEqualTo("Luật sư");
    assertThat(many.show(a, tam.id()).deletedAt()).isNull();
    assertThat(many.notes(a, undone.id()))
        .extracting(note -> note.name() + " " + note.problems().getFirst().field())
        .containsExactlyInAnyOrder("Trần Hoa occupation", "Tám *");
    assertThat(many.notes(a, undone.id()))
        .allSatisfy(
            note -> assertThat(note.problems().getFirst().code()).isEqualTo("changed-since"));
  }

  @Test
  void aFormerValueThatSomebodyElseHasByNowStaysAwayAndTheOthersGoBack() {
    CustomerView hoa =
        many.register(
            a, "{'name': 'Hoa', 'externalId': 'K1', 'occupation': 'Y tá', 'emails': ['h@x.vn']}");
    ImportView uploaded = many.imports.upload(a, "E-mail,Mã KH,Nghề nghiệp\nh@x.vn,K9,Bác sĩ\n");
    many.imports.matching(a, uploaded.id(), List.of("email"), "update");
    many.imports.finish(a, uploaded.id());
    assertThat(many.show(a, hoa.id()).externalId()).isEqualTo("K9");
    many.register(a, "{'name': 'Mới', 'externalId': 'K1'}");

    BulkView undone = many.undoImport(a, uploaded.id());

    assertThat(many.show(a, hoa.id()).externalId()).isEqualTo("K9");
    assertThat(many.show(a, hoa.id()).occupation()).isEqualTo("Y tá");
    assertThat(many.notes(a, undone.id()))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.problems().getFirst().field()).isEqualTo("externalId");
              assertThat(note.problems().getFirst().code()).isEqualTo("taken");
            });
  }

  @Test
  void onlyWhatHasComeToItsEndCanBeUndoneAndOnlyByWhoMay() {
    ImportView uploaded = many.imports.upload(a, "Mã KH,Họ và tên\nK1,Hoa\n");
    assertThatThrownBy(() -> many.undoImport(a, uploaded.id())).isInstanceOf(Invalid.class);
    many.imports.finish(a, uploaded.id());
    assertThatThrownBy(() -> many.undoImport(b, uploaded.id())).isInstanceOf(NoSuchImport.class);
    assertThatThrownBy(
            () ->
                many.imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("import:run", "customer:update"),
                    () -> many.imports.world.bean(UndoImport.class).undo(uploaded.id())))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("customer:delete"));
  }

  private CustomerView named(String name) {
    return many.imports.customers(a).stream()
        .filter(customer -> customer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<CustomerView> trash(Tenant tenant) {
    return many.imports.as(
        tenant, () -> many.imports.world.bean(ListTrash.class).list(null, 50).items());
  }
}
