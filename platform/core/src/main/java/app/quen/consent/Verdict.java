package app.quen.consent;

import app.quen.text.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be sent, and why.
 *
 * @param proof what the customer said last; null if the customer said nothing
 */
public record Verdict(boolean allowed, Reason reason, @Nullable Consent proof) {

  public Verdict(Reason reason, @Nullable Consent proof) {
    this(reason == Reason.GRANTED, reason, proof);
  }

  /** Why; only the first one is a yes. */
  public enum Reason {
    GRANTED("Khách hàng đã đồng ý.", "The customer agreed."),
    MISSING(
        "Khách hàng chưa nói gì; chưa nói là không được.",
        "The customer has said nothing, and that means no."),
    REFUSED("Khách hàng không đồng ý.", "The customer did not agree."),
    WITHDRAWN("Khách hàng đã rút lại sự đồng ý.", "The customer withdrew the consent."),
    OUTDATED(
        "Khách hàng đã đồng ý với nội dung cũ; nội dung mới cần hỏi lại.",
        "The customer agreed to an older text; the new one has to be asked anew."),
    IN_TRASH(
        "Khách hàng đang ở trong thùng rác; khôi phục trước đã.",
        "The customer is in the trash; restore the customer first."),
    PURPOSE_RETIRED("Mục đích này đã ngừng dùng.", "The purpose is retired."),
    CHANNEL_UNUSED("Mục đích này không dùng kênh đó.", "The purpose does not use this channel.");

    private final Text text;

    Reason(String vi, String en) {
      text = new Text(vi, en);
    }

    public Text text() {
      return text;
    }

    /** As the API writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
