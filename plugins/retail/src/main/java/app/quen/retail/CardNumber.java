package app.quen.retail;

/** A loyalty card's number: 13 digits, the last one a check digit as EAN-13 has it. */
final class CardNumber {

  private CardNumber() {}

  static boolean isRight(String number) {
    if (number.length() != 13 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }
}
