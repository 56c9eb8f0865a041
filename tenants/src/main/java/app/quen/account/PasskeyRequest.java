package app.quen.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is to be asked for, as WebAuthn names it.
 *
 * @param challenge to be signed; good for one answer and a few minutes
 * @param site the host that the passkey belongs to
 * @param account whom it is for; null where anybody may come in
 * @param known ids of the account's passkeys: to be left out when a new one is made, to be chosen
 *     from when it proves itself
 */
public record PasskeyRequest(
    byte[] challenge, String site, @Nullable Account account, List<byte[]> known) {

  /** Kinds of signature that are taken, by their numbers in COSE, the preferred one first. */
  public static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

  public List<Integer> algorithms() {
    return ALGORITHMS;
  }
}
