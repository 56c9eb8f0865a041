package app.quen.web.credential;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.account.Account;
import app.quen.account.Session;
import app.quen.web.request.Exchange;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  @Test
  void theLanguageAskedForGoesBeforeTheAccounts() {
    assertThat(language(Map.of("Accept-Language", "en-GB,vi;q=0.5"), "vi")).isEqualTo("en");
    assertThat(language(Map.of("Accept-Language", "fr,vi;q=0.5"), "en")).isEqualTo("vi");
    assertThat(language(Map.of("Accept-Language", "fr"), "en")).isEqualTo("en");
    assertThat(language(Map.of(), "en")).isEqualTo("en");
  }

  @Test
  void whoIsUnknownIsSpokenToInVietnamese() {
    assertThat(Exchange.of(Requests.request(Map.of())).language()).isEqualTo("vi");
  }

  private static String language(Map<String, String> headers, String ofAccount) {
    var exchange = Exchange.of(Requests.request(headers));
    var account = new Account(UUID.randomUUID(), "Lan", "lan@sen.example", ofAccount);
    var now = Instant.now();
    exchange.identify(
        new Session(UUID.randomUUID(), account, null, "c", now, now, now, false, false, false),
        "t");
    return exchange.language();
  }
}
