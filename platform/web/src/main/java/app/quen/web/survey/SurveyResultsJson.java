package app.quen.web.survey;

import app.quen.survey.SurveyResults;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the answers to a form come to. */
@Schema(name = "SurveyResults")
public record SurveyResultsJson(
    long answers,
    @Nullable NpsJson nps,
    @Nullable AverageJson csat,
    @Nullable AverageJson rating,
    @Schema(description = "Of each question that gives choices.") List<ChosenJson> chosen) {

  static SurveyResultsJson of(SurveyResults results) {
    var nps = results.nps();
    return new SurveyResultsJson(
        results.answers(),
        nps == null
            ? null
            : new NpsJson(nps.score(), nps.promoters(), nps.passives(), nps.detractors()),
        AverageJson.of(results.csat()),
        AverageJson.of(results.rating()),
        results.chosen().stream()
            .map(
                one ->
                    new ChosenJson(
                        one.question(),
                        one.counts().entrySet().stream()
                            .map(count -> new ChoiceCountJson(count.getKey(), count.getValue()))
                            .toList()))
            .toList());
  }

  /** How often each choice of a question was chosen. */
  @Schema(name = "SurveyChosen")
  public record ChosenJson(
      @Schema(description = "The key of the question.") String question,
      @Schema(description = "In the order of the form; also choices that it has no more.")
          List<ChoiceCountJson> choices) {}

  /** How often a choice was chosen. */
  @Schema(name = "SurveyChoiceCount")
  public record ChoiceCountJson(String value, long count) {}

  /** The Net Promoter Score. */
  @Schema(name = "SurveyNps")
  public record NpsJson(
      @Schema(description = "Promoters less detractors, in percent: -100 to 100.") int score,
      @Schema(description = "Who gave 9 or 10.") long promoters,
      long passives,
      @Schema(description = "Who gave 0 to 6.") long detractors) {}

  /** Answers on a scale of 1 to 5. */
  @Schema(name = "SurveyAverage")
  public record AverageJson(
      long count, double average, @Schema(description = "Who gave 4 or 5.") long satisfied) {

    static @Nullable AverageJson of(SurveyResults.@Nullable Average average) {
      return average == null
          ? null
          : new AverageJson(average.count(), average.average(), average.satisfied());
    }
  }
}
