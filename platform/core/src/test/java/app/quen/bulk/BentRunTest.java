package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.importing.ImportView;
import app.quen.importing.ListImports;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changed what the database keeps of runs and imports. */
@ExtendWith(EmbeddedDatabase.class)
class BentRunTest {

  private static final String FILE = "Mã KH,Họ và tên\nK1,Hoa\n";

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

  @ParameterizedTest
  @ValueSource(strings = {"plan", "preview"})
  void oneBentRunLeavesTheOthersInTheList(String column) {
    CustomerView hoa = many.register(a, "{'name': 'Hoa', 'stage': 'lead'}");
    BulkView bent = run(a, hoa, "prospect");
    BulkView whole = run(a, hoa, "customer");
    CustomerView tam = many.register(b, "{'name': 'Tám', 'stage': 'lead'}");
    run(b, tam, "prospect");

    bend(a, "bulk_run", column, bent.id());

    assertThat(listed(a)).extracting(BulkView::id).containsExactly(whole.id(), bent.id());
    assertThat(listed(b)).extracting(BulkView::failure).containsOnlyNulls();
    assertThat(many.undo(a, whole).failure()).isNull();
  }

  @Test
  void aBentRunSaysSoAndIsNeitherStartedNorUndone() {
    CustomerView hoa = many.register(a, "{'name': 'Hoa', 'stage': 'lead'}");
    BulkView done = run(a, hoa, "prospect");
    BulkView draft = many.preview(a, null, List.of(hoa.id().value()), "{'stage': 'customer'}");

    bend(a, "bulk_run", "plan", done.id());
    bend(a, "bulk_run", "plan", draft.id());

    assertThat(many.shown(a, done.id()).failure().en()).contains("cannot be read");
    assertThatThrownBy(() -> many.undo(a, done)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> many.start(a, draft)).isInstanceOf(Invalid.class);
    assertThat(many.show(a, hoa.id()).stage()).isEqualTo("prospect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "check_result"})
  void oneBentImportLeavesTheOthersInTheList(String column) {
    ImportView bent = many.imported(a, FILE);
    ImportView whole = many.imported(a, FILE);
    many.imported(b, FILE);

    bend(a, "import_run", column, bent.id());

    assertThat(imports(a)).extracting(ImportView::id).containsExactly(whole.id(), bent.id());
    assertThat(imports(b)).extracting(ImportView::failure).containsOnlyNulls();
  }

  @Test
  void aBentImportSaysSoAndIsNeitherStartedNorUndone() {
    ImportView done = many.imported(a, FILE);
    ImportView uploaded = many.imports.upload(a, FILE);

    bend(a, "import_run", "plan", done.id());
    bend(a, "import_run", "plan", uploaded.id());

    assertThat(many.imports.show(a, done.id()).failure().en()).contains("cannot be read");
    assertThatThrownBy(() -> many.undoImport(a, done.id())).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> many.imports.start(a, uploaded.id())).isInstanceOf(Invalid.class);
  }

  private BulkView run(Tenant tenant, CustomerView customer, String stage) {
    return many.start(
        tenant,
        many.preview(tenant, null, List.of(customer.id().value()), "{'stage': '" + stage + "'}"));
  }

  private void bend(Tenant tenant, String table, String column, UUID id) {
    many.imports.as(
        tenant,
        () -> {
          Work work = many.imports.world.bean(Work.class);
          return work.transact(
              () ->
                  work.sql()
                      .execute(
                          "UPDATE " + table + " SET " + column + " = '[\"bent\"]' WHERE id = ?",
                          id));
        });
  }

  private List<BulkView> listed(Tenant tenant) {
    return many.imports.as(tenant, () -> many.imports.world.bean(ListBulks.class).list(null));
  }

  private List<ImportView> imports(Tenant tenant) {
    return many.imports.as(
        tenant, () -> many.imports.world.bean(ListImports.class).list(50, null).items());
  }
}
