package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.account.Rejected;
import app.quen.account.SecondFactor;
import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.key.MasterKey;
import app.quen.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What accounts prove themselves with beside the password. The secret of an authenticator
 * application is wrapped by the master key, bound to its account; of recovery codes there are only
 * hashes, which for 120 random bits need not be slow.
 */
@ApplicationScoped
public class SecondFactors {

  private static final int CODES = 10;
  private static final int GROUPS = 6;
  private static final int GROUP = 4;

  @Inject ControlSchema control;
  @Inject MasterKey masterKey;
  @Inject Limits limits;
  @Inject Clock clock;

  private record Stored(byte[] secret, long lastStep) {}

  public SecondFactor show(UUID account) {
    return control.call(
        sql ->
            new SecondFactor(
                sql.createQuery(
                        "SELECT confirmed_at FROM totp WHERE account_id = :account"
                            + " AND confirmed_at IS NOT NULL")
                    .bind("account", account)
                    .mapTo(Instant.class)
                    .findOne()
                    .orElse(null),
                sql.createQuery("SELECT COUNT(*) FROM passkey WHERE account_id = :account")
                    .bind("account", account)
                    .mapTo(Integer.class)
                    .one(),
                sql.createQuery(
                        "SELECT COUNT(*) FROM recovery_code WHERE account_id = :account"
                            + " AND used_at IS NULL")
                    .bind("account", account)
                    .mapTo(Integer.class)
                    .one()));
  }

  public boolean has(UUID account) {
    return show(account).totpSince() != null;
  }

  /**
   * Makes a secret that counts for nothing yet, in place of one that counted for nothing either.
   */
  public byte[] begin(UUID account) {
    var secret = Totp.secret();
    control.transact(
        sql -> {
          sql.createUpdate("DELETE FROM totp WHERE account_id = :account AND confirmed_at IS NULL")
              .bind("account", account)
              .execute();
          return sql.createUpdate(
                  "INSERT INTO totp (account_id, secret, created_at) VALUES (:account, :secret,"
                      + " :now)")
              .bind("account", account)
              .bind("secret", masterKey.wrap(secret, boundTo(account)))
              .bind("now", Instant.now())
              .execute();
        });
    return secret;
  }

  /**
   * From now on the application's codes are asked for.
   *
   * @throws Rejected if this is not a code of the secret that was begun with
   */
  public void activate(Handle sql, Account account, String code) {
    limits.count("second-factor.account", account.email());
    var step =
        lock(sql, account.id(), "confirmed_at IS NULL")
            .map(it -> Totp.match(it.secret(), digits(code), clock.instant(), it.lastStep()))
            .filter(it -> it.isPresent())
            .orElseThrow(SecondFactors::wrong)
            .getAsLong();
    limits.forget("second-factor.account", account.email());
    sql.createUpdate(
            "UPDATE totp SET confirmed_at = :now, last_step = :step WHERE account_id = :account")
        .bind("now", Instant.now())
        .bind("step", step)
        .bind("account", account.id())
        .execute();
  }

  /** New ones in place of all that there are. */
  public List<String> renewCodes(Handle sql, UUID account) {
    forgetCodes(sql, account);
    var codes = new ArrayList<String>();
    for (int i = 0; i < CODES; i++) {
      var code = recoveryCode();
      sql.createUpdate("INSERT INTO recovery_code (account_id, code_hash) VALUES (:account, :hash)")
          .bind("account", account)
          .bind("hash", Secrets.hash(letters(code)))
          .execute();
      codes.add(code);
    }
    return codes;
  }

  /** Takes the application away, and the codes that stood in for it. */
  public void remove(Handle sql, UUID account) {
    sql.createUpdate("DELETE FROM totp WHERE account_id = :account")
        .bind("account", account)
        .execute();
    forgetCodes(sql, account);
  }

  private static void forgetCodes(Handle sql, UUID account) {
    sql.createUpdate("DELETE FROM recovery_code WHERE account_id = :account")
        .bind("account", account)
        .execute();
  }

  /**
   * Takes a code of the application, or a recovery code; each once.
   *
   * @throws Rejected if it is neither (field {@code code})
   * @throws app.quen.limit.TooManyAttempts if it was neither too often
   */
  public void prove(Account account, String code) {
    limits.count("second-factor.account", account.email());
    boolean proved =
        control.transact(
            sql -> takeCode(sql, account.id(), code) || takeRecoveryCode(sql, account.id(), code));
    if (!proved) {
      throw wrong();
    }
    limits.forget("second-factor.account", account.email());
  }

  private boolean takeCode(Handle sql, UUID account, String code) {
    var step =
        lock(sql, account, "confirmed_at IS NOT NULL")
            .map(it -> Totp.match(it.secret(), digits(code), clock.instant(), it.lastStep()));
    if (step.isEmpty() || step.get().isEmpty()) {
      return false;
    }
    sql.createUpdate("UPDATE totp SET last_step = :step WHERE account_id = :account")
        .bind("step", step.get().getAsLong())
        .bind("account", account)
        .execute();
    return true;
  }

  private boolean takeRecoveryCode(Handle sql, UUID account, String code) {
    return sql.createUpdate(
                "UPDATE recovery_code SET used_at = :now WHERE account_id = :account"
                    + " AND code_hash = :hash AND used_at IS NULL")
            .bind("now", Instant.now())
            .bind("account", account)
            .bind("hash", Secrets.hash(letters(code)))
            .execute()
        == 1;
  }

  /** Locked, so that of two requests with the same code one is too late. */
  private Optional<Stored> lock(Handle sql, UUID account, String state) {
    return sql.createQuery(
            "SELECT secret, last_step FROM totp WHERE account_id = :account AND "
                + state
                + " FOR UPDATE")
        .bind("account", account)
        .map(
            (row, context) ->
                new Stored(
                    masterKey.unwrap(row.getBytes("secret"), boundTo(account)),
                    row.getLong("last_step")))
        .findOne();
  }

  /** Wraps all secrets anew with what the master key wraps with now. */
  public int rewrapAll() {
    var accounts =
        control.call(
            sql -> sql.createQuery("SELECT account_id FROM totp").mapTo(UUID.class).list());
    accounts.forEach(
        account ->
            control.transact(
                sql ->
                    lock(sql, account, "TRUE")
                        .map(
                            stored ->
                                sql.createUpdate(
                                        "UPDATE totp SET secret = :secret WHERE account_id ="
                                            + " :account")
                                    .bind(
                                        "secret", masterKey.wrap(stored.secret(), boundTo(account)))
                                    .bind("account", account)
                                    .execute())));
    return accounts.size();
  }

  private static byte[] boundTo(UUID account) {
    return ("totp " + account).getBytes(StandardCharsets.UTF_8);
  }

  private static String recoveryCode() {
    var groups = new ArrayList<String>();
    for (int i = 0; i < GROUPS; i++) {
      groups.add(Secrets.letters(GROUP));
    }
    return String.join("-", groups);
  }

  /** As people copy them: with spaces, dashes and capitals. */
  private static String letters(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  private static Rejected wrong() {
    return new Rejected(
        "code",
        "wrong",
        "Mã không đúng hoặc đã dùng rồi. Hãy nhập mã đang hiện trong ứng dụng.",
        "This code is wrong or was used already. Enter the one that the application shows now.");
  }
}
