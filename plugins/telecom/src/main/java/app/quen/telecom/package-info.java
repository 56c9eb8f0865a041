/** Telecom: subscriptions, services, charges and churn, and what cannot be true together. */
@NullMarked
package app.quen.telecom;

import org.jspecify.annotations.NullMarked;
