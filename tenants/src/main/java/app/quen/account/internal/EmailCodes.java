package app.quen.account.internal;

import app.quen.account.AddressProofWanted;
import app.quen.account.Rejected;
import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Codes that are mailed to an address, to see whether who signs up reads its mail. */
@ApplicationScoped
public class EmailCodes {

  private static final int LETTERS = 8;
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  @Inject ControlSchema control;
  @Inject Accounts accounts;
  @Inject Post post;
  @Inject Limits limits;
  @Inject Clock clock;

  /** Whether an address can be proven at all. */
  public boolean wanted() {
    return post.ready();
  }

  /**
   * @throws AddressProofWanted if there is no code: one was mailed, or where the address has an
   *     account, word of that; who asks sees no difference
   * @throws Rejected if the code is not the one that was mailed last (field {@code code})
   * @throws TooManyAttempts if too many were asked for or wrong
   */
  public void prove(String email, String language, @Nullable String code) {
    if (code == null || code.isBlank()) {
      limits.count("email-code.sent", email);
      mail(email, language);
      throw new AddressProofWanted();
    }
    limits.count("email-code.account", email);
    var typed = Secrets.hash(code.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    var stored =
        control.call(
            sql ->
                sql.createQuery(
                        "SELECT code_hash FROM email_code WHERE email = :email"
                            + " AND expires_at > :now")
                    .bind("email", email)
                    .bind("now", clock.instant())
                    .mapTo(byte[].class)
                    .findOne());
    if (stored.filter(hash -> MessageDigest.isEqual(hash, typed)).isEmpty()) {
      throw new Rejected(
          "code",
          "wrong",
          "Mã không đúng hoặc đã hết hạn. Hãy xem thư mới nhất, hoặc đăng ký lại để nhận mã mới.",
          "This is not the code, or its time is over. Look at the newest letter, or sign up again"
              + " to be sent another one.");
    }
    limits.forget("email-code.account", email);
  }

  private void mail(String email, String language) {
    if (accounts.findByEmail(email).isPresent()) {
      post.known(email, language);
      return;
    }
    var code = Secrets.letters(LETTERS);
    var now = clock.instant();
    control.run(
        sql -> {
          sql.createUpdate("DELETE FROM email_code WHERE expires_at < :now LIMIT 100")
              .bind("now", now)
              .execute();
          sql.createUpdate(
                  "REPLACE INTO email_code (email, code_hash, expires_at)"
                      + " VALUES (:email, :hash, :expires)")
              .bind("email", email)
              .bind("hash", Secrets.hash(code))
              .bind("expires", now.plus(GOOD_FOR))
              .execute();
        });
    post.code(email, language, code);
  }

  /** It has done its work, in the transaction that makes the account. */
  public void use(Handle sql, String email) {
    sql.createUpdate("DELETE FROM email_code WHERE email = :email").bind("email", email).execute();
  }
}
