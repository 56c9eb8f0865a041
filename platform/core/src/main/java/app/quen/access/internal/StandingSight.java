package app.quen.access.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Permissions;
import app.quen.access.Reach;
import app.quen.access.Sight;
import app.quen.access.Standing;
import app.quen.account.Problem;
import app.quen.account.Rejected;
import app.quen.digest.Sha256;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody sees who does not see everything. */
final class StandingSight implements Sight {

  /** Where a program has the fields of an owner. */
  static final String EVERY_FIELD = "*/*";

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** What the system says of a record; it is no value of it. */
  private static final Set<String> SYSTEM =
      Set.of(
          "id",
          "version",
          "sourceId",
          "customerId",
          "customerName",
          "createdAt",
          "createdBy",
          "updatedAt",
          "updatedBy",
          "archivedAt",
          "deletedAt",
          "deletedBy",
          "fields",
          "rollups");

  /** Members that say the same as another one, or a part of it. */
  private static final Map<String, String> PARTS =
      Map.of(
          "familyName", "name",
          "middleName", "name",
          "givenName", "name",
          "suggestedName", "name",
          "number_key", "number");

  private static final String ROLLUP = "rollup.";

  /** Whose records a roll-up sums up, where it is not orders. */
  private static final Map<String, String> SUMMED =
      Map.of(
          "rollup.openComplaints", "feedback",
          "rollup.lastSatisfaction", "feedback",
          "rollup.lastSatisfactionKind", "feedback",
          "rollup.lastSatisfactionAt", "feedback",
          "rollup.lastInteractionAt", "interaction");

  private final Guarded type;
  private final Standing standing;
  private final Function<String, Set<String>> sensitivity;
  private final Map<String, FieldAccess> known = new ConcurrentHashMap<>();
  private final Map<String, String> conditions = new ConcurrentHashMap<>();
  private @Nullable Set<String> guarded;

  StandingSight(Guarded type, Standing standing, Function<String, Set<String>> sensitivity) {
    this.type = type;
    this.standing = standing;
    this.sensitivity = sensitivity;
  }

  @Override
  public boolean whole() {
    return false;
  }

  @Override
  public boolean everyRow() {
    return rows("r").equals(EVERY_ROW);
  }

  @Override
  public boolean everyValue() {
    String ofType = type.recordType + "/";
    return everyRow()
        && standing.fields().entrySet().stream()
            .filter(said -> said.getKey().startsWith(ofType))
            .allMatch(said -> said.getValue().compareTo(FieldAccess.READ) >= 0)
        && sensitivity.apply(type.recordType).stream().allMatch(this::reads);
  }

  @Override
  public String mark() {
    String all =
        String.join(
            "\n",
            rows("r"),
            new TreeMap<>(standing.fields()).toString(),
            new TreeMap<>(standing.reach()).toString(),
            new TreeSet<>(Permissions.implied(standing.permissions())).toString(),
            new TreeSet<>(sensitivity.apply(type.recordType)).toString());
    return HexFormat.of().formatHex(Sha256.of(all));
  }

  @Override
  public @Nullable Set<UUID> owners() {
    UUID self = standing.account();
    return switch (standing.reachOf(type.recordType)) {
      case ALL -> null;
      case TEAM_BELOW -> standing.below();
      case TEAM -> standing.team();
      case OWN -> self == null ? Set.of() : Set.of(self);
      case NONE -> Set.of();
    };
  }

  @Override
  public Set<UUID> shared() {
    return standing.shares().getOrDefault(type.recordType, Map.of()).keySet();
  }

  @Override
  public boolean sees(@Nullable UUID owner, UUID id) {
    Set<UUID> owners = owners();
    return owners == null || owner != null && owners.contains(owner) || shared().contains(id);
  }

  @Override
  public boolean mayChange(@Nullable UUID owner, UUID id) {
    Set<UUID> owners = owners();
    return owners == null
        || owner != null && owners.contains(owner)
        || standing.shares().getOrDefault(type.recordType, Map.of()).get(id)
            == Standing.Level.WRITE;
  }

  @Override
  public boolean mayName(String key) {
    return SYSTEM.contains(key) || writes(key);
  }

