package app.quen.importing.internal;

import app.quen.importing.model.Encoding;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The letters of the fonts that Vietnamese was typed in before Unicode; to recognise, not more. */
final class LegacyVietnamese {

  /** Pairs of the letter and the windows-1252 character that has its code in TCVN 5712 VN3. */
  private static final String TCVN3 =
      "àµá¸ả¶ã·ạ¹ă¨ằ”ắ¾ẳ¼ẵ½ặÆâ©ầÇấÊẩÈẫÉậËđ®èÌéÐẻÎẽÏẹÑêªềÒếÕểÓễÔệÖì×íÝỉØĩÜịÞ"
          + "òßóãỏáõâọäô“ồåốèổæỗçộéơ¬ờêớíởëỡìợîùïúóủñũòụôư\u00ADừõứøửöữ÷ựùỳúýýỷûỹüỵþ"
          + "Ă¡Â¢Đ§Ê£Ô¤Ơ¥Ư¦";

  /** What VNI writes after a plain vowel, and the letter they make together. */
  private static final String VNI_AFTER_A = "øàùáûảõãïạêăèằéắúẳüẵëặââàầáấåẩãẫäậ";

  private static final String VNI_AFTER_E = "øèùéûẻõẽïẹâêàềáếåểãễäệ";
  private static final String VNI_AFTER_O = "øòùóûỏõõïọâôàồáốåổãỗäộ";
  private static final String VNI_AFTER_U = "øùùúûủõũïụ";
  private static final String VNI_AFTER_Y = "øỳùýûỷõỹ";

  /** ô is ơ there, ö is ư. */
  private static final String VNI_AFTER_HORNED_O = "øờùớûởõỡïợ";

  private static final String VNI_AFTER_HORNED_U = "øừùứûửõữïự";
  private static final String VNI_ALONE = "ñđììííæỉóĩòịôơöưîỵÑĐÔƠÖƯ";

  static final Map<Character, Character> FROM_TCVN3 = new HashMap<>();
  private static final Map<String, Character> FROM_VNI = new HashMap<>();

  static {
    for (int i = 0; i < TCVN3.length(); i += 2) {
      FROM_TCVN3.put(TCVN3.charAt(i + 1), TCVN3.charAt(i));
    }
    vni('a', VNI_AFTER_A);
    vni('e', VNI_AFTER_E);
    vni('o', VNI_AFTER_O);
    vni('u', VNI_AFTER_U);
    vni('y', VNI_AFTER_Y);
    vni('ô', VNI_AFTER_HORNED_O);
    vni('ö', VNI_AFTER_HORNED_U);
    for (int i = 0; i < VNI_ALONE.length(); i += 2) {
      FROM_VNI.put(VNI_ALONE.substring(i, i + 1), VNI_ALONE.charAt(i + 1));
    }
  }

  private LegacyVietnamese() {}

  private static void vni(char base, String after) {
    for (int i = 0; i < after.length(); i += 2) {
      String pair = "" + base + after.charAt(i);
      FROM_VNI.put(pair, after.charAt(i + 1));
      FROM_VNI.put(pair.toUpperCase(java.util.Locale.ROOT), after.charAt(i + 1));
      FROM_VNI.put(Character.toUpperCase(base) + "" + after.charAt(i), after.charAt(i + 1));
    }
  }

  static String fromTcvn3(byte[] bytes) {
    String raw = Encoding.WINDOWS_1252.charset().decode(ByteBuffer.wrap(bytes)).toString();
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      text.append(FROM_TCVN3.getOrDefault(raw.charAt(i), raw.charAt(i)).charValue());
    }
    return text.toString();
  }

  static String fromVni(byte[] bytes) {
    String raw = Encoding.WINDOWS_1252.charset().decode(ByteBuffer.wrap(bytes)).toString();
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      Character pair = i + 1 < raw.length() ? FROM_VNI.get(raw.substring(i, i + 2)) : null;
      if (pair != null) {
        text.append(pair.charValue());
        i++;
      } else {
        Character one = FROM_VNI.get(raw.substring(i, i + 1));
        text.append(one == null ? raw.charAt(i) : one.charValue());
      }
    }
    return text.toString();
  }
}
