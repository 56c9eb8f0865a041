package app.quen.job;

/** Does the jobs of one name. A CDI bean; called on a thread of the scheduler. */
public interface JobHandler {

  /** Stable, e.g. {@code import}; jobs in the database are found by it. */
  String name();

  /**
   * Does the job, inside its tenant and with no unit of work open. At least once: after a crash the
   * job is run again from the start, so it must find out what is done already. An exception means
   * again later, with growing pauses.
   */
  void run(JobContext job) throws Exception;
}
