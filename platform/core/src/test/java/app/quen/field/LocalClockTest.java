package app.quen.field;

import static app.quen.field.FieldWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.customer.CustomerQuery;
import app.quen.exporting.ExportFile;
import app.quen.setting.ReviseSettings;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shop in New York and one in Hà Nội write the same times and mean others. */
@ExtendWith(EmbeddedDatabase.class)
class LocalClockTest {

  @Test
  void timesAreReadFilteredAndWrittenByTheClockOfTheWorkspace() throws Exception {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      Tenant york = world.a();
      Tenant hanoi = world.b();
      shop.in(york, () -> world.bean(ReviseSettings.class).revise(null, "America/New_York"));
      for (Tenant tenant : List.of(york, hanoi)) {
        shop.add(tenant, "{'type': 'datetime', 'label': 'Hẹn', 'key': 'at', 'searchable': true}");
        shop.register(
            tenant, "{'name': 'Lan', 'fields': {'workspace.at': '2026-03-05T15:30:00Z'}}");
      }

      String[] morning = {"workspace.at:gte:05/03/2026 10:00", "workspace.at:lt:05/03/2026 11:00"};
      assertThat(shop.found(york, morning)).containsExactly("Lan");
      assertThat(shop.found(hanoi, morning)).isEmpty();
      String[] night = {"workspace.at:gte:05/03/2026 22:00", "workspace.at:lt:05/03/2026 23:00"};
      assertThat(shop.found(hanoi, night)).containsExactly("Lan");
      assertThat(shop.found(york, night)).isEmpty();
      assertThat(exported(shop, york)).contains("05/03/2026 10:30:00");
      assertThat(exported(shop, hanoi)).contains("05/03/2026 22:30:00");
    }
  }

  @Test
  void todayInARuleIsTheDayThatItIsThere() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      // somewhere it is another day already, whatever the hour
      ZoneId first = ZoneId.of("Pacific/Kiritimati");
      ZoneId last = ZoneId.of("Pacific/Pago_Pago");
      Tenant early = world.a();
      Tenant late = world.b();
      shop.in(early, () -> world.bean(ReviseSettings.class).revise(null, first.getId()));
      shop.in(late, () -> world.bean(ReviseSettings.class).revise(null, last.getId()));
      for (Tenant tenant : List.of(early, late)) {
        shop.add(
            tenant,
            "{'type': 'date', 'label': 'Ngày', 'key': 'day', 'validWhen': 'record.workspace.day"
                + " <= today()'}");
      }
      String today =
          "{'name': 'Lan', 'fields': {'workspace.day': '%s'}}".formatted(LocalDate.now(first));

      shop.register(early, today);
      assertThat(refused(() -> shop.register(late, today))).containsExactly("workspace.day rule");
    }
  }

  private static String exported(FieldWorld shop, Tenant tenant) {
    return shop.in(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          shop.world
              .bean(ExportFile.class)
              .export(
                  CustomerQuery.read(null, List.of(), null, false),
                  ExportFile.Format.CSV,
                  List.of("workspace.at"),
                  "vi")
              .content()
              .writeTo(out);
          return out.toString(StandardCharsets.UTF_8);
        });
  }
}
