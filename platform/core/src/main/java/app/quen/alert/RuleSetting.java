package app.quen.alert;

/**
 * How a workspace has set a rule.
 *
 * @param floor what counts: below so many a day nothing stands out, whatever is usual. Unusual
 *     hours: so many days somebody must have worked before their hours are known. Impossible
 *     travel: kilometres an hour. A new place: no meaning
 * @param factor how many times the usual amount stands out; 0 where nothing is counted, or where
 *     the floor alone holds
 * @param endsSessions whether the member's sessions in the workspace end
 * @param mails whether the owners get a letter
 */
public record RuleSetting(
    AlertRule rule, boolean enabled, int floor, int factor, boolean endsSessions, boolean mails) {}
