package app.quen.customer.model;

import app.quen.customer.CustomerView;
import app.quen.text.Folding;
import app.quen.text.PersonName;
import app.quen.text.VietnameseOrder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of values that the database compares and sorts by. */
public final class Keys {

  private static final int NAME_LENGTH = 400;

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Keys() {}

  /** The customer's place in a list by name. */
  public static String ofName(CustomerView customer) {
    String key =
        customer.givenName() == null
            ? VietnameseOrder.key(customer.name())
            : new PersonName(customer.familyName(), customer.middleName(), customer.givenName())
                .orderKey();
    return key.length() > NAME_LENGTH ? key.substring(0, NAME_LENGTH) : key;
  }

  /** An external id without the difference of case: spreadsheets change it. */
  public static @Nullable String ofExternalId(@Nullable String externalId) {
    return externalId == null ? null : Folding.tidy(externalId).toUpperCase(Locale.ROOT);
  }

  /** VIP and vip are one tag. */
  public static String ofTag(String tag) {
    return Folding.tidy(tag).toLowerCase(Locale.ROOT);
  }

  public static @Nullable String jsonArray(List<String> texts) {
    return texts.isEmpty() ? null : JSON.createArrayBuilder(texts).build().toString();
  }
}
