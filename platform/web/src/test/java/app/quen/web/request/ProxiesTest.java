package app.quen.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

  private static final Proxies TWO = Proxies.read("10.0.0.1, 10.0.0.2");

  @Test
  void withoutProxiesNobodyIsBelieved() {
    var none = Proxies.read(" ");
    assertThat(none.trusted()).isEmpty();
    assertThat(none.origin("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
  }

  @Test
  void onlyATrustedProxyIsBelieved() {
    assertThat(TWO.origin("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
    assertThat(TWO.origin("10.0.0.1", List.of("198.51.100.7"))).isEqualTo("198.51.100.7");
  }

  @Test
  void whatTheClientWroteItselfIsNotBelieved() {
    assertThat(TWO.origin("10.0.0.1", List.of("1.1.1.1, 198.51.100.7"))).isEqualTo("198.51.100.7");
  }

  @Test
  void aLineThatTheProxyAddedGoesBeforeTheLineOfTheClient() {
    assertThat(TWO.origin("10.0.0.1", List.of("1.1.1.1", "198.51.100.7")))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void proxiesBehindProxiesArePassedOver() {
    assertThat(TWO.origin("10.0.0.1", List.of("198.51.100.7,10.0.0.2"))).isEqualTo("198.51.100.7");
  }

  @Test
  void aProxyThatSaysNothingIsTheOrigin() {
    assertThat(TWO.origin("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    assertThat(TWO.origin("10.0.0.1", List.of(" , 10.0.0.2"))).isEqualTo("10.0.0.1");
  }
}
