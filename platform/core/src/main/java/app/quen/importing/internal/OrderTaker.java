package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.MatchCustomers;
import app.quen.customer.MatchCustomers.Match;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.Source;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.importing.ImportView.Example;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.internal.RejectedRows.Rejected;
import app.quen.importing.internal.RowTranslator.Translated;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportPlan.OnMatch;
import app.quen.importing.model.ImportPlan.OnNew;
import app.quen.order.OrderDraft;
import app.quen.order.PlaceManyOrders;
import app.quen.order.PlaceManyOrders.Known;
import app.quen.order.PlaceManyOrders.Manner;
import app.quen.order.PlaceManyOrders.Outcome;
import app.quen.order.PlaceManyOrders.Unknown;
import app.quen.setting.Settings;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows in as lines of orders. The rows of one number are one order, wherever they stand in
 * the file; who bought is recognised, or made. What is counted are rows.
 */
@ApplicationScoped
public class OrderTaker implements Taker<OrderRow> {

  private static final int EXAMPLES = 10;

  @Inject Fields fields;
  @Inject Settings settings;
  @Inject MatchCustomers matching;
  @Inject RegisterManyCustomers registering;
  @Inject PlaceManyOrders placing;

  @Override
  public String record() {
    return "order";
  }

  @Override
  public Reading<OrderRow> reading() {
    return new OrderReading(fields, settings.current());
  }

  @Override
  public void require(ImportPlan plan, Access access) {
    access.require("order:create");
    if (plan.onMatch() == OnMatch.UPDATE) {
      access.require("order:update");
    }
    if (plan.mapped().stream()
        .anyMatch(column -> String.valueOf(column.field()).startsWith("customer."))) {
      access.require("customer:read");
      access.require("customer:create");
    }
  }

  @Override
  public Result write(ImportRun run, List<Translated<OrderRow>> rows, @Nullable SeenKeys seen) {
    return new Chunk(run, seen != null).write(rows);
  }

  /** The rows of one order. */
  private static final class Group {
    final List<Translated<OrderRow>> rows = new ArrayList<>();
    @Nullable CustomerDraft customer;
    @Nullable UUID customerId;
    List<Problem> problems = List.of();
  }

  private final class Chunk {

    private final ImportRun run;
    private final boolean dry;
    private final Source source;
    private final Set<String> by;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private long created;
    private long updated;
    private long skipped;

    Chunk(ImportRun run, boolean dry) {
      this.run = run;
      this.dry = dry;
      this.source = Source.imported(run.id().toString(), run.fileName()).of(run.plan().sourceId());
      this.by = new LinkedHashSet<>(run.plan().match());
    }

    Result write(List<Translated<OrderRow>> rows) {
      List<Group> groups = grouped(rows);
      recognise(groups);
      place(groups);
      return new Result(
          new Counts(created, updated, skipped, rejected.size()), rejected, examples, Set.of());
    }

    /** By number; a row that is of the other kind than the first of its number stays outside. */
    private List<Group> grouped(List<Translated<OrderRow>> rows) {
      Map<String, Group> groups = new LinkedHashMap<>();
      for (Translated<OrderRow> row : rows) {
        OrderRow order = row.draft();
        if (order == null) {
          reject(row, row.problems());
          continue;
        }
        String number = Folding.tidy(Objects.requireNonNull(order.order().number()));
        Group group = groups.computeIfAbsent(number.toUpperCase(Locale.ROOT), k -> new Group());
        if (!group.rows.isEmpty()
            && drafted(group.rows.getFirst()).comesBack() != order.comesBack()) {
          reject(row, List.of(mixed()));
          continue;
        }
        group.rows.add(row);
        if (group.customer == null) {
          group.customer = order.customer();
        }
      }
      return List.copyOf(groups.values());
    }

    /** Finds who bought, and makes those that nobody knows yet. */
    private void recognise(List<Group> groups) {
      List<Group> named = groups.stream().filter(group -> group.customer != null).toList();
      if (named.isEmpty() || by.isEmpty()) {
        return;
      }
      List<CustomerDraft> drafts =
          named.stream().map(g -> Objects.requireNonNull(g.customer)).toList();
      List<Match> matches = new ArrayList<>(matching.match(drafts, by));
      if (matches.stream().anyMatch(match -> match.keys().isEmpty())) {
        // who lacks the chosen identifier is recognised by another
        List<Match> others = matching.match(drafts, Plans.IDENTIFIERS.keySet());
        for (int i = 0; i < matches.size(); i++) {
          if (matches.get(i).keys().isEmpty()) {
            matches.set(i, others.get(i));
          }
        }
      }
      List<CustomerDraft> unknown = new ArrayList<>();
      Map<String, Integer> places = new HashMap<>();
      Map<Group, Integer> waiting = new LinkedHashMap<>();
      for (int i = 0; i < named.size(); i++) {
        Group group = named.get(i);
        Set<String> keys = matches.get(i).keys();
        List<CustomerId> known = matches.get(i).customers();
        if (known.size() == 1) {
          group.customerId = known.getFirst().value();
        } else if (known.size() > 1) {
          group.problems = List.of(ambiguous(known.size()));
        } else if (!keys.isEmpty()) {
          Set<Integer> claimed = new HashSet<>();
          keys.forEach(
              key -> {
                Integer place = places.get(key);
                if (place != null) {
                  claimed.add(place);
                }
              });
          if (claimed.size() > 1) {
            group.problems = List.of(ambiguous(claimed.size()));
            continue;
          }
          int place = claimed.isEmpty() ? unknown.size() : claimed.iterator().next();
          if (claimed.isEmpty()) {
            unknown.add(Objects.requireNonNull(group.customer));
          }
          keys.forEach(key -> places.put(key, place));
          waiting.put(group, place);
        }
      }
      register(unknown, waiting);
    }

