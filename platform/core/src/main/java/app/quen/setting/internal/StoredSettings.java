package app.quen.setting.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Marks;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.LocalClock;
import app.quen.field.Problem;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@link Settings} in the table {@code setting}, one row for each that was decided, and with them
 * the {@link Marks}.
 */
@WithoutSight(because = "it asks whether there is any order at all, and shows none")
@ApplicationScoped
public class StoredSettings implements Settings, Marks, LocalClock {

  private static final String CURRENCY = "currency";
  private static final String TIME_ZONE = "timeZone";
  private static final String MARK = "mark.";

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;

  /** What the open unit of work has read of the table and written to it. */
  private static final class Stored {
    final Map<String, String> values = new HashMap<>();
  }

  @Override
  public WorkspaceSettings current() {
    Map<String, String> stored = work.transact(this::stored);
    WorkspaceSettings usual = WorkspaceSettings.USUAL;
    String currency = stored.get(CURRENCY);
    String zone = stored.get(TIME_ZONE);
    return new WorkspaceSettings(
        currency == null ? usual.currency() : Currency.getInstance(currency),
        zone == null ? usual.timeZone() : ZoneId.of(zone));
  }

  @Override
  public ZoneId zone() {
    return current().timeZone();
  }

  @Override
  public String of(String name) {
    return stored().getOrDefault(MARK + name, "");
  }

  @Override
  public void changed(String name) {
    store(MARK + name, UUID.randomUUID().toString());
  }

  private Map<String, String> stored() {
    return work.companion(Stored.class, this::read).values;
  }

  private Stored read() {
    Stored stored = new Stored();
    PlainSql.select(
        work.sql(),
        "SELECT name, value FROM setting",
        List.of(),
        row -> stored.values.put(row.getString(1), text(row.getString(2))));
    return stored;
  }

  /** Null: as it was. */
  public WorkspaceSettings revise(@Nullable String currency, @Nullable String timeZone) {
    WorkspaceSettings before = current();
    List<Problem> problems = new ArrayList<>();
    Currency wanted = currency == null ? before.currency() : currency(currency, problems);
    ZoneId zone = timeZone == null ? before.timeZone() : zone(timeZone, problems);
    if (problems.isEmpty() && !wanted.equals(before.currency()) && hasOrders()) {
      problems.add(
          new Problem(
              CURRENCY,
              "in-use",
              new Text(
                  "Đã có đơn hàng tính bằng "
                      + before.currency()
                      + ", nên không đổi đơn vị tiền tệ được nữa.",
                  "There are orders in "
                      + before.currency()
                      + " already, so the currency cannot be changed any more.")));
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    store(CURRENCY, wanted.getCurrencyCode());
    store(TIME_ZONE, zone.getId());
    return new WorkspaceSettings(wanted, zone);
  }

  private boolean hasOrders() {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM sales_order LIMIT 1)")
        .mapTo(Boolean.class)
        .one();
  }

  private void store(String name, String value) {
    work.sql()
        .createUpdate(
            "INSERT INTO setting (name, value) VALUES (:name, :value)"
                + " ON DUPLICATE KEY UPDATE value = VALUES(value)")
        .bind("name", name)
        .bind("value", JSON.createValue(value).toString())
        .execute();
    stored().put(name, value);
  }

  private static String text(String json) {
    try (var reader = JSON.createReader(new StringReader(json))) {
      return ((JsonString) reader.readValue()).getString();
    }
  }

  private static Currency currency(String written, List<Problem> problems) {
    try {
      return Currency.getInstance(written.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              CURRENCY,
              "unknown",
              new Text(
                  "“" + written + "” không phải là mã tiền tệ; hãy viết như VND, USD, GBP.",
                  "“" + written + "” is no currency; write it like VND, USD or GBP.")));
      return WorkspaceSettings.USUAL.currency();
    }
  }

  private static ZoneId zone(String written, List<Problem> problems) {
    String name = written.strip();
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException e) {
        // told below
      }
    }
    problems.add(
        new Problem(
            TIME_ZONE,
            "unknown",
            new Text(
                "Không có múi giờ “" + written + "”; hãy viết như Asia/Ho_Chi_Minh.",
                "There is no time zone “" + written + "”; write it like Asia/Ho_Chi_Minh.")));
    return WorkspaceSettings.USUAL.timeZone();
  }
}
