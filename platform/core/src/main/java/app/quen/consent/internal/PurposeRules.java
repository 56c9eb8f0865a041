package app.quen.consent.internal;

import app.quen.consent.ConsentChannel;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a purpose must be like. */
final class PurposeRules {

  private static final int MAX_NAME = 120;
  private static final int MAX_TEXT = 4000;
  private static final int MAX_KEY = 60;
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Text EMPTY = new Text("", "");

  private PurposeRules() {}

  static Text name(@Nullable Text name, List<Problem> problems) {
    return both("name", name, MAX_NAME, problems);
  }

  static Text text(@Nullable Text text, List<Problem> problems) {
    return both("text", text, MAX_TEXT, problems);
  }

  private static Text both(String field, @Nullable Text written, int max, List<Problem> problems) {
    Text text = written == null ? EMPTY : new Text(written.vi().strip(), written.en().strip());
    if (text.vi().isEmpty() || text.en().isEmpty()) {
      problems.add(
          new Problem(
              field,
              "required",
              new Text(
                  "Hãy nhập cả tiếng Việt lẫn tiếng Anh.",
                  "Fill this in, in Vietnamese and in English.")));
    } else if (text.vi().length() > max || text.en().length() > max) {
      problems.add(
          new Problem(
              field,
              "too-long",
              new Text("Tối đa " + max + " ký tự.", "At most " + max + " characters.")));
    }
    return text;
  }

  static String key(@Nullable String written, Text name, List<Problem> problems) {
    String key = written;
    if (key == null) {
      key = String.join("-", Folding.words(name.en())).replaceAll("[^a-z0-9-]", "");
      key = key.replaceFirst("^[^a-z]+", "");
      key = key.length() > MAX_KEY ? key.substring(0, MAX_KEY) : key;
    }
    if (!KEY.matcher(key).matches()) {
      problems.add(
          new Problem(
              "key",
              "malformed",
              new Text(
                  "Mã gồm chữ thường không dấu, số và dấu gạch ngang, bắt đầu bằng chữ, tối đa "
                      + MAX_KEY
                      + " ký tự, ví dụ marketing.",
                  "The key has lower case letters without accents, digits and dashes, begins with a"
                      + " letter, at most "
                      + MAX_KEY
                      + " characters, such as marketing.")));
    }
    return key;
  }

  static Set<ConsentChannel> channels(@Nullable List<String> words, List<Problem> problems) {
    if (words == null) {
      return inOrder(List.of(ConsentChannel.values()));
    }
    EnumSet<ConsentChannel> channels = EnumSet.noneOf(ConsentChannel.class);
    for (String word : words) {
      ConsentChannel.of(word).ifPresentOrElse(channels::add, () -> problems.add(noChannel(word)));
    }
    if (words.isEmpty()) {
      problems.add(
          new Problem(
              "channels",
              "required",
              new Text("Hãy chọn ít nhất một kênh.", "Choose at least one channel.")));
    }
    return Collections.unmodifiableSet(channels);
  }

  static Set<ConsentChannel> inOrder(Collection<ConsentChannel> channels) {
    EnumSet<ConsentChannel> set = EnumSet.noneOf(ConsentChannel.class);
    set.addAll(channels);
    return Collections.unmodifiableSet(set);
  }

  static Problem noChannel(String word) {
    String all =
        String.join(
            ", ", Arrays.stream(ConsentChannel.values()).map(ConsentChannel::word).toList());
    return new Problem(
        "channel",
        "not-a-choice",
        new Text(
            "“" + word + "” không phải kênh nào trong: " + all + ".",
            "“" + word + "” is none of: " + all + "."));
  }

  static Problem taken(String key) {
    return new Problem(
        "key",
        "taken",
        new Text(
            "Đã có mục đích với mã “" + key + "”.",
            "There is a purpose with the key “" + key + "” already."));
  }

  static Problem tooMany(int most) {
    return new Problem(
        "text", "too-many", new Text("Tối đa " + most + ".", "At most " + most + "."));
  }

  static Problem sameText() {
    return new Problem(
        "text",
        "unchanged",
        new Text(
            "Nội dung này trùng với phiên bản đang dùng.",
            "This is the text of the version in use."));
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
