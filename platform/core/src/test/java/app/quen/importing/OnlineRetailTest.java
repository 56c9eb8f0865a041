package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.database.Work;
import app.quen.importing.OnlineRetail.Buyer;
import app.quen.setting.ReviseSettings;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All invoices of a real shop, through the import that everybody uses. */
@ExtendWith(EmbeddedDatabase.class)
class OnlineRetailTest {

  @TempDir static Path files;
  private static ImportWorld imports;
  private static Tenant shop;
  private static OnlineRetail expected;
  private static ImportView uploaded;
  private static ImportView done;

  @BeforeAll
  static void importAll() throws IOException {
    imports = ImportWorld.open(files);
    shop = imports.world.a();
    expected = OnlineRetail.read();
    imports.as(shop, () -> imports.world.bean(ReviseSettings.class).revise("GBP", "Europe/London"));
    uploaded = imports.upload(shop, "order", "online_retail.csv", OnlineRetail.file());
    imports.start(shop, uploaded.id());
    done =
        await()
            .atMost(Duration.ofMinutes(10))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> imports.show(shop, uploaded.id()), run -> !run.state().equals("running"));
  }

  @AfterAll
  static void close() {
    imports.close();
  }

  @Test
  void theColumnsAreRecognised() {
    Map<String, String> mapped = new HashMap<>();
    uploaded.columns().forEach(column -> mapped.put(column.heading(), column.field()));
    assertThat(mapped)
        .containsEntry("InvoiceNo", "number")
        .containsEntry("StockCode", "line.sku")
        .containsEntry("Description", "line.name")
        .containsEntry("Quantity", "line.quantity")
        .containsEntry("InvoiceDate", "placedAt")
        .containsEntry("UnitPrice", "line.unitPrice")
        .containsEntry("CustomerID", "customer.externalId")
        .containsEntry("Country", null);
    assertThat(uploaded.match()).containsExactly("externalId");
    assertThat(uploaded.progress().rowsTotal()).isEqualTo(541_909);
  }

  @Test
  void everyRowIsALineOfAnOrderOrRejectedWithItsReason() {
    assertThat(done.failure()).isNull();
    assertThat(done.state()).isEqualTo("completed");
    assertThat(expected.rows).isEqualTo(541_909);
    assertThat(expected.lines).isEqualTo(540_571);
    assertThat(expected.odd).hasSize(1_338);
    assertThat(done.result()).isEqualTo(new ImportView.Result(540_571, 0, 0, 1_338));
    assertThat(imports.count(shop, "order_line")).isEqualTo(540_571);
    List<Long> rejected =
        rows("SELECT row_no FROM import_rejected_row ORDER BY row_no", row -> row.getLong(1));
    assertThat(rejected).isEqualTo(expected.odd.stream().sorted().toList());
    assertThat(
            imports.count(shop, "import_rejected_row WHERE reasons LIKE '%\"stock-correction\"%'"))
        .isEqualTo(1_336);
    assertThat(imports.count(shop, "import_rejected_row WHERE reasons LIKE '%\"negative\"%'"))
        .isEqualTo(2);
  }

  @Test
  void everyInvoiceIsAnOrderOrAReturnAndTheMoneyAddsUp() {
    assertThat(expected.count(false)).isEqualTo(20_726);
    assertThat(expected.count(true)).isEqualTo(3_836);
    assertThat(imports.count(shop, "sales_order WHERE kind = 'sale'")).isEqualTo(20_726);
    assertThat(imports.count(shop, "sales_order WHERE kind = 'return'")).isEqualTo(3_836);
    assertThat(imports.count(shop, "sales_order WHERE customer_id IS NULL")).isEqualTo(2_372);
    assertThat(expected.total(false)).isEqualByComparingTo("10666684.544");
    assertThat(expected.total(true)).isEqualByComparingTo("-896812.49");
    assertThat(sum("SELECT SUM(total) FROM sales_order WHERE kind = 'sale'"))
        .isEqualByComparingTo("10666684.544");
    assertThat(sum("SELECT SUM(total) FROM sales_order WHERE kind = 'return'"))
        .isEqualByComparingTo("-896812.49");
    assertThat(sum("SELECT SUM(total) FROM order_line")).isEqualByComparingTo("9769872.054");
    assertThat(sum("SELECT SUM(quantity * unit_price) FROM order_line"))
        .isEqualByComparingTo("9769872.054");

    Map<String, String> real = new TreeMap<>();
    rows(
        "SELECT o.number, o.kind, c.external_id, o.placed_at, o.line_count, o.total,"
            + " (SELECT COUNT(*) FROM order_line l WHERE l.order_id = o.id)"
            + " FROM sales_order o LEFT JOIN customer c ON c.id = o.customer_id",
        row -> {
          String customer = row.getString(3) == null ? "" : row.getString(3);
          real.put(
              row.getString(1),
              say(
                  row.getString(2).equals("return"),
                  customer,
                  row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  row.getInt(5),
                  row.getBigDecimal(6)));
          assertThat(row.getInt(7)).isEqualTo(row.getInt(5));
          return null;
        });
    Map<String, String> wanted = new TreeMap<>();
    expected.invoices.forEach(
        (number, i) -> wanted.put(number, say(i.back, i.customer, i.at, i.lines, i.total)));
    assertThat(real.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach((number, invoice) -> assertThat(real.get(number)).isEqualTo(invoice));
  }

  private static String say(
      boolean back, String customer, Instant at, int lines, BigDecimal total) {
    return "%s of %s at %s, %d lines, %s".formatted(back, customer, at, lines, plain(total));
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  @Test
  void everyCustomerIsThereOnceWithWhatItBought() {
    assertThat(expected.buyers).hasSize(4_372);
    assertThat(imports.count(shop, "customer")).isEqualTo(4_372);
    assertThat(imports.count(shop, "customer WHERE stage = 'customer'")).isEqualTo(4_372);
    BigDecimal spend =
        expected.buyers.values().stream()
            .map(buyer -> buyer.spend)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(spend).isEqualByComparingTo("8300065.814");
    assertThat(sum("SELECT SUM(spend) FROM customer_rollup")).isEqualByComparingTo(spend);
    Map<String, String> real = new HashMap<>();
    rows(
        "SELECT c.external_id, r.orders, r.returns, r.spend, r.average, r.first_order_at,"
            + " r.last_order_at FROM customer c JOIN customer_rollup r ON r.customer_id = c.id",
        row ->
            real.put(
                row.getString(1),
                "%d orders, %d returns, %s, %s on average, %s to %s"
                    .formatted(
                        row.getInt(2),
                        row.getInt(3),
                        plain(row.getBigDecimal(4)),
                        row.getBigDecimal(5) == null ? null : plain(row.getBigDecimal(5)),
                        instant(row.getObject(6, LocalDateTime.class)),
                        instant(row.getObject(7, LocalDateTime.class)))));
    assertThat(real).hasSize(4_372);
    expected.buyers.forEach(
        (customer, buyer) -> assertThat(real.get(customer)).as(customer).isEqualTo(say(buyer)));
  }

  private static String say(Buyer buyer) {
    String average =
        buyer.orders == 0
            ? null
            : plain(buyer.spend.divide(BigDecimal.valueOf(buyer.orders), 4, RoundingMode.HALF_UP));
    return "%d orders, %d returns, %s, %s on average, %s to %s"
        .formatted(
            buyer.orders, buyer.returns, plain(buyer.spend), average, buyer.first, buyer.last);
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  @Test
  void theOtherWorkspaceHasNothingOfIt() {
    for (String table : Set.of("customer", "sales_order", "order_line", "customer_rollup")) {
      assertThat(imports.count(imports.world.b(), table)).as(table).isZero();
    }
  }

  private static BigDecimal sum(String sql) {
    return rows(sql, row -> row.getBigDecimal(1)).getFirst();
  }

  private interface Reading<T> {
    @Nullable T read(java.sql.ResultSet row) throws java.sql.SQLException;
  }

  private static <T> List<T> rows(String sql, Reading<T> reading) {
    return imports.as(
        shop,
        () -> {
          Work work = imports.world.bean(Work.class);
          return work.transact(
              () ->
                  work.sql().createQuery(sql).map((row, context) -> reading.read(row)).stream()
                      .collect(Collectors.toList()));
        });
  }
}
