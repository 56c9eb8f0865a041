package app.quen.order.internal;

import app.quen.access.Actor;
import app.quen.order.OrderView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next version of an order, of which only some things differ. */
final class Revision {

  private final OrderView before;
  private final Actor actor;
  private final Instant at;
  private @Nullable Instant deletedAt;
  private List<OrderView.Line> lines;
  private int lineCount;
  private BigDecimal total;
  private List<OrderView.Payment> payments;
  private List<OrderView.Return> returns;
  private BigDecimal returned;
  private String state;
  private Instant placedAt;

  Revision(OrderView before, Actor actor, Instant at) {
    this.before = before;
    this.actor = actor;
    this.at = at;
    this.deletedAt = before.deletedAt();
    this.lines = before.lines();
    this.lineCount = before.lineCount();
    this.total = before.total();
    this.payments = before.payments();
    this.returns = before.returns();
    this.returned = before.returned();
    this.state = before.state();
    this.placedAt = before.placedAt();
  }

  Revision deleted(boolean deleted) {
    deletedAt = deleted ? at : null;
    return this;
  }

  /**
   * @param lines as many as are known here
   */
  Revision lines(List<OrderView.Line> lines, int lineCount, BigDecimal total) {
    this.lines = lines;
    this.lineCount = lineCount;
    this.total = total;
    return this;
  }

  Revision payments(List<OrderView.Payment> payments) {
    this.payments = payments;
    return this;
  }

  Revision returns(List<OrderView.Return> returns) {
    this.returns = returns;
    this.returned =
        returns.stream()
            .map(OrderView.Return::amount)
            .reduce(BigDecimal.ZERO.setScale(Amounts.SCALE), BigDecimal::add);
    return this;
  }

  Revision state(String state) {
    this.state = state;
    return this;
  }

  Revision placedAt(Instant placedAt) {
    this.placedAt = placedAt;
    return this;
  }

  OrderView order() {
    return new OrderView(
        before.id(),
        before.version() + 1,
        before.number(),
        before.kind(),
        before.customerId(),
        placedAt,
        state,
        before.channel(),
        before.store(),
        before.currency(),
        lines,
        lineCount,
        before.discount(),
        before.shipping(),
        before.tax(),
        total,
        payments,
        OrderRules.sum(payments),
        returns,
        returned,
        before.note(),
        before.sourceId(),
        before.fields(),
        before.createdAt(),
        before.createdBy(),
        at,
        actor,
        deletedAt,
        deletedAt == null
            ? null
            : deletedAt.equals(before.deletedAt()) ? before.deletedBy() : actor);
  }
}
