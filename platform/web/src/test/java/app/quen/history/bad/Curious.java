package app.quen.history.bad;

import app.quen.customer.internal.bad.Secret;

/** Wrong on purpose: looks into another component. */
public class Curious {
  Secret secret;
}