    private void register(List<CustomerDraft> unknown, Map<Group, Integer> waiting) {
      if (unknown.isEmpty()) {
        return;
      }
      List<CustomerOutcome> outcomes = registering.register(unknown, source);
      waiting.forEach(
          (group, place) -> {
            CustomerOutcome outcome = outcomes.get(place);
            if (outcome.refused()) {
              group.problems =
                  outcome.problems().stream()
                      .map(p -> new Problem("customer." + p.field(), p.code(), p.message()))
                      .toList();
            } else {
              group.customerId = Objects.requireNonNull(outcome.id()).value();
            }
          });
    }

    private void place(List<Group> groups) {
      List<Group> fit = new ArrayList<>();
      for (Group group : groups) {
        if (group.problems.isEmpty()) {
          fit.add(group);
        } else {
          group.rows.forEach(row -> reject(row, group.problems));
        }
      }
      ImportPlan plan = run.plan();
      Manner manner =
          new Manner(
              run.id(),
              plan.onMatch() == OnMatch.UPDATE ? Known.REPLACE : Known.SKIP,
              plan.onNew() == OnNew.CREATE ? Unknown.PLACE : Unknown.SKIP);
      List<Outcome> outcomes =
          placing.place(fit.stream().map(OrderTaker::order).toList(), manner, source);
      for (int i = 0; i < fit.size(); i++) {
        Outcome outcome = outcomes.get(i);
        for (Translated<OrderRow> row : fit.get(i).rows) {
          if (outcome.refused()) {
            reject(row, outcome.problems());
          } else if (outcome.id() == null) {
            skipped++;
            example(row, "skip", null);
          } else if (outcome.made()) {
            created++;
            example(row, "create", null);
          } else {
            updated++;
            example(row, "update", null);
          }
        }
      }
    }

    private void reject(Translated<OrderRow> row, List<Problem> problems) {
      rejected.add(new Rejected(row.row(), problems));
      example(row, "reject", problems.getFirst().message());
    }

    private void example(Translated<OrderRow> row, String action, @Nullable Text reason) {
      if (dry && examples.stream().filter(e -> e.action().equals(action)).count() < EXAMPLES) {
        String number = row.draft() == null ? null : row.draft().order().number();
        examples.add(new Example(row.row().number(), action, number, reason));
      }
    }
  }

  /** What the rows of one number say together: the first that says something is believed. */
  private static OrderDraft order(Group group) {
    OrderDraft first = drafted(group.rows.getFirst()).order();
    OrderDraft all = first;
    List<OrderDraft.Line> lines = new ArrayList<>(group.rows.size());
    for (Translated<OrderRow> row : group.rows) {
      OrderDraft other = drafted(row).order();
      lines.add(drafted(row).line());
      all = all == other ? all : both(all, other);
    }
    String note = all.note();
    if (note == null && group.customerId == null && group.customer != null) {
      // nobody can be recognised by a name alone
      note = group.customer.name();
    }
    return new OrderDraft(
        all.number(),
        group.customerId,
        all.placedAt(),
        all.state(),
        all.channel(),
        all.store(),
        all.currency(),
        lines,
        all.discount(),
        all.shipping(),
        all.tax(),
        all.payments(),
        note,
        all.sourceId(),
        all.fields());
  }

  private static OrderDraft both(OrderDraft one, OrderDraft other) {
    boolean earlier =
        one.placedAt() == null
            || other.placedAt() != null && other.placedAt().isBefore(one.placedAt());
    return new OrderDraft(
        one.number(),
        null,
        earlier ? other.placedAt() : one.placedAt(),
        or(one.state(), other.state()),
        or(one.channel(), other.channel()),
        or(one.store(), other.store()),
        null,
        one.lines(),
        or(one.discount(), other.discount()),
        or(one.shipping(), other.shipping()),
        or(one.tax(), other.tax()),
        one.payments(),
        or(one.note(), other.note()),
        null,
        one.fields().isEmpty() ? other.fields() : one.fields());
  }

  private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  private static OrderRow drafted(Translated<OrderRow> row) {
    return Objects.requireNonNull(row.draft());
  }

  private static Problem mixed() {
    return new Problem(
        "line.quantity",
        "mixed",
        new Text(
            "Số đơn này vừa có hàng bán vừa có hàng trả; hãy ghi phần trả bằng một số riêng.",
            "This number has both goods sold and goods given back; give the return a number of its"
                + " own."));
  }

  private static Problem ambiguous(int customers) {
    return new Problem(
        "match",
        "ambiguous",
        new Text(
            "Đơn này khớp với "
                + customers
                + " khách hàng khác nhau. Hãy sửa điện thoại, e-mail hoặc mã khách hàng để chỉ một"
                + " người khớp.",
            "This order fits "
                + customers
                + " different customers. Correct its phone, e-mail or external id, so that it fits"
                + " one."));
  }
}
