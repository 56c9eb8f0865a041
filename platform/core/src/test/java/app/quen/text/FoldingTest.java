package app.quen.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {

  private static InputStream resource(String name) {
    return FoldingTest.class.getResourceAsStream(name);
  }

  private static List<String[]> table(String name) throws IOException {
    try (var lines =
        new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split("\t")).toList();
    }
  }

  private static List<String> naughtyStrings() throws IOException {
    try (var reader = Json.createReader(resource("blns.json"))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  @Test
  void everyVietnameseLetterFoldsToItsBase() throws IOException {
    var letters = table("nfc_nfd_vietnamese_letters.tsv");
    assertThat(letters).hasSizeGreaterThan(130);
    for (String[] letter : letters) {
      String nfd = Normalizer.normalize(letter[0], Normalizer.Form.NFD);
      assertThat(Folding.fold(letter[0])).as(letter[0]).isEqualToIgnoringCase(letter[3]);
      assertThat(Folding.fold(nfd)).as(letter[0]).isEqualTo(Folding.fold(letter[0]));
    }
  }

  @Test
  void aWrongOrOldPlaceOfTheToneDoesNotMatter() throws IOException {
    for (String[] pair : table("underthesea_pairs.tsv")) {
      assertThat(Folding.fold(pair[0])).isEqualTo(Folding.fold(pair[1]));
    }
    assertThat(Folding.fold("Thuỳ Hoà")).isEqualTo(Folding.fold("Thùy Hòa")).isEqualTo("thuy hoa");
  }

  @Test
  void naughtyStringsFoldToSomethingStable() throws IOException {
    for (String naughty : naughtyStrings()) {
      String folded = Folding.fold(naughty);
      assertThat(Folding.fold(folded)).as(naughty).isEqualTo(folded);
      String tidy = Folding.tidy(naughty);
      assertThat(Folding.tidy(tidy)).as(naughty).isEqualTo(tidy);
      assertThat(Folding.words(naughty)).allMatch(word -> !word.isEmpty() && !word.contains(" "));
      VietnameseOrder.key(naughty);
      PersonName.split(naughty).orderKey();
    }
  }

  @Property(tries = 500)
  void foldingWhatIsFoldedChangesNothing(@ForAll String text) {
    String folded = Folding.fold(text);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }

  @Property(tries = 500)
  void theFormOfUnicodeDoesNotMatter(@ForAll String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    String nfd = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(Folding.fold(nfd)).isEqualTo(Folding.fold(nfc));
  }

  @Test
  void namesAreSplitInTheVietnameseOrder() {
    assertThat(PersonName.split("Đặng Thuỳ  Dung"))
        .isEqualTo(new PersonName("Đặng", "Thuỳ", "Dung"));
    assertThat(PersonName.split("Nguyễn Thị Minh Khai"))
        .isEqualTo(new PersonName("Nguyễn", "Thị Minh", "Khai"));
    assertThat(PersonName.split("Tôn Nữ Thị Ninh"))
        .isEqualTo(new PersonName("Tôn Nữ", "Thị", "Ninh"));
    assertThat(PersonName.split("Lan")).isEqualTo(new PersonName(null, null, "Lan"));
    assertThat(PersonName.split(" ")).isEqualTo(new PersonName(null, null, null));
    assertThat(new PersonName("Lê", null, "Lợi").whole()).isEqualTo("Lê Lợi");
  }

  @Test
  void listsOfNamesAreInTheOrderOfAVietnameseDictionary() {
    var names =
        List.of(
            "Trần An",
            "Lê Ân",
            "Nguyễn Văn Bình",
            "Phạm Cường",
            "Lê Dung",
            "Đặng Dung",
            "Lê Dũng",
            "Lê Đức",
            "Lê Em",
            "Lê Ê",
            "Lê Oanh",
            "Lê Ô",
            "Lê Ơn",
            "Lê Uyên",
            "Lê Ư");
    var shuffled =
        names.stream()
            .sorted(java.util.Comparator.comparing(name -> new StringBuilder(name).reverse() + ""))
            .sorted(java.util.Comparator.comparing(name -> PersonName.split(name).orderKey()))
            .toList();
    assertThat(shuffled)
        .containsExactly(
            "Trần An",
            "Lê Ân",
            "Nguyễn Văn Bình",
            "Phạm Cường",
            "Đặng Dung",
            "Lê Dung",
            "Lê Dũng",
            "Lê Đức",
            "Lê Em",
            "Lê Ê",
            "Lê Oanh",
            "Lê Ô",
            "Lê Ơn",
            "Lê Uyên",
            "Lê Ư");
  }
}
