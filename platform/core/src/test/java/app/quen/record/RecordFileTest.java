package app.quen.record;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Refused;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.ExportRecordFile;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class RecordFileTest {

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  static String csv(Tenant tenant, String type, List<String> columns, String... filters) {
    var query = RecordQuery.read(List.of(filters), null, false);
    return world.as(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          world
              .bean(ExportRecordFile.class)
              .export(type, query, Format.CSV, columns, "vi")
              .content()
              .writeTo(out);
          return out.toString(StandardCharsets.UTF_8);
        });
  }

  @Test
  void aFileSaysWhatHappenedWithWhomByTheClockOfTheBusiness() {
    var draft =
        CustomerDraft.read(
            json("{'name': 'Trần Hoa', 'phones': ['0912 345 678'], 'externalId': 'KH-7'}"));
    CustomerView hoa =
        world.here(() -> world.bean(RegisterCustomer.class).register(draft, Source.FORM));
    world.interaction(
        hoa.id(),
        """
        {'channel': 'call', 'outcome': 'no-answer', 'at': '2026-03-05T07:30:00Z',
         'subject': '=1+1', 'durationSeconds': 12}
        """);
    String file =
        csv(
            world.world.a(),
            "interaction",
            List.of(
                "at",
                "channel",
                "outcome",
                "subject",
                "durationSeconds",
                "memberId",
                "customer.name",
                "customer.externalId",
                "customer.phones"),
            "customerId:eq:" + hoa.id());
    assertThat(file.lines().toList()).hasSize(2);
    assertThat(file)
        .contains("Thời điểm")
        .contains("05/03/2026 14:30:00")
        .contains("Gọi điện")
        .contains("Không trả lời")
        .contains("'=1+1")
        .contains("@records.example")
        .contains("Trần Hoa")
        .contains("KH-7")
        .contains("0912 345 678");
  }

  @Test
  void moreThanAPageAndNothingOfAnotherTenant() {
    var hoa = world.customer("Hoa");
    for (int i = 0; i < 201; i++) {
      world.task(hoa, "{'title': 'Việc " + i + "'}");
    }
    assertThat(csv(world.world.a(), "task", List.of("title"), "customerId:eq:" + hoa).lines())
        .hasSize(202);
    assertThat(csv(world.world.b(), "task", List.of("title")).lines()).hasSize(1);
  }

  @Test
  void whoMayNotReadMayNotExport() {
    var query = RecordQuery.read(List.of(), null, false);
    assertThatThrownBy(
            () ->
                world.as(
                    world.world.a(),
                    Set.of("customer:*"),
                    () ->
                        world
                            .bean(ExportRecordFile.class)
                            .export("feedback", query, Format.CSV, List.of(), "vi")))
        .isInstanceOf(Refused.class);
  }
}
