package app.quen.it;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields in which no value of its own can be planted, by the reason. */
final class Unplanted {

  private static final Map<String, List<String>> BECAUSE = new LinkedHashMap<>();

  static {
    BECAUSE.put(
        "part of a field that is planted",
        List.of(
            "customer/address.district",
            "customer/address.line",
            "customer/address.postalCode",
            "customer/address.province",
            "customer/address.ward",
            "customer/familyName",
            "customer/givenName",
            "customer/middleName",
            "order/line.name",
            "order/line.unitPrice"));
    BECAUSE.put(
        "one of few words, which others have, too",
        List.of(
            "customer/gender",
            "customer/kind",
            "customer/preferredChannel",
            "customer/stage",
            "feedback/channel",
            "feedback/kind",
            "feedback/state",
            "interaction/channel",
            "interaction/direction",
            "interaction/outcome",
            "order/channel",
            "order/kind",
            "order/state",
            "task/priority",
            "task/state"));
    BECAUSE.put(
        "the id of a colleague, which stands at what they do",
        List.of("customer/ownerId", "feedback/ownerId", "interaction/memberId", "task/assigneeId"));
    BECAUSE.put(
        "a number, which is reckoned with apart",
        List.of(
            "customer/rollup.average",
            "customer/rollup.daysSinceLastOrder",
            "customer/rollup.lastSatisfaction",
            "customer/rollup.openComplaints",
            "customer/rollup.orders",
            "customer/rollup.returns",
            "customer/rollup.spend",
            "feedback/csat",
            "feedback/nps",
            "feedback/rating",
            "interaction/durationSeconds",
            "order/discount",
            "order/line.discount",
            "order/line.quantity",
            "order/line.tax",
            "order/paid",
            "order/returned",
            "order/shipping",
            "order/tax"));
    BECAUSE.put(
        "a time, which others have, too",
        List.of(
            "customer/rollup.firstOrderAt",
            "customer/rollup.lastInteractionAt",
            "customer/rollup.lastOrderAt",
            "feedback/at",
            "feedback/dueAt",
            "feedback/resolvedAt",
            "interaction/at",
            "order/placedAt",
            "task/doneAt",
            "task/dueAt"));
    BECAUSE.put("what it held is planted: it became a number", List.of("customer/workspace.odd"));
  }

  private Unplanted() {}

  static Set<String> fields() {
    return BECAUSE.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** Of the customer whose the record is, in whom it is planted. */
  static boolean isOfTheCustomer(String field) {
    return field.contains("/customer.");
  }
}
