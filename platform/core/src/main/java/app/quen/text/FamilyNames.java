package app.quen.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Family names in Vietnam: the usual ones, and those of several words. */
final class FamilyNames {

  private static final Set<String> USUAL =
      Set.of(
          ("an au bach banh bien bui cao chau chu chung chuong cu cung dam dang danh dao dau diep"
                  + " dinh do doan dong duong giang giap ha ho hoang hong hua huynh kha khong khuat"
                  + " khuc kieu kim la lai lam le lo lu luc luong luu ly ma mac mai mao ngo"
                  + " nghiem nguyen ninh nong ong phan phi pham phung quach quan sam son ta tang"
                  + " thach thai than tieu ton tong to tra tran trieu trinh truong tu ung vi vo vu"
                  + " vuong")
              .split(" "));

  /** Longer ones first: Công Tằng Tôn Nữ is not Tôn Nữ behind something. */
  private static final List<List<String>> COMPOUND =
      List.of(
          words("công tằng tôn nữ"),
          words("công huyền tôn nữ"),
          words("huyền tằng tôn nữ"),
          words("huyền tôn nữ"),
          words("công tôn nữ"),
          words("tôn thất"),
          words("tôn nữ"),
          words("âu dương"),
          words("tư mã"),
          words("tư đồ"),
          words("gia cát"),
          words("hạ hầu"),
          words("thượng quan"),
          words("hoàng phủ"),
          words("mộ dung"),
          words("đông phương"),
          words("tây môn"),
          words("nam cung"),
          words("đoan mộc"));

  /** Without accents these are two names: Hoàng Phú is a family and a middle name. */
  private static final Set<String> NEED_ACCENTS =
      Set.of("hoang phu", "dong phuong", "mo dung", "nam cung", "ha hau");

  private FamilyNames() {}

  static boolean isUsual(String word) {
    return USUAL.contains(Folding.fold(word));
  }

  /** How many of the words, of which there are two or more, are the family name. */
  static int length(List<String> words) {
    for (List<String> compound : COMPOUND) {
      int length = compound.size();
      if (words.size() > length && matches(words.subList(0, length), compound)) {
        return length;
      }
    }
    return 1;
  }

  private static boolean matches(List<String> written, List<String> compound) {
    String text = String.join(" ", written);
    String known = String.join(" ", compound);
    boolean plain = text.chars().allMatch(c -> c < 0x80);
    if (plain) {
      return Folding.fold(known).equals(text.toLowerCase(Locale.ROOT))
          && !NEED_ACCENTS.contains(Folding.fold(known));
    }
    return VietnameseOrder.key(text).equals(VietnameseOrder.key(known));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
