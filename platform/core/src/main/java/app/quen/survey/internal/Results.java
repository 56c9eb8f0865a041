package app.quen.survey.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.database.Work;
import app.quen.survey.SurveyResults;
import app.quen.survey.SurveyResults.Average;
import app.quen.survey.SurveyResults.Nps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts answers. */
@ApplicationScoped
public class Results {

  @Inject Work work;
  @Inject Surveys surveys;
  @Inject Policy policy;

  public SurveyResults of(UUID survey) {
    surveys.show(survey);
    Sight sight = policy.of("feedback");
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
                    sight.reads("rating") ? average(row, "rating") : null))
        .one();
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
