package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.database.Work;
import app.quen.tenant.Tenant;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class BulkCrashTest {

  private static final int CUSTOMERS = 4_000;

  @TempDir Path folder;
  private Tenant a;
  private Tenant b;

  @Test
  void aBulkEditAndItsUndoingThatAreKilledGoOnAndTakeEachCustomerOnce()
      throws IOException, InterruptedException {
    BulkView edit;
    try (var many = new WorkingTestWorld(folder)) {
      a = many.a;
      b = many.b;
      many.imported(a, file());
      many.imported(b, file());
      edit = many.preview(a, "{'filters': []}", List.of(), "{'occupation': 'Thợ'}");
    }
    die("edit", edit.id());

    try (var many = new WorkingTestWorld(folder)) {
      BulkView killed = many.shown(a, edit.id());
      assertThat(killed.state()).isEqualTo("running");
      assertThat(killed.progress().done()).isBetween(1_000L, CUSTOMERS - 1L);
      // the job of the dead node is taken over once its heartbeats are missed
      BulkView done = many.ended(a, edit.id());
      assertThat(done.state()).isEqualTo("completed");
      assertThat(done.result()).isEqualTo(new BulkView.Result(CUSTOMERS, 0, 0, 0));
      assertThat(having(many, a, "occupation = 'Thợ' AND version = 2")).isEqualTo(CUSTOMERS);
      assertThat(having(many, b, "occupation = 'Thợ'")).isZero();
    }
    die("undo", edit.id());

    try (var many = new WorkingTestWorld(folder)) {
      BulkView undoing =
          many.imports.as(a, () -> many.imports.world.bean(UndoBulk.class).undo(edit.id()));
      assertThat(undoing.progress().done()).isBetween(1_000L, CUSTOMERS - 1L);
      BulkView undone = many.ended(a, undoing.id());
      assertThat(undone.state()).isEqualTo("completed");
      assertThat(undone.result()).isEqualTo(new BulkView.Result(CUSTOMERS, 0, 0, 0));
      assertThat(having(many, a, "occupation = 'Y tá' AND version = 3")).isEqualTo(CUSTOMERS);
      assertThat(having(many, b, "occupation = 'Y tá' AND version = 1")).isEqualTo(CUSTOMERS);
    }
  }

  private void die(String what, UUID edit) throws IOException, InterruptedException {
    DyingNode.run(folder, DyingEditor.class, a.id().toString(), edit.toString(), what, "1000");
  }

  private static String file() {
    StringBuilder csv = new StringBuilder("Mã KH,Họ và tên,Nghề nghiệp\n");
    for (int i = 0; i < CUSTOMERS; i++) {
      csv.append('K').append(i).append(",Khách ").append(i).append(",Y tá\n");
    }
    return csv.toString();
  }

  private static long having(WorkingTestWorld many, Tenant tenant, String condition) {
    return many.imports.as(
        tenant,
        () -> {
          Work work = many.imports.world.bean(Work.class);
          return work.transact(
              () ->
                  work.sql()
                      .createQuery("SELECT COUNT(*) FROM customer WHERE " + condition)
                      .mapTo(Long.class)
                      .one());
        });
  }
}
