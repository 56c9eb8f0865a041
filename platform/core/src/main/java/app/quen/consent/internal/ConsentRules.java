package app.quen.consent.internal;

import app.quen.consent.ConsentChannel;
import app.quen.consent.ConsentDraft;
import app.quen.consent.ConsentState;
import app.quen.consent.Purpose;
import app.quen.consent.Purpose.Wording;
import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be said of a consent so that it is a proof. */
final class ConsentRules {

  private static final int MAX_TEXT = 8000;
  private static final int MAX_ADDRESS = 254;
  private static final int MAX_NOTE = 500;

  /** Clocks differ a little; what lies further ahead is a mistake. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private ConsentRules() {}

  /** The consent in its normal form; only to be used if there are no problems. */
  record Checked(
      ConsentChannel channel,
      ConsentState state,
      int version,
      Instant at,
      @Nullable String textShown,
      @Nullable String address,
      @Nullable String note,
      List<Problem> problems) {}

  static Checked check(ConsentDraft draft, @Nullable Purpose purpose, Instant now) {
    List<Problem> problems = new ArrayList<>();
    ConsentState state = ConsentState.of(draft.state()).orElse(null);
    if (state == null) {
      problems.add(
          new Problem(
              "state",
              "not-a-choice",
              new Text(
                  "Trạng thái là granted, refused hoặc withdrawn.",
                  "The state is granted, refused or withdrawn.")));
      state = ConsentState.REFUSED;
    }
    ConsentChannel channel = ConsentChannel.of(draft.channel()).orElse(null);
    if (channel == null) {
      problems.add(PurposeRules.noChannel(draft.channel()));
      channel = ConsentChannel.EMAIL;
    }
    String text = text("proof.textShown", draft.textShown(), MAX_TEXT, problems);
    if (state == ConsentState.GRANTED && text == null) {
      problems.add(
          new Problem(
              "proof.textShown",
              "required",
              new Text(
                  "Đồng ý cần bằng chứng: hãy ghi nội dung khách hàng đã đọc hoặc được nghe.",
                  "A consent needs a proof: say what the customer read or was told.")));
    }
    int version = 1;
    if (purpose == null) {
      problems.add(
          new Problem(
              "purposeId",
              "unknown",
              new Text(
                  "Không có mục đích này trong không gian làm việc.",
                  "There is no such purpose in this workspace.")));
    } else {
      version = version(draft.version(), text, state, purpose, problems);
      if (state == ConsentState.GRANTED) {
        grantable(purpose, channel, problems);
      }
    }
    return new Checked(
        channel,
        state,
        version,
        at(draft.at(), now, problems),
        text,
        text("proof.address", draft.address(), MAX_ADDRESS, problems),
        text("note", draft.note(), MAX_NOTE, problems),
        List.copyOf(problems));
  }

  /** A no is always taken down, whatever became of the purpose. */
  private static void grantable(Purpose purpose, ConsentChannel channel, List<Problem> problems) {
    if (!purpose.active()) {
      problems.add(
          new Problem(
              "purposeId",
              "retired",
              new Text(
                  "Mục đích “" + purpose.name().vi() + "” đã ngừng dùng.",
                  "The purpose “" + purpose.name().en() + "” is retired.")));
    } else if (!purpose.channels().contains(channel)) {
      problems.add(
          new Problem(
              "channel",
              "unused",
              new Text(
                  "Mục đích “" + purpose.name().vi() + "” không dùng kênh này.",
                  "The purpose “" + purpose.name().en() + "” does not use this channel.")));
    }
  }

  /**
   * A form that was made long ago may still show an old text: what was shown decides, and where
   * that is no version of the text, who records it must say which one it stands for.
   */
  private static int version(
      @Nullable Integer said,
      @Nullable String shown,
      ConsentState state,
      Purpose purpose,
      List<Problem> problems) {
    if (said != null) {
      if (purpose.texts().stream().noneMatch(text -> text.version() == said)) {
        problems.add(
            new Problem(
                "version",
                "unknown",
                new Text(
                    "Mục đích này không có phiên bản " + said + ".",
                    "The purpose has no version " + said + ".")));
      }
      return said;
    }
    int newest = purpose.current().version();
    if (state != ConsentState.GRANTED || shown == null) {
      return newest;
    }
    String words = plain(shown);
    for (Wording text : purpose.texts().reversed()) {
      if (words.equals(plain(text.text().vi())) || words.equals(plain(text.text().en()))) {
        return text.version();
      }
    }
    problems.add(
        new Problem(
            "version",
            "required",
            new Text(
                "Nội dung đã cho xem không trùng phiên bản nào. Hãy nói rõ đó là phiên bản mấy.",
                "What was shown is the text of no version. Say which version it stands for.")));
    return newest;
  }

  private static String plain(String text) {
    return Folding.tidy(text.replaceAll("\\s+", " "));
  }

  private static Instant at(@Nullable Instant said, Instant now, List<Problem> problems) {
    if (said == null) {
      return now;
    }
    if (said.isAfter(now.plus(AHEAD)) || said.isBefore(EARLIEST)) {
      problems.add(
          new Problem(
              "proof.at",
              said.isBefore(EARLIEST) ? "too-early" : "in-future",
              new Text(
                  "Thời điểm khách hàng nói phải ở quá khứ, từ năm 1990.",
                  "The customer must have said so in the past, from 1990 on.")));
    }
    return said.isAfter(now) ? now : said.truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable String text(
      String field, @Nullable String written, int max, List<Problem> problems) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String text = written.strip();
    if (text.length() > max) {
      problems.add(
          new Problem(
              field,
              "too-long",
              new Text("Tối đa " + max + " ký tự.", "At most " + max + " characters.")));
    }
    return text;
  }
}
