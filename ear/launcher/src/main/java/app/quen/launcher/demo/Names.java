package app.quen.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Vietnamese names as common as they are: family name, often a middle name, given name. */
public final class Names {
  /** How many in a thousand or so bear it, roughly as surveys say. */
  private static final String FAMILY =
      """
      Nguyễn 314, Trần 108, Lê 95, Phạm 70, Hoàng 30, Huỳnh 21, Phan 45, Vũ 20, Võ 19, Đặng 21, \
      Bùi 20, Đỗ 14, Hồ 13, Ngô 13, Dương 10, Lý 5, Đinh 9, Lưu 6, Đoàn 8, Trịnh 7, Mai 7, Trương 12, \
      Đào 7, Lâm 6, Tạ 4, Chu 4, Cao 7, Hà 6, Tô 3, Lương 6, Thái 4, Châu 3, Quách 2, Kiều 2, Phùng 4, \
      Vương 3, Từ 2, La 2, Thạch 2, Tăng 2, Triệu 2, Tống 2, Nghiêm 1, Khuất 1, Âu 1, Mạc 1\
      """;

  private final List<String> families = new ArrayList<>();
  private final List<Integer> upTo = new ArrayList<>();
  private final List<String> male = lines("boy");
  private final List<String> female = lines("girl");
  private final Random random;
  private int total;

  public Names(Random random) throws IOException {
    this.random = random;
    for (String entry : FAMILY.split(",\\s*")) {
      String[] parts = entry.strip().split(" ");
      families.add(parts[0]);
      total += Integer.parseInt(parts[1]);
      upTo.add(total);
    }
  }

  private String family() {
    int at = random.nextInt(total);
    int i = 0;
    while (at >= upTo.get(i)) {
      i++;
    }
    return families.get(i);
  }

  /** Family name first, as one writes it. */
  public String person(boolean woman) {
    List<String> given = woman ? female : male;
    String name = given.get(random.nextInt(given.size()));
    String middle = "";
    if (!name.contains(" ")) {
      middle = woman ? " Thị" : " Văn";
    } else if (woman && random.nextInt(5) == 0) {
      middle = " Thị";
    }
    return family() + middle + " " + name;
  }

  private static List<String> lines(String list) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream raw =
            Objects.requireNonNull(
                Names.class.getResourceAsStream("/demo/vietnamese_names/" + list + ".txt.gz"));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(raw), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        // the list writes some Đ as the Icelandic Ð, which looks the same
        String name =
            Normalizer.normalize(line.strip(), Normalizer.Form.NFC)
                .replace('\u00D0', 'Đ')
                .replace('\u00F0', 'đ');
        if (!name.isEmpty()) {
          lines.add(name);
        }
      }
    }
    return lines;
  }
}
