package app.quen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {

  @Test
  void aVietnameseNameArrivesWholeAndOldClientsGetAPlainOne() {
    assertThat(Attachment.of("khách hàng.csv"))
        .isEqualTo(
            "attachment; filename=\"kh_ch h_ng.csv\";"
                + " filename*=UTF-8''kh%C3%A1ch%20h%C3%A0ng.csv");
  }

  @Test
  void aNameCannotBreakOutOfTheHeader() {
    assertThat(Attachment.of("a\"; x=\"\r\nSet-Cookie: b"))
        .doesNotContain("\r")
        .doesNotContain("\n")
        .doesNotContain("x=\"");
  }
}
