package app.quen.web.request;

import app.quen.web.Page;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of records as entity tags. */
public final class Version {

  private static final Pattern TAG = Pattern.compile("\"v(\\d{1,9})\"");

  private Version() {}

  public static String tag(int version) {
    return "\"v" + version + "\"";
  }

  /** Of the version that a client has read and wants to change. */
  public static int of(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(ProblemType.PRECONDITION_REQUIRED).exception();
    }
    var matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw Page.badParameter(
          "If-Match",
          "If-Match phải là một ETag đã đọc, ví dụ \"v3\".",
          "If-Match is one ETag that was read, such as \"v3\".");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
