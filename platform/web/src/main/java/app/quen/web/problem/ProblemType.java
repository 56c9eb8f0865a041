package app.quen.web.problem;

import app.quen.text.Text;

/** The kinds of problem that a client can tell apart, with what they say unless more is known. */
public enum ProblemType {
  BAD_REQUEST(
      400,
      "bad-request",
      "Yêu cầu không đúng dạng",
      "The request does not have the expected shape",
      "Hãy xem lại dữ liệu gửi lên theo tài liệu API.",
      "Hold what you sent against the API's description."),
  UNAUTHENTICATED(
      401,
      "unauthenticated",
      "Bạn cần đăng nhập",
      "You need to sign in",
      "Chưa có thông tin đăng nhập, hoặc phiên hay khóa API đã hết hiệu lực. Hãy đăng nhập lại.",
      "There is no credential, or the session or API key does not hold any more. Sign in again."),
  SECOND_FACTOR_REQUIRED(
      401,
      "second-factor-required",
      "Cần thêm mã xác thực",
      "A code is wanted too",
      "Hãy gửi lại cùng mã trong ứng dụng xác thực, hoặc một mã dự phòng.",
      "Send the same again with a code of the authenticator application, or a recovery code."),
  ADDRESS_PROOF_REQUIRED(
      403,
      "address-proof-required",
      "Hãy xác nhận e-mail",
      "Show that the e-mail address is yours",
      "Một mã vừa được gửi tới e-mail này. Hãy gửi lại cùng mã đó.",
      "A code was mailed to this address. Send the same again with it."),
  SECOND_FACTOR_MISSING(
      403,
      "second-factor-missing",
      "Không gian này yêu cầu xác thực hai lớp",
      "This workspace wants a second factor",
      "Hãy bật xác thực hai lớp cho tài khoản, hoặc xác nhận bằng mã, rồi làm tiếp.",
      "Set up a second factor for your account, or confirm with a code, then go on."),
  PROVIDER_REQUIRED(
      403,
      "provider-required",
      "Không gian này đăng nhập qua nhà cung cấp của mình",
      "This workspace signs in by its provider",
      "Hãy đăng nhập lại bằng nhà cung cấp của không gian này.",
      "Sign in again by the provider of this workspace."),
  OWN_SIGN_IN_REQUIRED(
      403,
      "own-sign-in-required",
      "Cần đăng nhập bằng chính tài khoản",
      "This wants a sign-in of the account itself",
      "Bạn vào qua nhà cung cấp của không gian này nên chỉ làm việc được trong không gian này. Hãy"
          + " đăng nhập bằng mật khẩu hoặc passkey.",
      "You came by this workspace's provider, which is good for this workspace alone. Sign in with"
          + " your password or a passkey."),
  FORBIDDEN(
      403,
      "forbidden",
      "Bạn không có quyền làm việc này",
      "You may not do this",
      "Hãy nhờ chủ doanh nghiệp cấp quyền.",
      "Ask an owner of the workspace for the permission."),
  STEP_UP_REQUIRED(
      403,
      "step-up-required",
      "Hãy xác nhận đó là bạn",
      "Confirm that it is you",
      "Việc này cần xác nhận lại. Hãy gửi mật khẩu tới /session/confirmation rồi lặp lại yêu cầu.",
      "This wants a fresh proof. Send the password to /session/confirmation, then repeat the"
          + " request."),
  WORKSPACE_SUSPENDED(
      403,
      "workspace-suspended",
      "Không gian làm việc đang tạm ngưng",
      "The workspace is suspended",
      "Dữ liệu vẫn được giữ nguyên. Hãy liên hệ bộ phận hỗ trợ để mở lại.",
      "Its data is kept as it is. Ask support to have it resumed."),
  NOT_FOUND(
      404,
      "not-found",
      "Không tìm thấy",
      "Not found",
      "Không có mục này trong không gian làm việc của bạn.",
      "There is no such thing in this workspace."),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "Phương thức không dùng được ở đây",
      "The method is not possible here",
      "Địa chỉ này không nhận phương thức HTTP đó; đầu mục Allow cho biết phương thức nào được.",
      "This address does not take that HTTP method; the Allow header says which it takes."),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      "Không có dạng dữ liệu được yêu cầu",
      "Not to be had in the type asked for",
      "Hãy chấp nhận application/json hoặc dạng ghi trong tài liệu API.",
      "Accept application/json, or the type that the API's description names."),
  TAKEN(
      409,
      "taken",
      "Đã có người dùng",
      "Already taken",
      "Giá trị này đã được dùng, hoặc mục này đang ở trạng thái không cho phép.",
      "Something else has this already, or it is not in a state for this."),
  CONFLICT(
      412,
      "conflict",
      "Người khác vừa sửa",
      "Somebody else has changed this",
      "Dữ liệu đã thay đổi từ khi bạn mở. Hãy xem bản mới rồi sửa lại.",
      "It has changed since you read it. Look at it as it is now and make your change again."),
  TOO_LARGE(
      413,
      "too-large",
      "Dữ liệu gửi lên quá lớn",
      "Too large",
      "Hãy chia nhỏ rồi gửi lại.",
      "Send it in smaller parts."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "unsupported-media-type",
      "Dạng dữ liệu không được hỗ trợ",
      "Not a type that is taken here",
      "Hãy đặt Content-Type theo tài liệu API.",
      "Set Content-Type as the API's description says."),
  VALIDATION(
      422,
      "validation",
      "Có thông tin cần xem lại",
      "Some fields need another look",
      "Hãy sửa các mục được nêu rồi gửi lại.",
      "Correct the fields that are named and send it again."),
  IDEMPOTENCY_MISMATCH(
      422,
      "idempotency-mismatch",
      "Idempotency-Key đã dùng cho yêu cầu khác",
      "The Idempotency-Key belongs to another request",
      "Mỗi yêu cầu mới cần một khóa mới.",
      "Give each new request a key of its own."),
  PRECONDITION_REQUIRED(
      428,
      "precondition-required",
      "Thiếu If-Match",
      "If-Match is missing",
      "Hãy gửi If-Match với ETag bạn đã đọc, ví dụ If-Match: \"v3\".",
      "Send If-Match with the ETag that you read, such as If-Match: \"v3\"."),
  TOO_MANY_REQUESTS(
      429,
      "too-many-requests",
      "Quá nhiều lần",
      "Too many attempts",
      "Hãy thử lại sau thời gian ghi trong Retry-After.",
      "Try again after the time that Retry-After says."),
  INTERNAL(
      500,
      "internal",
      "Quen gặp lỗi",
      "Something went wrong on our side",
      "Lỗi đã được ghi lại. Nếu vẫn lặp lại, hãy gửi mã yêu cầu cho bộ phận hỗ trợ.",
      "It is in our logs. If it happens again, give support the request id."),
  UNAVAILABLE(
      503,
      "unavailable",
      "Quen đang bận",
      "Quen cannot answer right now",
      "Hãy thử lại sau ít giây.",
      "Try again in a few seconds.");

  private final int status;
  private final String name;
  private final Text title;
  private final Text detail;

  ProblemType(
      int status, String name, String titleVi, String titleEn, String detailVi, String detailEn) {
    this.status = status;
    this.name = name;
    this.title = new Text(titleVi, titleEn);
    this.detail = new Text(detailVi, detailEn);
  }

  public int status() {
    return status;
  }

  public String urn() {
    return "urn:quen:problem:" + name;
  }

  Text title() {
    return title;
  }

  Text detail() {
    return detail;
  }
}
