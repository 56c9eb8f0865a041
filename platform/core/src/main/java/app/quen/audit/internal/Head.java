package app.quen.audit.internal;

import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import java.time.Instant;
import java.util.List;

/**
 * Where a trail ends.
 *
 * @param hash of the last entry
 * @param at of the last entry
 */
record Head(long sequence, byte[] hash, Instant at) {

  private static final String READ = "SELECT seq, hash, at FROM audit_head WHERE id = 1";

  static Head read(Work work) {
    return read(work, READ);
  }

  /**
   * Locks it until the transaction ends, and reads what is committed now. By the rules of the
   * snapshot, whoever began before the last commit would have to begin again: but nothing that was
   * read before rests on where the trail ends, so that here waiting is enough.
   */
  static Head lock(Work work) {
    return read(work, "SET STATEMENT innodb_snapshot_isolation = OFF FOR " + READ + " FOR UPDATE");
  }

  private static Head read(Work work, String query) {
    return work.sql()
        .createQuery(query)
        .map(
            (row, context) ->
                new Head(row.getLong("seq"), row.getBytes("hash"), Entries.instant(row, "at")))
        .one();
  }

  /** Needs the lock. */
  void write(Work work) {
    PlainSql.execute(
        work.sql(),
        "SET STATEMENT innodb_snapshot_isolation = OFF FOR"
            + " UPDATE audit_head SET seq = ?, hash = ?, at = ? WHERE id = 1",
        List.of(sequence, hash, Utc.of(at)));
  }
}
