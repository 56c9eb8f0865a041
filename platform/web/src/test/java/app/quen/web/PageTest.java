package app.quen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.quen.web.problem.Diagnosis;
import app.quen.web.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void aLimitIsANumberUpToTwoHundred() {
    assertThat(Page.limit(null)).isEqualTo(50);
    assertThat(Page.limit("1")).isEqualTo(1);
    assertThat(Page.limit("200")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "many", "1e2", "99999999999"})
  void anotherLimitIsABadRequestThatNamesIt(String written) {
    var problem = Diagnosis.of(catchThrowable(() -> Page.limit(written)));

    assertThat(problem.type()).isEqualTo(ProblemType.BAD_REQUEST);
    assertThat(problem.errors().getFirst().field()).isEqualTo("limit");
  }

  @Test
  void aFlagIsTrueOrFalse() {
    assertThat(Page.flag("archived", null)).isFalse();
    assertThat(Page.flag("archived", "true")).isTrue();
    assertThat(Diagnosis.of(catchThrowable(() -> Page.flag("archived", "yes"))).type())
        .isEqualTo(ProblemType.BAD_REQUEST);
  }
}
