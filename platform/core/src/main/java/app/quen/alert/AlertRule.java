package app.quen.alert;

import app.quen.text.Text;
import java.util.Arrays;
import java.util.Optional;

/** What can stand out. */
public enum AlertRule {
  MASS_READS("mass-reads", 500, 4, "Xem quá nhiều hồ sơ", "Unusually many records viewed"),
  MASS_EXPORTS("mass-exports", 10, 4, "Xuất dữ liệu quá nhiều", "Unusually many exports"),
  REFUSALS("refusals", 20, 5, "Bị từ chối nhiều lần", "Repeated refusals"),
  FAILED_SIGN_INS("failed-sign-ins", 10, 4, "Đăng nhập sai nhiều lần", "Repeated failed sign-ins"),
  UNUSUAL_HOURS("unusual-hours", 10, 0, "Làm việc vào giờ lạ", "Activity at an unusual hour"),
  NEW_PLACE("new-place", 1, 0, "Đăng nhập từ nơi mới", "Sign-in from a new place"),
  IMPOSSIBLE_TRAVEL(
      "impossible-travel",
      900,
      0,
      "Đăng nhập từ hai nơi quá xa nhau",
      "Sign-ins from two places too far apart"),
  UNREADABLE_VALUE(
      "unreadable-value",
      1,
      0,
      "Giá trị mã hóa không đọc được: đã bị sửa ngoài Quen",
      "An encrypted value cannot be read: it was changed outside Quen");

  private final String key;
  private final int floor;
  private final int factor;
  private final Text label;

  AlertRule(String key, int floor, int factor, String vi, String en) {
    this.key = key;
    this.floor = floor;
    this.factor = factor;
    this.label = new Text(vi, en);
  }

  public String key() {
    return key;
  }

  public Text label() {
    return label;
  }

  /** Whether it counts something and learns how much of it is usual. */
  public boolean counts() {
    return factor > 0;
  }

  /** Where a workspace has decided nothing. */
  public RuleSetting usual() {
    return new RuleSetting(this, true, floor, factor, false, true);
  }

  public static Optional<AlertRule> find(String key) {
    return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
  }
}
