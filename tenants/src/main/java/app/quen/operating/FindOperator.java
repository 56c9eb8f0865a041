package app.quen.operating;

import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns an operator's token into the operator. */
@ApplicationScoped
public class FindOperator {

  private static final Operator FIRST = new Operator(new UUID(0, 0), "bootstrap");

  @Inject ControlSchema control;

  @Inject
  @ConfigProperty(name = "quen.operator.token.sha256")
  Optional<String> bootstrap;

  /**
   * @param token as it was given: {@code qop_<secret>}
   */
  public Optional<Operator> find(String token) {
    if (!token.startsWith("qop_")) {
      return Optional.empty();
    }
    var hash = Secrets.hash(token);
    if (bootstrap
        .filter(hex -> MessageDigest.isEqual(HexFormat.of().parseHex(hex.strip()), hash))
        .isPresent()) {
      return Optional.of(FIRST);
    }
    return control.call(
        sql ->
            sql.createQuery("SELECT id, name FROM operator WHERE token_hash = :hash")
                .bind("hash", hash)
                .map(
                    (row, context) ->
                        new Operator(row.getObject("id", UUID.class), row.getString("name")))
                .findOne());
  }
}
