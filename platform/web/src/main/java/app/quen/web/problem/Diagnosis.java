package app.quen.web.problem;

import static app.quen.web.problem.ProblemType.ADDRESS_PROOF_REQUIRED;
import static app.quen.web.problem.ProblemType.CONFLICT;
import static app.quen.web.problem.ProblemType.FORBIDDEN;
import static app.quen.web.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static app.quen.web.problem.ProblemType.INTERNAL;
import static app.quen.web.problem.ProblemType.NOT_FOUND;
import static app.quen.web.problem.ProblemType.OWN_SIGN_IN_REQUIRED;
import static app.quen.web.problem.ProblemType.SECOND_FACTOR_REQUIRED;
import static app.quen.web.problem.ProblemType.TAKEN;
import static app.quen.web.problem.ProblemType.TOO_LARGE;
import static app.quen.web.problem.ProblemType.TOO_MANY_REQUESTS;
import static app.quen.web.problem.ProblemType.UNAUTHENTICATED;
import static app.quen.web.problem.ProblemType.UNAVAILABLE;
import static app.quen.web.problem.ProblemType.VALIDATION;
import static app.quen.web.problem.ProblemType.WORKSPACE_SUSPENDED;

import app.quen.access.Refused;
import app.quen.account.AddressProofWanted;
import app.quen.account.Changed;
import app.quen.account.KeyMismatch;
import app.quen.account.NotFound;
import app.quen.account.NotSignedIn;
import app.quen.account.OwnSignInWanted;
import app.quen.account.RefusedEntrance;
import app.quen.account.Rejected;
import app.quen.account.SecondFactorWanted;
import app.quen.account.SessionTooOld;
import app.quen.attachment.AttachmentTooLarge;
import app.quen.attachment.NoSuchAttachment;
import app.quen.bulk.NoSuchRun;
import app.quen.consent.NoSuchPurpose;
import app.quen.customer.NoSuchCustomer;
import app.quen.exporting.NoSuchExport;
import app.quen.fact.NoSuchPage;
import app.quen.field.Invalid;
import app.quen.field.NoSuchField;
import app.quen.field.Outdated;
import app.quen.importing.NoSuchImport;
import app.quen.importing.TooLarge;
import app.quen.installation.NoSuchPlugin;
import app.quen.limit.TooManyAttempts;
import app.quen.link.NoSuchLink;
import app.quen.mail.MailRefused;
import app.quen.order.NoSuchOrder;
import app.quen.record.NoSuchRecord;
import app.quen.source.NoSuchSource;
import app.quen.survey.Form;
import app.quen.survey.FormUnavailable;
import app.quen.survey.NoSuchSurvey;
import app.quen.team.NoSuchRole;
import app.quen.team.NoSuchShare;
import app.quen.team.NoSuchTeam;
import app.quen.tenant.TenantUnavailable;
import app.quen.text.Text;
import app.quen.view.NoSuchView;
import app.quen.web.problem.Problem.FieldError;
import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Which problem an exception means for the caller. */
public final class Diagnosis {

  private Diagnosis() {}

  public static Problem of(Throwable thrown) {
    var cause = unwrapped(thrown);
    return switch (cause) {
      case ProblemException e -> e.problem();
      case Invalid e -> invalid(e);
      case Rejected e -> rejected(e);
      case RefusedEntrance e -> rejected(e.reason());
      case OwnSignInWanted e -> Problem.of(OWN_SIGN_IN_REQUIRED);
      case NotSignedIn e -> notSignedIn();
      case SecondFactorWanted e -> Problem.of(SECOND_FACTOR_REQUIRED);
      case AddressProofWanted e -> Problem.of(ADDRESS_PROOF_REQUIRED);
      case MailRefused e -> noMail();
      case SessionTooOld e -> Problem.of(UNAUTHENTICATED);
      case Changed e -> Problem.of(CONFLICT);
      case TooManyAttempts e -> tooMany(e);
      case NotFound e -> Problem.of(NOT_FOUND);
      case NoSuchPage e -> noSuchPage();
      case NoSuchField e -> Problem.of(NOT_FOUND);
      case Outdated e -> Problem.of(CONFLICT);
      case NoSuchCustomer e -> Problem.of(NOT_FOUND);
      case NoSuchPurpose e -> Problem.of(NOT_FOUND);
      case NoSuchSource e -> Problem.of(NOT_FOUND);
      case NoSuchLink e -> Problem.of(NOT_FOUND);
      case NoSuchRecord e -> Problem.of(NOT_FOUND);
      case NoSuchSurvey e -> Problem.of(NOT_FOUND);
      case FormUnavailable e -> form(e);
      case NoSuchOrder e -> Problem.of(NOT_FOUND);
      case NoSuchPlugin e -> Problem.of(NOT_FOUND);
      case NoSuchImport e -> Problem.of(NOT_FOUND);
      case NoSuchRun e -> Problem.of(NOT_FOUND);
      case NoSuchAttachment e -> Problem.of(NOT_FOUND);
      case AttachmentTooLarge e -> Problem.of(TOO_LARGE, e.advice());
      case NoSuchRole e -> Problem.of(NOT_FOUND);
      case NoSuchTeam e -> Problem.of(NOT_FOUND);
      case NoSuchShare e -> Problem.of(NOT_FOUND);
      case NoSuchView e -> Problem.of(NOT_FOUND);
      case NoSuchExport e -> Problem.of(NOT_FOUND);
      case TooLarge e -> Problem.of(TOO_LARGE, e.advice());
      case KeyMismatch e -> Problem.of(IDEMPOTENCY_MISMATCH);
      case Refused e -> refused(e);
      case TenantUnavailable e -> unavailable(e);
      case WebApplicationException e -> http(e);
      default -> isDatabaseAway(cause) ? busy() : Problem.of(INTERNAL);
    };
  }

