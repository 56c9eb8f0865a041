package app.quen.identity;

import org.jspecify.annotations.Nullable;

/** A provider cannot be asked, or its answer does not hold. */
public class Distrusted extends RuntimeException {

  /** Why, with words for whoever has to mend it. */
  public enum Reason {
    NOT_ALLOWED(
        "not-allowed",
        "Địa chỉ phải bắt đầu bằng https:// và nằm trên mạng công cộng. Nếu nhà cung cấp ở mạng nội"
            + " bộ, hãy nhờ người vận hành cho phép.",
        "The address must begin with https:// and be on the public internet. If the provider is in"
            + " a private network, ask the operator to allow it."),
    UNREACHABLE(
        "unreachable",
        "Nhà cung cấp không trả lời. Hãy kiểm tra địa chỉ, hoặc thử lại sau.",
        "The provider does not answer. Check the address, or try again later."),
    NO_PROVIDER(
        "no-provider",
        "Địa chỉ này không phải của nhà cung cấp OpenID Connect, hoặc nhà cung cấp tự gọi mình bằng"
            + " địa chỉ khác. Hãy chép đúng địa chỉ issuer.",
        "There is no OpenID Connect provider at this address, or it calls itself by another one."
            + " Copy the issuer exactly."),
    CANCELLED(
        "cancelled",
        "Bạn đã hủy đăng nhập, hoặc nhà cung cấp không cho bạn vào ứng dụng này.",
        "You cancelled the sign-in, or the provider does not let you into this application."),
    UNFINISHED(
        "unfinished",
        "Việc đăng nhập ở nhà cung cấp chưa xong, hoặc đã quá lâu. Hãy thử lại.",
        "The sign-in at the provider was not finished, or took too long. Try again."),
    DENIED(
        "denied",
        "Nhà cung cấp không đồng ý. Hãy thử lại; nếu vẫn vậy, chủ sở hữu cần xem lại client ID,"
            + " client secret và địa chỉ chuyển hướng.",
        "The provider has refused. Try again; if it goes on, an owner has to check the client id,"
            + " the client secret and the redirect address."),
    BAD_TOKEN(
        "bad-token",
        "Trả lời của nhà cung cấp không hợp lệ nên không được chấp nhận.",
        "The provider's answer does not hold, so it was not taken.");

    /**
     * @param error what a provider says that gives no code (RFC 6749, OpenID Connect Core)
     */
    public static Reason of(@Nullable String error) {
      return switch (error) {
        case "access_denied", "consent_required" -> CANCELLED;
        case "temporarily_unavailable",
            "server_error",
            "login_required",
            "interaction_required",
            "account_selection_required" ->
            UNFINISHED;
        case null, default -> DENIED;
      };
    }

    private final String code;
    private final String vi;
    private final String en;

    Reason(String code, String vi, String en) {
      this.code = code;
      this.vi = vi;
      this.en = en;
    }

    public String code() {
      return code;
    }

    public String vi() {
      return vi;
    }

    public String en() {
      return en;
    }
  }

  private final Reason reason;

  public Distrusted(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
