package app.quen.link.internal;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.link.LinkType;
import app.quen.text.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a link must be like. */
final class LinkRules {

  private static final int MAX_NOTE = 500;

  private LinkRules() {}

  static LinkType type(String written, List<Problem> problems) {
    LinkType type = LinkType.of(written).orElse(null);
    if (type != null) {
      return type;
    }
    String all =
        Arrays.stream(LinkType.values()).map(LinkType::word).collect(Collectors.joining(", "));
    problems.add(
        new Problem(
            "type",
            "not-a-choice",
            new Text(
                "“" + written + "” không có trong danh sách: " + all + ".",
                "“" + written + "” is none of: " + all + ".")));
    return LinkType.OTHER;
  }

  static @Nullable String note(@Nullable String written, List<Problem> problems) {
    if (written == null || written.isBlank()) {
      return null;
    }
    if (written.strip().length() > MAX_NOTE) {
      problems.add(
          new Problem(
              "note",
              "too-long",
              new Text("Tối đa " + MAX_NOTE + " ký tự.", "At most " + MAX_NOTE + " characters.")));
    }
    return written.strip();
  }

  static void dates(@Nullable LocalDate since, @Nullable LocalDate until, List<Problem> problems) {
    for (LocalDate date : Arrays.asList(since, until)) {
      if (date != null && (date.getYear() < 1850 || date.getYear() > 2200)) {
        problems.add(
            new Problem(
                date.equals(since) ? "since" : "until",
                "out-of-range",
                new Text("Năm phải từ 1850 đến 2200.", "The year must be 1850 to 2200.")));
        return;
      }
    }
    if (since != null && until != null && until.isBefore(since)) {
      problems.add(
          new Problem(
              "until",
              "before-since",
              new Text("Ngày kết thúc phải sau ngày bắt đầu.", "It must end after it began.")));
    }
  }

  static Problem itself() {
    return new Problem(
        "otherId",
        "itself",
        new Text(
            "Không thể liên kết khách hàng với chính mình. Hãy chọn một khách hàng khác.",
            "A customer cannot be linked to itself. Choose another one."));
  }

  static Problem unknownOther() {
    return new Problem(
        "otherId",
        "unknown",
        new Text(
            "Không có khách hàng này trong không gian làm việc.",
            "There is no such customer in this workspace."));
  }

  static void kinds(LinkType type, String from, String to, List<Problem> problems) {
    boolean fits =
        switch (type.ends()) {
          case ANY -> true;
          case PERSONS -> from.equals("person") && to.equals("person");
          case PERSON_TO_ORGANISATION -> from.equals("person") && to.equals("organisation");
        };
    if (!fits) {
      Text label = type.label(true);
      problems.add(
          new Problem(
              "type",
              "wrong-kind",
              type.ends() == LinkType.Ends.PERSONS
                  ? new Text(
                      "“" + label.vi() + "” chỉ nối hai khách hàng cá nhân.",
                      "“" + label.en() + "” joins two persons.")
                  : new Text(
                      "“" + label.vi() + "” nối một cá nhân với một doanh nghiệp.",
                      "“" + label.en() + "” joins a person to an organisation.")));
    }
  }

  /** What the links that two customers have say against one more from the first to the second. */
  static List<Problem> against(LinkType type, List<LinkRows.Between> known) {
    for (LinkRows.Between link : known) {
      if (link.type() == type) {
        Text label = type.label(true);
        return List.of(
            link.sameWay()
                ? new Problem(
                    "type",
                    "taken",
                    new Text(
                        "Hai khách hàng này đã có liên kết “" + label.vi() + "”.",
                        "The two are linked as “" + label.en() + "” already."))
                : new Problem(
                    "type",
                    "contradiction",
                    new Text(
                        "Đã có liên kết “" + label.vi() + "” theo chiều ngược lại.",
                        "The two are linked as “" + label.en() + "” the other way round.")));
      }
    }
    return List.of();
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
