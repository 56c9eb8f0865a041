package app.quen.survey.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.database.Work;
import app.quen.survey.Survey;
import app.quen.survey.Survey.Question;
import app.quen.survey.SurveyResults;
import app.quen.survey.SurveyResults.Average;
import app.quen.survey.SurveyResults.Chosen;
import app.quen.survey.SurveyResults.Nps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts answers. */
@ApplicationScoped
public class Results {

  @Inject Work work;
  @Inject Surveys surveys;
  @Inject Policy policy;

  public SurveyResults of(UUID survey) {
    Survey form = surveys.show(survey);
    Sight sight = policy.of("feedback");
    List<Chosen> chosen =
        sight.reads("answers")
            ? form.questions().stream()
                .filter(question -> question.type().equals("choice"))
                .map(question -> chosen(survey, question, sight))
                .toList()
            : List.of();
    return work.sql()
        .createQuery(
            "SELECT COUNT(*) answers, COUNT(nps) nps, COALESCE(SUM(nps >= 9), 0) promoters,"
                + " COALESCE(SUM(nps <= 6), 0) detractors, COUNT(csat) csat, AVG(csat)"
                + " csat_average, COALESCE(SUM(csat >= 4), 0) csat_satisfied, COUNT(rating) rating,"
                + " AVG(rating) rating_average, COALESCE(SUM(rating >= 4), 0) rating_satisfied FROM"
                + " feedback r WHERE survey_id = ? AND deleted_at IS NULL AND "
                + sight.rows("r"))
        .bind(0, survey)
        .map(
            (row, context) ->
                new SurveyResults(
                    row.getLong("answers"),
                    sight.reads("nps") ? nps(row) : null,
                    sight.reads("csat") ? average(row, "csat") : null,
                    sight.reads("rating") ? average(row, "rating") : null,
                    chosen))
        .one();
  }

  private Chosen chosen(UUID survey, Question question, Sight sight) {
    Map<String, Long> counts = new LinkedHashMap<>();
    question.choices().forEach(choice -> counts.put(choice.value(), 0L));
    work.sql()
        .createQuery(
            "SELECT JSON_VALUE(answers, :path) chosen, COUNT(*) times FROM feedback r WHERE"
                + " survey_id = :survey AND deleted_at IS NULL AND "
                + sight.rows("r")
                + " GROUP BY chosen HAVING chosen IS NOT NULL ORDER BY times DESC, chosen")
        .bind("path", "$.\"" + question.key() + "\".value")
        .bind("survey", survey)
        .map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
        .forEach(before -> {});
    return new Chosen(question.key(), counts);
  }

  private static @Nullable Nps nps(ResultSet row) throws SQLException {
    long all = row.getLong("nps");
    if (all == 0) {
      return null;
    }
    long promoters = row.getLong("promoters");
    long detractors = row.getLong("detractors");
    int score = (int) Math.round(100.0 * (promoters - detractors) / all);
    return new Nps(score, promoters, all - promoters - detractors, detractors);
  }

  private static @Nullable Average average(ResultSet row, String what) throws SQLException {
    long count = row.getLong(what);
    return count == 0
        ? null
        : new Average(count, row.getDouble(what + "_average"), row.getLong(what + "_satisfied"));
  }
}