  private static Throwable unwrapped(Throwable thrown) {
    var cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Problem noSuchPage() {
    return fields(
        VALIDATION,
        List.of(
            new FieldError(
                "cursor",
                "unknown",
                new Text(
                    "Trang này không còn; hãy đọc lại danh sách từ đầu.",
                    "There is no such page; read the list from its beginning."))));
  }

  private static Problem invalid(Invalid invalid) {
    return fields(
        VALIDATION,
        invalid.problems().stream()
            .map(problem -> new FieldError(problem.field(), problem.code(), problem.message()))
            .toList());
  }

  /** Where all that is wrong is that something is taken, it is a matter of state, not of form. */
  private static Problem rejected(Rejected rejected) {
    var errors =
        rejected.problems().stream()
            .map(
                problem ->
                    new FieldError(
                        problem.field(), problem.code(), new Text(problem.vi(), problem.en())))
            .toList();
    var onlyTaken = errors.stream().allMatch(error -> error.code().equals("taken"));
    return fields(onlyTaken ? TAKEN : VALIDATION, errors);
  }

  private static Problem fields(ProblemType type, List<FieldError> errors) {
    var detail = errors.size() == 1 ? errors.getFirst().message() : type.detail();
    return Problem.of(type, detail).errors(errors);
  }

  private static Problem notSignedIn() {
    return Problem.of(
        UNAUTHENTICATED,
        "E-mail và mật khẩu không khớp. Hãy kiểm tra rồi thử lại.",
        "The e-mail address and the password do not belong together. Check both and try again.");
  }

  private static Problem tooMany(TooManyAttempts attempts) {
    long seconds = Math.max(1, attempts.retryAfter().toSeconds());
    return Problem.of(
            TOO_MANY_REQUESTS,
            "Hãy thử lại sau %d giây.".formatted(seconds),
            "Try again in %d seconds.".formatted(seconds))
        .header("Retry-After", Long.toString(seconds));
  }

  private static Problem refused(Refused refused) {
    return Problem.of(
            FORBIDDEN,
            "Bạn cần quyền %s. Hãy nhờ chủ doanh nghiệp cấp quyền.".formatted(refused.permission()),
            "This needs the permission %s. Ask an owner of the workspace for it."
                .formatted(refused.permission()))
        .with("permission", Json.createValue(refused.permission()));
  }

  private static Problem unavailable(TenantUnavailable unavailable) {
    return switch (unavailable.reason()) {
      case SUSPENDED -> Problem.of(WORKSPACE_SUSPENDED);
      case PROVISIONING -> busy();
      case UNKNOWN, NONE_ENTERED ->
          Problem.of(
              FORBIDDEN,
              "Bạn không còn trong không gian làm việc nào. Hãy chọn một không gian khác.",
              "You are in no workspace any more. Switch to another one.");
    };
  }

  private static Problem http(WebApplicationException e) {
    var status = e.getResponse().getStatus();
    for (var type : ProblemType.values()) {
      if (type.status() == status) {
        var problem = Problem.of(type);
        var allow = e.getResponse().getHeaderString("Allow");
        return allow == null ? problem : problem.header("Allow", allow);
      }
    }
    return Problem.of(status < 500 ? ProblemType.BAD_REQUEST : INTERNAL);
  }

  private static Problem busy() {
    return Problem.of(UNAVAILABLE).header("Retry-After", "2");
  }

  private static Problem noMail() {
    return Problem.of(
            UNAVAILABLE,
            "Máy chủ thư không nhận thư. Hãy xem lại địa chỉ rồi thử lại sau ít phút.",
            "The mail server did not take the letter. Check the address and try again in a few"
                + " minutes.")
        .header("Retry-After", "60");
  }

  private static Problem form(FormUnavailable form) {
    return form.state() == Form.State.ANSWERED
        ? Problem.of(
            TAKEN,
            "Bạn đã gửi phiếu này rồi. Cảm ơn bạn.",
            "You have sent this form already. Thank you.")
        : Problem.of(
            TAKEN,
            "Phiếu này đã đóng nên không nhận câu trả lời nữa.",
            "This form is closed and takes no more answers.");
  }

  private static boolean isDatabaseAway(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException) {
        return true;
      }
      if (cause.getCause() == cause) {
        return false;
      }
    }
    return false;
  }
}
