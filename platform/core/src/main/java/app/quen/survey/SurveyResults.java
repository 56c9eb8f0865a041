package app.quen.survey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to a form come to; what is in the trash does not count.
 *
 * @param answers how many there are
 * @param chosen of each question that gives choices; none for who may not read answers
 */
public record SurveyResults(
    long answers,
    @Nullable Nps nps,
    @Nullable Average csat,
    @Nullable Average rating,
    List<Chosen> chosen) {

  /**
   * How often each choice of a question was chosen.
   *
   * @param question its key
   * @param counts by the value of the choice, in the order of the form; also choices that the
   *     question has no more
   */
  public record Chosen(String question, Map<String, Long> counts) {}

  /**
   * @param score promoters less detractors, in percent: -100 to 100
   * @param promoters who gave 9 or 10
   * @param detractors who gave 0 to 6
   */
  public record Nps(int score, long promoters, long passives, long detractors) {}

  /**
   * @param satisfied who gave 4 or 5
   */
  public record Average(long count, double average, long satisfied) {}
}
