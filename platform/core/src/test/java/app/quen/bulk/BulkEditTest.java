package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.bulk.internal.BulkJob;
import app.quen.customer.CustomerView;
import app.quen.field.Invalid;
import app.quen.job.JobContext;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class BulkEditTest {

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
  void aBulkEditShowsWhatItWouldDoAndDoesItOnlyWhenItIsStarted() {
    CustomerView hoa = many.register(a, "{'name': 'Trần Thị Hoa', 'stage': 'lead'}");
    many.register(a, "{'name': 'Lê Văn Tám', 'stage': 'customer'}");
    many.register(b, "{'name': 'Người khác', 'stage': 'lead'}");

    BulkView draft =
        many.preview(a, "{'filters': ['stage:eq:lead']}", List.of(), "{'stage': 'prospect'}");

    assertThat(draft.state()).isEqualTo("draft");
    assertThat(draft.preview().count()).isEqualTo(1);
    assertThat(draft.preview().exact()).isTrue();
    assertThat(draft.preview().changed()).isEqualTo(1);
    assertThat(draft.preview().samples().getFirst().changes().toString())
        .isEqualTo("[{\"field\":\"stage\",\"before\":\"lead\",\"after\":\"prospect\"}]");
    assertThat(many.show(a, hoa.id()).stage()).isEqualTo("lead");

    BulkView done = many.start(a, draft);

    assertThat(done.failure()).isNull();
    assertThat(done.state()).isEqualTo("completed");
    assertThat(done.result()).isEqualTo(new BulkView.Result(1, 0, 0, 0));
    assertThat(done.progress().total()).isEqualTo(1);
    assertThat(many.show(a, hoa.id()).stage()).isEqualTo("prospect");
    assertThat(many.imports.customers(b)).extracting(CustomerView::stage).containsExactly("lead");
  }

  @Test
  void whatDoesNotFitOneCustomerIsSaidBeforeAndAfterAndStopsNoOther() {
    CustomerView first = many.register(a, "{'name': 'Một', 'externalId': 'K1'}");
    CustomerView second = many.register(a, "{'name': 'Hai', 'externalId': 'K2'}");
    List<UUID> ids = List.of(first.id().value(), second.id().value());

    BulkView draft = many.preview(a, null, ids, "{'externalId': 'K1', 'stage': 'regular'}");
    BulkView done = many.start(a, draft);

    assertThat(draft.preview().refused()).isEqualTo(1);
    assertThat(draft.preview().refusals().getFirst().problems().getFirst().code())
        .isEqualTo("taken");
    assertThat(done.result()).isEqualTo(new BulkView.Result(1, 0, 0, 1));
    assertThat(many.notes(a, done.id()))
        .singleElement()
        .satisfies(note -> assertThat(note.recordId()).isEqualTo(second.id().value()));
    assertThat(many.show(a, second.id()).stage()).isEqualTo("lead");
  }

  @Test
  void tagsAreAddedAndRemovedAndTheOthersStay() {
    CustomerView hoa = many.register(a, "{'name': 'Hoa', 'tags': ['vip', 'cũ']}");

    BulkView draft =
        many.preview(
            a,
            new PreviewBulk.Plan(
                "customer",
                null,
                List.of(hoa.id().value()),
                WorkingTestWorld.json("{}"),
                List.of("Tết 2027"),
                List.of("CŨ")));
    BulkView done = many.start(a, draft);

    assertThat(many.show(a, hoa.id()).tags()).containsExactlyInAnyOrder("vip", "Tết 2027");
    BulkView undone = many.undo(a, done);
    assertThat(undone.result().changed()).isEqualTo(1);
    assertThat(many.show(a, hoa.id()).tags()).containsExactlyInAnyOrder("vip", "cũ");
  }

  @Test
  void undoingGivesValuesBackUnlessTheyWereChangedSinceAndSaysWhich() {
    CustomerView hoa = many.register(a, "{'name': 'Hoa', 'stage': 'lead', 'occupation': 'Y tá'}");
    CustomerView tam = many.register(a, "{'name': 'Tám', 'stage': 'lead', 'occupation': 'Thợ'}");
    BulkView done =
        many.start(
            a, many.preview(a, "{}", List.of(), "{'stage': 'regular', 'occupation': 'Bác sĩ'}"));
    many.revise(a, tam.id(), "{'occupation': 'Luật sư'}");

    BulkView undone = many.undo(a, done);

    assertThat(undone.kind()).isEqualTo("undo-bulk");
    assertThat(undone.result()).isEqualTo(new BulkView.Result(2, 0, 0, 1));
    assertThat(many.show(a, hoa.id()).stage()).isEqualTo("lead");
    assertThat(many.show(a, hoa.id()).occupation()).isEqualTo("Y tá");
    assertThat(many.show(a, tam.id()).stage()).isEqualTo("lead");
    assertThat(many.show(a, tam.id()).occupation()).isEqualTo("Luật sư");
    assertThat(many.notes(a, undone.id()))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.recordId()).isEqualTo(tam.id().value());
              assertThat(note.problems().getFirst().field()).isEqualTo("occupation");
              assertThat(note.problems().getFirst().code()).isEqualTo("changed-since");
            });
    assertThat(many.undo(a, done).id()).as("undone once").isEqualTo(undone.id());
  }

  @Test
  void aJobThatIsRunAgainFromAnyPlaceTakesEachCustomerOnce() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ids.add(many.register(a, "{'name': 'Khách " + i + "'}").id().value());
    }
    BulkView done = many.start(a, many.preview(a, null, ids, "{'stage': 'customer'}"));

    many.imports.world.run(a, () -> many.imports.world.bean(BulkJob.class).run(job(done, 1)));
    many.imports.world.run(a, () -> many.imports.world.bean(BulkJob.class).run(job(done, 0)));

    assertThat(many.shown(a, done.id()).result()).isEqualTo(new BulkView.Result(30, 0, 0, 0));
    assertThat(many.imports.customers(a)).allSatisfy(c -> assertThat(c.version()).isEqualTo(2));
  }

  @Test
  void whatIsCancelledBeforeItBeginsChangesNothing() {
    CustomerView hoa = many.register(a, "{'name': 'Hoa'}");
    BulkView draft = many.preview(a, "{}", List.of(), "{'stage': 'regular'}");
    many.imports.as(a, () -> many.imports.world.bean(CancelBulk.class).cancel(draft.id()));

    assertThatThrownBy(() -> many.start(a, draft)).isInstanceOf(Invalid.class);
    assertThat(many.show(a, hoa.id()).stage()).isEqualTo("lead");
  }

  @Test
  void whatCannotBeMeantIsRefusedAtOnce() {
    UUID id = many.register(a, "{'name': 'Hoa'}").id().value();

    assertThatThrownBy(() -> many.preview(a, null, List.of(), "{'stage': 'lead'}"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> many.preview(a, null, List.of(id), "{}")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> many.preview(a, null, List.of(id), "{'nothing': 1}"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> many.preview(a, "{'where': 1}", List.of(), "{'stage': 'lead'}"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                many.imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("customer:read"),
                    () ->
                        many.imports
                            .world
                            .bean(PreviewBulk.class)
                            .preview(
                                new PreviewBulk.Plan(
                                    "customer",
                                    null,
                                    List.of(id),
                                    WorkingTestWorld.json("{'stage': 'lead'}"),
                                    List.of(),
                                    List.of()))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anotherWorkspaceSeesNeitherTheRunNorItsCustomers() {
    UUID id = many.register(a, "{'name': 'Hoa'}").id().value();
    BulkView draft = many.preview(a, null, List.of(id), "{'stage': 'regular'}");

    assertThatThrownBy(() -> many.start(b, draft)).isInstanceOf(NoSuchRun.class);
    BulkView theirs = many.start(b, many.preview(b, null, List.of(id), "{'stage': 'regular'}"));
    assertThat(theirs.result()).isEqualTo(new BulkView.Result(0, 0, 0, 1));
    assertThat(many.imports.customers(a)).extracting(CustomerView::stage).containsExactly("lead");
  }

  private JobContext job(BulkView run, int attempt) {
    return new JobContext() {
      @Override
      public TenantId tenant() {
        return a.id();
      }

      @Override
      public String id() {
        return data();
      }

      @Override
      public String data() {
        return run.id() + " " + attempt;
      }

      @Override
      public boolean stopping() {
        return false;
      }

      @Override
      public void again() {}

      @Override
      public void again(Instant at) {}
    };
  }
}
