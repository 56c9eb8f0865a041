package app.quen.installation.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a plugin refuses, as who is acting may read it. A plugin sees fields that who is acting may
 * not, and what it says of them could quote them.
 */
@ApplicationScoped
class ToldRefusals {

  /** Shorter ones are in many a text. */
  private static final int SHORTEST = 3;

  @Inject Policy policy;

  List<List<Problem>> of(List<JsonObject> customers, List<List<Problem>> problems) {
    if (problems.stream().allMatch(List::isEmpty)) {
      return problems;
    }
    Sight sight = policy.of("customer");
    if (sight.everyValue()) {
      return problems;
    }
    List<List<Problem>> told = new ArrayList<>(problems.size());
    for (int i = 0; i < problems.size(); i++) {
      Set<String> kept = new HashSet<>();
      keptBack(customers.get(i), sight, kept);
      told.add(problems.get(i).stream().map(problem -> told(problem, sight, kept)).toList());
    }
    return told;
  }

  private static Problem told(Problem problem, Sight sight, Set<String> kept) {
    boolean mayBeTold =
        sight.reads(problem.field())
            && kept.stream()
                .noneMatch(
                    value ->
                        bare(problem.message().vi()).contains(value)
                            || bare(problem.message().en()).contains(value));
    return mayBeTold
        ? problem
        : new Problem(
            "*",
            "refused-by-plugin",
            new Text(
                "Một tiện ích không chấp nhận vì điều mà vai trò của bạn không xem được. Hãy nhờ"
                    + " người xem được.",
                "A plugin refuses it because of something that your role does not see. Ask"
                    + " somebody who does."));
  }

  /** The values that who is acting does not read. */
  private static void keptBack(JsonObject customer, Sight sight, Set<String> kept) {
    customer.forEach(
        (key, value) -> {
          if (key.equals("fields") && value instanceof JsonObject fields) {
            keptBack(fields, sight, kept);
          } else if (!sight.reads(key)) {
            texts(value, kept);
          }
        });
  }

  private static void texts(JsonValue value, Set<String> kept) {
    switch (value) {
      case JsonObject object -> object.values().forEach(each -> texts(each, kept));
      case JsonArray array -> array.forEach(each -> texts(each, kept));
      case JsonString text -> keep(text.getString(), kept);
      default -> keep(value.toString(), kept);
    }
  }

  private static void keep(String text, Set<String> kept) {
    String bare = bare(text);
    if (bare.length() >= SHORTEST) {
      kept.add(bare);
    }
  }

  /** Without what only makes it easier to read: a number is the same with and without spaces. */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
