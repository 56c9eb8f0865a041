package app.quen.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Two years of a shop's invoices, read line by line with nothing but the JDK: what must come out of
 * the import, derived without it.
 */
final class OnlineRetail {

  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final String RESOURCE = "/importing/online_retail.csv.gz";
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A row of the file. */
  record Row(
      long number,
      String invoice,
      String sku,
      BigDecimal quantity,
      Instant at,
      BigDecimal price,
      String customer) {

    /** Money was written off, or goods vanished from the shelf: nobody bought or brought back. */
    boolean odd() {
      return price.signum() < 0 || price.signum() == 0 && quantity.signum() < 0;
    }

    BigDecimal total() {
      return quantity.multiply(price);
    }
  }

  /** An invoice. */
  static final class Invoice {
    String customer = "";
    Instant at = Instant.MAX;
    boolean back;
    int lines;
    BigDecimal total = BigDecimal.ZERO;
  }

  /** What a customer's roll-up must say. */
  static final class Buyer {
    int orders;
    int returns;
    BigDecimal spend = BigDecimal.ZERO;
    @Nullable Instant first;
    @Nullable Instant last;
  }

  final Map<String, Invoice> invoices = new HashMap<>();
  final Map<String, Buyer> buyers = new HashMap<>();
  final List<Long> odd = new ArrayList<>();
  long rows;
  long lines;

  static byte[] file() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  private static InputStream open() throws IOException {
    return new GZIPInputStream(
        Objects.requireNonNull(OnlineRetail.class.getResourceAsStream(RESOURCE)));
  }

  static OnlineRetail read() throws IOException {
    OnlineRetail all = new OnlineRetail();
    each(all::take);
    all.invoices.values().forEach(all::count);
    return all;
  }

  private void take(Row row) {
    rows++;
    if (row.odd()) {
      odd.add(row.number());
      return;
    }
    lines++;
    Invoice invoice = invoices.computeIfAbsent(row.invoice(), k -> new Invoice());
    invoice.customer = row.customer();
    invoice.at = row.at().isBefore(invoice.at) ? row.at() : invoice.at;
    invoice.back = row.quantity().signum() < 0;
    invoice.lines++;
    invoice.total = invoice.total.add(row.total());
  }

  private void count(Invoice invoice) {
    if (invoice.customer.isEmpty()) {
      return;
    }
    Buyer buyer = buyers.computeIfAbsent(invoice.customer, k -> new Buyer());
    buyer.spend = buyer.spend.add(invoice.total);
    if (invoice.back) {
      buyer.returns++;
      return;
    }
    buyer.orders++;
    buyer.first =
        buyer.first == null || invoice.at.isBefore(buyer.first) ? invoice.at : buyer.first;
    buyer.last = buyer.last == null || invoice.at.isAfter(buyer.last) ? invoice.at : buyer.last;
  }

  BigDecimal total(boolean back) {
    return invoices.values().stream()
        .filter(invoice -> invoice.back == back)
        .map(invoice -> invoice.total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long count(boolean back) {
    return invoices.values().stream().filter(invoice -> invoice.back == back).count();
  }

  /** No field of this file has a line break in it. */
  private static void each(Consumer<Row> taken) throws IOException {
    try (var text = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      text.readLine();
      long number = 1;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        List<String> cells = cells(line);
        taken.accept(
            new Row(
                number,
                cells.get(0),
                cells.get(1),
                new BigDecimal(cells.get(3)),
                LocalDateTime.parse(cells.get(4), WRITTEN).atZone(LONDON).toInstant(),
                new BigDecimal(cells.get(5)),
                cells.get(6)));
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>(8);
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
