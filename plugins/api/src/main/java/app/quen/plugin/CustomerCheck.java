package app.quen.plugin;

import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * Agrees to a customer before it is saved, or refuses it with reasons.
 *
 * <p><b>When:</b> in every workspace that has the plugin switched on, before a customer is created
 * or changed, by a person, the API or an import; after the rules of the fields themselves (type,
 * required, range, pattern), which a check need not repeat. Not called for customers that exist
 * already when the plugin is switched on, until they are changed.
 *
 * <p><b>The host promises:</b> the record holds what would be saved, not only what changed. If any
 * check refuses, nothing is saved, and all reasons of all checks are shown together. A record may
 * be checked more than once, also without being saved (a dry run).
 *
 * <p><b>The plugin must promise:</b> to be <em>pure</em>: no effect, and an answer that depends on
 * nothing but the two parameters. To be safe for use by many threads. To be quick: microseconds are
 * usual (an import checks tens of thousands of rows in a second); a single call has 2 seconds, an
 * import's batch has that and 1 millisecond for each row. To take every record that the fields' own
 * rules let through: missing values and strange texts are usual.
 *
 * <p><b>Transaction:</b> the transaction of the change is open, on another thread; the check cannot
 * take part in it.
 *
 * <p><b>Errors:</b> a check that throws or is late refuses the record with a reason that names the
 * plugin. One that is late again and again is not called for a while; its workspaces cannot save
 * until it recovers or is switched off.
 *
 * @since 0.1
 */
public interface CustomerCheck extends ExtensionPoint {

  /**
   * Checks one customer.
   *
   * @param customer as it would be saved; only the plugin's own fields and the fields of the core
   *     that its manifest lists under {@code reads}
   * @return why it is refused; empty if this check agrees
   */
  List<Refusal> check(CustomerRecord customer, CheckContext context);
}
