package app.quen.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Texts that people really send and that break programs; from the Big List of Naughty Strings. */
public final class NaughtyStrings {

  private NaughtyStrings() {}

  /** About 500 texts, none of them blank. */
  public static List<String> all() {
    try (InputStream file = NaughtyStrings.class.getResourceAsStream("blns/blns.txt.gz");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      List<String> strings = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          strings.add(line);
        }
      }
      strings.add("Nguyễn Thị Ánh Tuyết");
      strings.add("Nguye\u0302\u0303n Thi\u0323 A\u0301nh Tuye\u0302\u0301t");
      strings.add("x".repeat(2_000));
      strings.add("'\"\\\u2028;--");
      return strings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
