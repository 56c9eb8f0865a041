package app.quen.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the contract between Quen and a plugin; versioned apart from the product. */
public record ApiVersion(int major, int minor) {

  /** The contract that this build of Quen offers. */
  public static final ApiVersion OFFERED = new ApiVersion(0, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  /** Empty if the text is no version. */
  public static Optional<ApiVersion> parse(String text) {
    Matcher m = FORM.matcher(text);
    return m.matches()
        ? Optional.of(new ApiVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
        : Optional.empty();
  }

  /**
   * Whether a plugin made for the required version runs on this one: the same major version and no
   * newer minor one. Before 1.0 every minor version may break, so it must be the same.
   */
  public boolean serves(ApiVersion required) {
    return major == required.major
        && (major == 0 ? minor == required.minor : minor >= required.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
