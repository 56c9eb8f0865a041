package app.quen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class EmailAddressTest {

  /** What RFC 5321 knows as an address, whether its domain is known to DNS or not. */
  private static final Set<String> TAKEN = Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN");

  /** A domain without a dot is never what somebody's customer has. */
  private static final Set<String> NO_DOT = Set.of("test@io", "test@iana", "test@nominet");

  private record Case(String id, String address, String category, String diagnosis) {}

  private static List<Case> cases() throws Exception {
    var cases = new ArrayList<Case>();
    try (var file =
        new GZIPInputStream(EmailAddressTest.class.getResourceAsStream("isemail_tests.xml.gz"))) {
      var tests =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file)
              .getElementsByTagName("test");
      for (int i = 0; i < tests.getLength(); i++) {
        var test = (Element) tests.item(i);
        cases.add(
            new Case(
                test.getAttribute("id"),
                text(test, "address")
                    .codePoints()
                    .map(c -> c >= 0x2400 && c <= 0x241f ? c - 0x2400 : c)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString(),
                text(test, "category"),
                text(test, "diagnosis")));
      }
    }
    return cases;
  }

  private static String text(Element test, String name) {
    var found = test.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  /** The same address, once the white space around it is gone, as it comes with what is pasted. */
  private static boolean isPlainOnceStripped(Case one, Set<String> taken) {
    return !one.address.equals(one.address.strip()) && taken.contains(one.address.strip());
  }

  @Test
  void everyCaseOfIsEmailIsTakenOrRefusedByItsCategory() throws Exception {
    var cases = cases();
    assertThat(cases).hasSize(164);
    var plain =
        cases.stream()
            .filter(one -> TAKEN.contains(one.category))
            .map(Case::address)
            .filter(address -> address.indexOf('.', address.indexOf('@')) > 0)
            .collect(Collectors.toSet());
    for (Case one : cases) {
      boolean taken = plain.contains(one.address) || isPlainOnceStripped(one, plain);
      assertThat(EmailAddress.read(one.address).isPresent())
          .as(one.id + " " + one.diagnosis + " " + one.address)
          .isEqualTo(taken);
    }
  }

  @Test
  void whatIsValidAndYetRefusedHasNoDotInItsDomain() throws Exception {
    var refused =
        cases().stream()
            .filter(one -> TAKEN.contains(one.category))
            .map(Case::address)
            .filter(address -> EmailAddress.read(address).isEmpty());
    assertThat(refused).allMatch(NO_DOT::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "Lan.Tran@Mail.Example, lan.tran@mail.example",
    "' lan@mail.example ', lan@mail.example",
    "lan+shop@mail.example, lan+shop@mail.example",
    "lan@tênmiềntiếngviệt.vn, lan@xn--tnmintingvit-oeb8308h0a8h.vn",
    "lan@TÊNMIỀNTIẾNGVIỆT.VN, lan@xn--tnmintingvit-oeb8308h0a8h.vn",
    "lan@xn--tnmintingvit-oeb8308h0a8h.vn, lan@xn--tnmintingvit-oeb8308h0a8h.vn",
    "lan@bücher.example, lan@xn--bcher-kva.example",
    "Người@mail.example, người@mail.example"
  })
  void spellingsOfOneMailboxHaveOneNormalForm(String written, String normal) {
    assertThat(EmailAddress.read(written)).hasValue(new EmailAddress(written.strip(), normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lan",
        "@mail.example",
        "lan@",
        "lan@localhost",
        "lan@@mail.example",
        "lan@mail..example",
        "lan@-mail.example",
        "lan@mail.example.",
        "la n@mail.example",
        "\"la n\"@mail.example",
        "lan@[127.0.0.1]",
        "lan@127.0.0.1",
        "lan(chị)@mail.example",
        "lan@mail_shop.example",
        "lan@ mail.example",
        "0912345678"
      })
  void whatMailCannotReachIsRefused(String written) {
    assertThat(EmailAddress.read(written)).isEmpty();
  }

  @Property(tries = 500)
  void aNormalFormIsItsOwn(@ForAll String local, @ForAll String label) {
    EmailAddress.read(local + "@" + label + ".vn")
        .ifPresent(
            email ->
                assertThat(EmailAddress.read(email.normal()).map(EmailAddress::normal))
                    .hasValue(email.normal()));
  }
}