  @Override
  public String rows(String alias) {
    return conditions.computeIfAbsent(alias, of -> rows(of, shared()));
  }

  @Override
  public String rowsToChange(String alias) {
    return rows(
        alias,
        standing.shares().getOrDefault(type.recordType, Map.of()).entrySet().stream()
            .filter(share -> share.getValue() == Standing.Level.WRITE)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  @Override
  public String rowsOfSeen(String alias) {
    if (type.customer == null || type.owner != null) {
      return own(alias, alias, shared());
    }
    String own = own(alias, "sc", shared());
    return own.equals(EVERY_ROW) ? own : exists(alias + "." + type.customer, own);
  }

  private String rows(String alias, Set<UUID> shared) {
    if (type.customer == null) {
      return own(alias, alias, shared);
    }
    String customers = new StandingSight(Guarded.CUSTOMER, standing, sensitivity).rows("sc");
    String of = alias + "." + type.customer;
    if (type.owner == null) {
      // what has no owner of its own is whose its customer is
      String own = own(alias, "sc", shared);
      if (own.equals(EVERY_ROW)) {
        return customers.equals(EVERY_ROW)
            ? EVERY_ROW
            : "(" + of + " IS NULL OR " + exists(of, customers) + ")";
      }
      return exists(of, both(customers, own));
    }
    String own = own(alias, alias, shared);
    if (customers.equals(EVERY_ROW)) {
      return own;
    }
    return both(own, "(" + of + " IS NULL OR " + exists(of, customers) + ")");
  }

  private static String exists(String customer, String condition) {
    return "EXISTS (SELECT 1 FROM customer sc WHERE sc.id = "
        + customer
        + " AND "
        + condition
        + ")";
  }

  private static String both(String one, String other) {
    if (one.equals(EVERY_ROW)) {
      return other;
    }
    return other.equals(EVERY_ROW) ? one : "(" + one + " AND " + other + ")";
  }

  /** By the reach alone, and what was shared. */
  private String own(String alias, String ofOwner, Set<UUID> shared) {
    Set<UUID> owners = owners();
    if (owners == null) {
      return EVERY_ROW;
    }
    List<String> either = new ArrayList<>();
    if (!owners.isEmpty()) {
      either.add(ofOwner + "." + (type.owner == null ? "owner_id" : type.owner) + in(owners));
    }
    if (!shared.isEmpty()) {
      either.add(alias + ".id" + in(shared));
    }
    return either.isEmpty() ? "FALSE" : "(" + String.join(" OR ", either) + ")";
  }

  /** A UUID's text needs no quoting. */
  static String in(Collection<UUID> ids) {
    return ids.stream()
        .sorted()
        .map(UUID::toString)
        .collect(Collectors.joining("','", " IN ('", "')"));
  }

  @Override
  public FieldAccess field(String key) {
    return known.computeIfAbsent(key, this::decided);
  }

  private FieldAccess decided(String written) {
    String key = canonical(written);
    if (SYSTEM.contains(key)) {
      return FieldAccess.READ;
    }
    if (key.startsWith(ROLLUP) && !sums(key)) {
      return FieldAccess.HIDDEN;
    }
    Map<String, FieldAccess> fields = standing.fields();
    if (fields.containsKey(EVERY_FIELD)) {
      return FieldAccess.WRITE;
    }
    FieldAccess said = fields.get(type.recordType + "/" + key);
    if (said == null) {
      said =
          isGuarded(key)
              ? FieldAccess.HIDDEN
              : fields.getOrDefault(type.recordType + "/*", FieldAccess.WRITE);
    }
    return type.open.contains(key) && said.compareTo(FieldAccess.READ) < 0
        ? FieldAccess.READ
        : said;
  }

  private static String canonical(String key) {
    if (key.startsWith("address.")) {
      return "addresses";
    }
    return PARTS.getOrDefault(key, key);
  }

  /** A sum tells of each record in it: only who sees them all sees it. */
  private boolean sums(String key) {
    String of = SUMMED.getOrDefault(key, "order");
    return standing.reachOf(of) == Reach.ALL
        && Permissions.implied(standing.permissions()).contains(of + ":read");
  }

  private boolean isGuarded(String key) {
    if (key.indexOf('.') < 0 || key.startsWith(ROLLUP)) {
      return false;
    }
    if (guarded == null) {
      guarded = sensitivity.apply(type.recordType);
    }
    return guarded.contains(key);
  }

  @Override
  public JsonObject reads(JsonObject record) {
    JsonObjectBuilder seen = JSON.createObjectBuilder();
    record.forEach(
        (key, value) -> {
          JsonValue shown =
              switch (key) {
                case "fields" -> value instanceof JsonObject fields ? values(fields) : value;
                case "rollups" -> value instanceof JsonObject sums ? rollups(sums) : value;
                default -> shown(key, value);
              };
          if (shown != null) {
            seen.add(key, shown);
          }
        });
    return seen.build();
  }

  @Override
  public JsonObject values(JsonObject values) {
    return each("", values);
  }

  @Override
  public JsonObject rollups(JsonObject rollups) {
    return each(ROLLUP, rollups);
  }

  private JsonObject each(String prefix, JsonObject values) {
    if (values.keySet().stream().allMatch(key -> reads(prefix + key))) {
      return values;
    }
    JsonObjectBuilder seen = JSON.createObjectBuilder();
    values.forEach(
        (key, value) -> {
          JsonValue shown = shown(prefix + key, value);
          if (shown != null) {
            seen.add(key, shown);
          }
        });
    return seen.build();
  }

  private @Nullable JsonValue shown(String key, JsonValue value) {
    return switch (field(key)) {
      case HIDDEN -> null;
      case MASKED -> Masks.of(value);
      case READ, WRITE -> value;
    };
  }

  @Override
  public JsonArray changes(JsonArray changes) {
    JsonArrayBuilder told = JSON.createArrayBuilder();
    for (JsonValue each : changes) {
      if (!(each instanceof JsonObject change) || !change.containsKey("field")) {
        continue;
      }
      String field = change.getString("field");
      switch (field(field)) {
        case HIDDEN -> {}
        case MASKED ->
            told.add(
                JSON.createObjectBuilder(change)
                    .add("before", masked(change, "before"))
                    .add("after", masked(change, "after")));
        case READ, WRITE -> told.add(change);
      }
    }
    return told.build();
  }

  private static JsonValue masked(JsonObject change, String side) {
    JsonValue masked = Masks.of(change.getOrDefault(side, JsonValue.NULL));
    return masked == null ? JsonValue.NULL : masked;
  }

  @Override
  public @Nullable String text(String key, @Nullable String value) {
    return value == null
        ? null
        : switch (field(key)) {
          case HIDDEN -> null;
          case MASKED -> Masks.of(value);
          case READ, WRITE -> value;
        };
  }

  @Override
  public void requireWritable(Collection<String> keys) {
    refuse(
        keys.stream().filter(key -> !mayName(key)).toList(),
        "",
        "not-writable",
        "Vai trò của bạn không được sửa “%s”. Hãy nhờ người quản trị cấp quyền.",
        "Your role may not write “%s”. Ask an administrator for it.");
  }

  @Override
  public void requireFilterable(Collection<String> keys) {
    refuse(
        keys.stream().filter(key -> !reads(key)).toList(),
        "filter.",
        "not-visible",
        "Vai trò của bạn không xem được “%s” nên không thể lọc theo đó.",
        "Your role does not see “%s”, so it cannot filter by it.");
  }

  @Override
  public void requireSortable(String key) {
    if (!reads(key)) {
      throw new Rejected(
          "sort",
          "not-visible",
          "Vai trò của bạn không xem được “" + key + "” nên không thể sắp xếp theo đó.",
          "Your role does not see “" + key + "”, so it cannot sort by it.");
    }
  }

  private static void refuse(List<String> keys, String prefix, String code, String vi, String en) {
    if (!keys.isEmpty()) {
      throw new Rejected(
          keys.stream()
              .map(key -> new Problem(prefix + key, code, vi.formatted(key), en.formatted(key)))
              .toList());
    }
  }
}
