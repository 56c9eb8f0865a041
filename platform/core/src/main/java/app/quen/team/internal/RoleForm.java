package app.quen.team.internal;

import static app.quen.team.internal.Roles.problem;

import app.quen.access.Access;
import app.quen.access.FieldAccess;
import app.quen.access.Permissions;
import app.quen.access.Policy;
import app.quen.access.Reach;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.team.RoleDraft;
import app.quen.team.RoleView;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a role must be like. */
@ApplicationScoped
class RoleForm {

  private static final int LONGEST_LABEL = 80;
  private static final Set<String> TYPES =
      new TreeSet<>(Set.of("customer", "order", "interaction", "feedback", "task"));

  /** Members of records that are no field of the catalogue. */
  private static final Map<String, Set<String>> BESIDE =
      Map.of(
          "customer", Set.of("addresses"),
          "feedback", Set.of("answers"),
          "task", Set.of("about"));

  @Inject Access access;
  @Inject Policy policy;
  @Inject Fields fields;

  String key(@Nullable String written, List<Problem> problems) {
    if (written == null
        || !written.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
        || written.length() > 40) {
      problems.add(
          problem(
              "key",
              "malformed",
              "Mã vai trò gồm chữ thường không dấu, chữ số và gạch nối ở giữa, tối đa 40 ký tự, ví"
                  + " dụ truong-nhom.",
              "A role's key has lower case letters, digits and hyphens between them, 40 at most,"
                  + " such as team-lead."));
      return "";
    }
    return written;
  }

  RoleView taken(RoleView before, RoleDraft draft, List<Problem> problems) {
    return new RoleView(
        before.key(),
        before.version(),
        draft.label() == null && before.version() > 0 && !before.label().vi().isEmpty()
            ? before.label()
            : label(draft.label(), problems),
        before.ready(),
        draft.permissions() == null
            ? before.permissions()
            : permissions(draft.permissions(), problems),
        draft.reach() == null ? before.reach() : reach(draft.reach(), problems),
        draft.fields() == null ? before.fields() : fields(draft.fields(), problems));
  }

  private static Text label(@Nullable Text written, List<Problem> problems) {
    Text label = written == null ? new Text("", "") : written;
    for (String one : List.of(label.vi(), label.en())) {
      if (one.isBlank() || one.length() > LONGEST_LABEL) {
        problems.add(
            problem(
                "label",
                "malformed",
                "Tên vai trò cần cả tiếng Việt và tiếng Anh, tối đa " + LONGEST_LABEL + " ký tự.",
                "A role needs a name in Vietnamese and in English, of at most "
                    + LONGEST_LABEL
                    + " characters."));
        break;
      }
    }
    return new Text(label.vi().strip(), label.en().strip());
  }

  private List<String> permissions(List<String> written, List<Problem> problems) {
    Set<String> known = new HashSet<>();
    for (Permissions.Permission permission : Permissions.all()) {
      known.add(permission.name());
      known.add(permission.name().substring(0, permission.name().indexOf(':')) + ":*");
    }
    for (String one : written) {
      if (!known.contains(one)) {
        problems.add(
            problem(
                "permissions",
                "unknown",
                "Không có quyền “" + one + "”.",
                "There is no permission “" + one + "”."));
      } else if (!access.permits("*")
          && !Permissions.implied(access.permissions())
              .containsAll(Permissions.implied(List.of(one)))) {
        problems.add(
            problem(
                "permissions",
                "beyond-own",
                "Bạn không có quyền “" + one + "” nên không thể trao quyền đó.",
                "You do not have the permission “" + one + "”, so you cannot give it."));
      }
    }
    return List.copyOf(new TreeSet<>(written));
  }

  private static Map<String, Reach> reach(Map<String, String> written, List<Problem> problems) {
    Map<String, Reach> reach = new TreeMap<>();
    written.forEach(
        (type, word) -> {
          Reach said = Reach.of(word).orElse(null);
          if (!TYPES.contains(type)) {
            problems.add(unknownType("reach", type));
          } else if (said == null) {
            problems.add(
                problem(
                    "reach." + type,
                    "not-a-choice",
                    "Phạm vi là none, own, team, team-below hoặc all.",
                    "The reach is none, own, team, team-below or all."));
          } else {
            reach.put(type, said);
          }
        });
    return reach;
  }

  private Map<String, Map<String, FieldAccess>> fields(
      Map<String, Map<String, String>> written, List<Problem> problems) {
    Map<String, Map<String, FieldAccess>> all = new TreeMap<>();
    written.forEach(
        (type, keys) -> {
          if (!TYPES.contains(type)) {
            problems.add(unknownType("fields", type));
            return;
          }
          Set<String> known = known(type);
          Set<String> open = policy.open(type);
          Map<String, FieldAccess> ofType = new TreeMap<>();
          keys.forEach(
              (key, word) -> {
                String at = "fields." + type + "." + key;
                FieldAccess said = FieldAccess.of(word).orElse(null);
                if (!known.contains(key)) {
                  problems.add(
                      problem(
                          at,
                          "unknown-field",
                          "Không có trường “" + key + "”.",
                          "There is no field “" + key + "”."));
                } else if (said == null) {
                  problems.add(
                      problem(
                          at,
                          "not-a-choice",
                          "Quyền trên trường là hidden, masked, read hoặc write.",
                          "The access is hidden, masked, read or write."));
                } else if (open.contains(key) && said.compareTo(FieldAccess.READ) < 0) {
                  problems.add(
                      problem(
                          at,
                          "always-seen",
                          "Ai xem được hồ sơ cũng thấy trường này; hãy thu hẹp phạm vi hồ sơ thay"
                              + " vì giấu trường.",
                          "Who sees a record sees this field: shorten the reach instead."));
                } else {
                  ofType.put(key, said);
                }
              });
          all.put(type, ofType);
        });
    return all;
  }

  private Set<String> known(String type) {
    Set<String> known = new HashSet<>(BESIDE.getOrDefault(type, Set.of()));
    known.add("*");
    known.addAll(policy.open(type));
    fields.catalogue(type).all().stream().map(Field::key).forEach(known::add);
    return known;
  }

  private static Problem unknownType(String field, String type) {
    return problem(
        field,
        "unknown-record",
        "Không có loại hồ sơ “" + type + "”; hãy chọn trong: " + String.join(", ", TYPES) + ".",
        "There is no record type “" + type + "”; it is one of: " + String.join(", ", TYPES) + ".");
  }
}
