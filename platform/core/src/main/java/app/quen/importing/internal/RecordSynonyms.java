package app.quen.importing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What files of interactions, feedback and tasks call their columns, folded by {@link Headings}.
 */
final class RecordSynonyms {

  private static final Map<String, List<String>> BY_FIELD =
      Map.ofEntries(
          Map.entry(
              "at",
              List.of(
                  "ngay",
                  "ngay gio",
                  "thoi gian",
                  "thoi diem",
                  "ngay goi",
                  "ngay nhan",
                  "ngay lien he",
                  "date",
                  "time",
                  "date time",
                  "timestamp",
                  "created at")),
          Map.entry(
              "channel",
              List.of("kenh", "kenh lien he", "hinh thuc", "channel", "type of contact")),
          Map.entry("direction", List.of("chieu", "chieu goi", "direction")),
          Map.entry(
              "subject", List.of("tieu de", "chu de", "ve viec", "subject", "topic", "title")),
          Map.entry(
              "body",
              List.of(
                  "noi dung",
                  "ghi chu",
                  "chi tiet",
                  "mo ta",
                  "y kien",
                  "gop y",
                  "content",
                  "note",
                  "notes",
                  "comment",
                  "comments",
                  "description",
                  "details")),
          Map.entry("outcome", List.of("ket qua", "ket qua goi", "outcome", "result")),
          Map.entry(
              "durationSeconds",
              List.of("thoi luong", "so giay", "duration", "duration seconds", "seconds")),
          Map.entry(
              "memberId", List.of("nhan vien", "nguoi goi", "nguoi thuc hien", "agent", "staff")),
          Map.entry("ownerId", List.of("nguoi phu trach", "nguoi xu ly", "phu trach", "owner")),
          Map.entry("assigneeId", List.of("nguoi lam", "giao cho", "duoc giao", "assignee")),
          Map.entry("kind", List.of("loai", "loai phan hoi", "kind", "type")),
          Map.entry("nps", List.of("diem nps", "nps", "nps score")),
          Map.entry("csat", List.of("muc hai long", "do hai long", "csat", "satisfaction")),
          Map.entry("rating", List.of("so sao", "danh gia", "rating", "stars", "score")),
          Map.entry("state", List.of("trang thai", "tinh trang", "status", "state")),
          Map.entry("resolution", List.of("cach giai quyet", "huong xu ly", "resolution")),
          Map.entry(
              "dueAt", List.of("han", "han chot", "han xu ly", "ngay het han", "due", "deadline")),
          Map.entry("priority", List.of("uu tien", "muc uu tien", "priority")),
          Map.entry("title", List.of("viec", "viec can lam", "cong viec", "task", "to do")));

  private static final Map<String, List<String>> FIELDS = new HashMap<>();

  static {
    BY_FIELD.forEach(
        (field, names) ->
            names.forEach(name -> FIELDS.merge(name, List.of(field), RecordSynonyms::both)));
  }

  private RecordSynonyms() {}

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** Whether the heading means the field of this key. */
  static boolean means(String folded, String key) {
    return FIELDS.getOrDefault(folded, List.of()).contains(key);
  }
}
