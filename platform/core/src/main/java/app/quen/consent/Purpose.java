package app.quen.consent;

import app.quen.access.Actor;
import app.quen.text.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a workspace asks its customers' consent for.
 *
 * @param key by which programs and facts name it, e.g. {@code marketing}
 * @param channels over which the purpose is pursued
 * @param active nothing may be sent for a retired one
 * @param texts what people were asked, oldest first; never empty
 */
public record Purpose(
    PurposeId id,
    int version,
    String key,
    Text name,
    Set<ConsentChannel> channels,
    boolean active,
    List<Wording> texts,
    Instant createdAt,
    Actor createdBy,
    Instant updatedAt,
    Actor updatedBy) {

  /**
   * One version of the text.
   *
   * @param keepsConsents whether what was granted to the version before still holds
   */
  public record Wording(int version, Text text, boolean keepsConsents, Instant at, Actor by) {}

  public Wording current() {
    return texts.stream().max(Comparator.comparingInt(Wording::version)).orElseThrow();
  }

  /** Whether a consent to this version of the text holds for all that came after it. */
  public boolean keeps(int granted) {
    return texts.stream().allMatch(text -> text.version() <= granted || text.keepsConsents());
  }
}
