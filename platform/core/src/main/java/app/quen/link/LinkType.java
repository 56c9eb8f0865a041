package app.quen.link;

import app.quen.text.Text;
import java.util.Locale;
import java.util.Optional;

/**
 * How two customers belong together. A link of a type with a direction reads from one customer to
 * the other; the other sees its reverse.
 */
public enum LinkType {
  WORKS_AT(Ends.PERSON_TO_ORGANISATION, "Làm việc tại", "Works at", "Nhân viên", "Employs"),
  HOUSEHOLD(Ends.PERSONS, "Cùng hộ gia đình", "Same household"),
  REFERRED_BY(Ends.ANY, "Được giới thiệu bởi", "Referred by", "Đã giới thiệu", "Referred"),
  GUARDIAN_OF(
      Ends.PERSONS, "Người giám hộ của", "Guardian of", "Được giám hộ bởi", "Has as guardian"),
  PARENT_OF(Ends.PERSONS, "Cha/mẹ của", "Parent of", "Con của", "Child of"),
  SPOUSE(Ends.PERSONS, "Vợ/chồng", "Spouse"),
  SIBLING(Ends.PERSONS, "Anh chị em", "Sibling"),
  OTHER(Ends.ANY, "Có liên quan", "Related");

  private final Ends ends;
  private final Text forward;
  private final Text reverse;
  private final boolean directed;

  LinkType(Ends ends, String vi, String en) {
    this.ends = ends;
    forward = new Text(vi, en);
    reverse = forward;
    directed = false;
  }

  LinkType(Ends ends, String vi, String en, String reverseVi, String reverseEn) {
    this.ends = ends;
    forward = new Text(vi, en);
    reverse = new Text(reverseVi, reverseEn);
    directed = true;
  }

  /** Which kinds of customer a type joins. */
  public enum Ends {
    ANY,
    PERSONS,
    PERSON_TO_ORGANISATION
  }

  public Ends ends() {
    return ends;
  }

  public boolean directed() {
    return directed;
  }

  /** What the other customer is to the one that looks: the link read outwards, or inwards. */
  public Text label(boolean outwards) {
    return outwards ? forward : reverse;
  }

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LinkType> of(String word) {
    for (LinkType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
