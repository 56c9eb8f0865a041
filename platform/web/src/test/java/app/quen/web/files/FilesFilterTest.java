package app.quen.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilesFilterTest {

  @Test
  void theApisAndTheServersOwnAddressesAreLeftAlone() {
    assertThat(FilesFilter.isElsewhere("/api/v1/customers")).isTrue();
    assertThat(FilesFilter.isElsewhere("/ops/v1/tenants")).isTrue();
    assertThat(FilesFilter.isElsewhere("/health/ready")).isTrue();
    assertThat(FilesFilter.isElsewhere("/customers")).isFalse();
    assertThat(FilesFilter.isElsewhere("/healthy")).isFalse();
    assertThat(FilesFilter.isElsewhere("/api/docs")).isFalse();
  }

  @Test
  void addressesOfTheApplicationHaveNoDotInTheirLastPart() {
    assertThat(FilesFilter.isFile("/assets/index-4f3a.js")).isTrue();
    assertThat(FilesFilter.isFile("/favicon.svg")).isTrue();
    assertThat(FilesFilter.isFile("/customers/0192f0c1")).isFalse();
    assertThat(FilesFilter.isFile("/v1.2/customers")).isFalse();
    assertThat(FilesFilter.isFile("/")).isFalse();
  }

  @Test
  void onlyNamesWithAHashAreKeptForEver() {
    assertThat(FilesFilter.cacheControl("/assets/index-4f3a.js")).contains("immutable");
    assertThat(FilesFilter.cacheControl("/theme.js")).isEqualTo("no-store");
  }
}
