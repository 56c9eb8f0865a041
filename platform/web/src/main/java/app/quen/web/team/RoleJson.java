package app.quen.web.team;

import app.quen.team.RoleDraft;
import app.quen.team.RoleEffect;
import app.quen.team.RoleView;
import app.quen.text.Text;
import app.quen.web.TextJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the members who have it may do and see. */
@Schema(name = "WorkspaceRole", description = "What the members who have it may do and see.")
public record RoleJson(
    String key,
    TextJson label,
    @Schema(description = "It came with the product: it can be changed, not removed.")
        boolean ready,
    @Schema(description = "Permissions; customer:* is all of customers.") List<String> permissions,
    @Schema(
            description =
                "By type of record: none, own, team, team-below or all; none where it is not"
                    + " named.")
        JsonObject reach,
    @Schema(
            description =
                "By type of record and field key: hidden, masked, read or write; * stands for the"
                    + " fields that are not named. An added field above public that is not named is"
                    + " hidden.")
        JsonObject fields,
    int version) {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static RoleJson of(RoleView role) {
    JsonObjectBuilder reach = JSON.createObjectBuilder();
    role.reach().forEach((type, said) -> reach.add(type, said.word()));
    JsonObjectBuilder fields = JSON.createObjectBuilder();
    role.fields()
        .forEach(
            (type, keys) -> {
              JsonObjectBuilder ofType = JSON.createObjectBuilder();
              keys.forEach((key, said) -> ofType.add(key, said.word()));
              fields.add(type, ofType);
            });
    return new RoleJson(
        role.key(),
        TextJson.of(role.label()),
        role.ready(),
        role.permissions(),
        reach.build(),
        fields.build(),
        role.version());
  }

  /** All roles of the workspace. */
  @Schema(name = "WorkspaceRoles")
  public record ListJson(List<RoleJson> items) {}

  /** What a client gives to add or change a role. */
  @Schema(
      name = "WorkspaceRoleDraft",
      description = "Of a change: what is absent stays; reach and fields are replaced as a whole.",
      examples =
          """
          {"key": "branch-sales", "label": {"vi": "Bán hàng chi nhánh", "en": "Branch sales"},
           "permissions": ["customer:read", "customer:update", "order:*"],
           "reach": {"customer": "team", "order": "all"},
           "fields": {"customer": {"phones": "masked", "taxCode": "hidden"}}}\
          """)
  public record DraftJson(
      @Schema(description = "Of a new role only.") @Nullable String key,
      @Nullable TextJson label,
      @Nullable List<String> permissions,
      @Nullable JsonObject reach,
      @Nullable JsonObject fields) {

    RoleDraft toDraft() {
      return new RoleDraft(
          key,
          label == null ? null : new Text(label.vi(), label.en()),
          permissions,
          reach == null ? null : words(reach),
          fields == null ? null : nested(fields));
    }

    private static Map<String, String> words(JsonObject json) {
      Map<String, String> words = new TreeMap<>();
      // what is no text is no word that anybody knows, and is refused as such
      json.forEach(
          (key, value) ->
              words.put(
                  key, value instanceof JsonString text ? text.getString() : value.toString()));
      return words;
    }

    private static Map<String, Map<String, String>> nested(JsonObject json) {
      Map<String, Map<String, String>> nested = new TreeMap<>();
      json.forEach(
          (key, value) ->
              nested.put(key, value instanceof JsonObject object ? words(object) : Map.of("", "")));
      return nested;
    }
  }

  /** What a change means for those who have the role. */
  @Schema(name = "RoleEffect")
  public record EffectJson(
      @Schema(description = "How many people have the role.") int members,
      List<ChangeJson> changes) {

    static EffectJson of(RoleEffect effect) {
      return new EffectJson(
          effect.members(), effect.changes().stream().map(ChangeJson::of).toList());
    }
  }

  /** One thing that people gain or lose. */
  @Schema(name = "RoleEffectChange")
  public record ChangeJson(
      @Schema(enumeration = {"permission", "reach", "field"}) String kind,
      String what,
      @Nullable String before,
      @Nullable String after,
      boolean gains) {

    static ChangeJson of(RoleEffect.Change change) {
      return new ChangeJson(
          change.kind(), change.what(), change.before(), change.after(), change.gains());
    }
  }
}
