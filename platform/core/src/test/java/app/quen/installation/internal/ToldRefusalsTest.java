package app.quen.installation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.AccessWorld;
import app.quen.account.Member;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ToldRefusalsTest {

  private static final AccessWorld WORLD = new AccessWorld();
  private static final JsonObject CUSTOMER =
      AccessWorld.json("{'name': 'Hoa', 'taxCode': '0312345678', 'fields': {'x.tier': 'gold'}}");

  private final Member reader =
      WORLD.with(
          "told" + System.nanoTime(),
          AccessWorld.reach("all"),
          Map.of("customer", Map.of("taxCode", "hidden")));

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static Problem problem(String field, String message) {
    return new Problem(field, "x.bad", new Text(message, message));
  }

  private static List<Problem> told(Member member, Problem problem) {
    return WORLD.as(
        member,
        () ->
            WORLD
                .bean(ToldRefusals.class)
                .of(List.of(CUSTOMER), List.of(List.of(problem)))
                .getFirst());
  }

  @Test
  void aPluginCannotTellWhatTheReaderDoesNotSee() {
    for (Problem quoting :
        List.of(
            problem("name", "Không hợp với 0312345678"),
            problem("name", "Không hợp với 0312 345-678"),
            problem("taxCode", "Sai số kiểm tra"))) {
      assertThat(told(reader, quoting))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo("refused-by-plugin");
                assertThat(problem.field()).isEqualTo("*");
                assertThat(problem.message().toString()).doesNotContain("0312", "kiểm tra");
              });
    }
  }

  @Test
  void whatTheReaderSeesIsToldAsThePluginSaysIt() {
    Problem plain = problem("name", "Tên quá ngắn");
    assertThat(told(reader, plain)).containsExactly(plain);
    Problem quoting = problem("taxCode", "0312345678 sai");
    assertThat(told(WORLD.member(WORLD.a(), "owner"), quoting)).containsExactly(quoting);
    Member foreign = WORLD.member(WORLD.world.b(), "owner");
    assertThat(
            WORLD.as(
                WORLD.world.b(),
                foreign,
                () ->
                    WORLD
                        .bean(ToldRefusals.class)
                        .of(List.of(CUSTOMER), List.of(List.of(quoting)))
                        .getFirst()))
        .containsExactly(quoting);
  }
}
