package app.quen.alert.internal;

import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows of {@code habit}: what somebody did on a day, and how much of it. */
@ApplicationScoped
class Habits {

  /** So many days back is learned from. */
  private static final int LEARNED = 28;

  /** Places are known for so long. */
  private static final int KEPT = 180;

  /** On fewer days than this nothing has been learned yet. */
  private static final int FEWEST = 5;

  @Inject Work work;

  /** Gives how much it was before. */
  long add(UUID subject, String kind, String what, LocalDate day, long amount) {
    long before =
        work.sql()
            .createQuery(
                "SELECT amount FROM habit WHERE subject_id = ? AND kind = ? AND day = ? AND what ="
                    + " ? FOR UPDATE")
            .bind(0, subject)
            .bind(1, kind)
            .bind(2, day)
            .bind(3, what)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L);
    work.sql()
        .createUpdate(
            "INSERT INTO habit (subject_id, kind, day, what, amount) VALUES (?, ?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)")
        .bind(0, subject)
        .bind(1, kind)
        .bind(2, day)
        .bind(3, what)
        .bind(4, amount)
        .execute();
    return before;
  }

  /**
   * What somebody does on a busy day: more than on nine of ten of the days before on which they did
   * any; 0 while too few days are known.
   */
  long usual(UUID subject, String kind, LocalDate day) {
    List<Long> amounts =
        work.sql()
            .createQuery(
                "SELECT SUM(amount) FROM habit WHERE subject_id = ? AND kind = ? AND day >= ?"
                    + " AND day < ? GROUP BY day ORDER BY SUM(amount)")
            .bind(0, subject)
            .bind(1, kind)
            .bind(2, day.minusDays(LEARNED))
            .bind(3, day)
            .mapTo(Long.class)
            .list();
    if (amounts.size() < FEWEST) {
      return 0;
    }
    return amounts.get((int) Math.ceil(amounts.size() * 0.9) - 1);
  }

  /** On how many days of the last weeks somebody did it. */
  int days(UUID subject, String kind, LocalDate day) {
    return work.sql()
        .createQuery(
            "SELECT COUNT(DISTINCT day) FROM habit WHERE subject_id = ? AND kind = ? AND day >= ?"
                + " AND day < ?")
        .bind(0, subject)
        .bind(1, kind)
        .bind(2, day.minusDays(LEARNED))
        .bind(3, day)
        .mapTo(Integer.class)
        .one();
  }

  /** What somebody did in the last weeks, the day itself not among them. */
  Set<String> learned(UUID subject, String kind, LocalDate day) {
    return whats(subject, kind, day.minusDays(LEARNED), day);
  }

  /** What is known of somebody at all, with the day itself. */
  Set<String> known(UUID subject, String kind, LocalDate day) {
    return whats(subject, kind, day.minusDays(KEPT), day.plusDays(1));
  }

  private Set<String> whats(UUID subject, String kind, LocalDate from, LocalDate until) {
    return work.sql()
        .createQuery(
            "SELECT DISTINCT what FROM habit WHERE subject_id = ? AND kind = ? AND day >= ?"
                + " AND day < ?")
        .bind(0, subject)
        .bind(1, kind)
        .bind(2, from)
        .bind(3, until)
        .mapTo(String.class)
        .set();
  }

  void forget(LocalDate today) {
    work.sql()
        .createUpdate("DELETE FROM habit WHERE day < ? LIMIT 5000")
        .bind(0, today.minusDays(KEPT))
        .execute();
  }
}
