package app.quen.tenant.bad;

import app.quen.customer.bad.CustomerRow;

/** Wrong on purpose: tenancy that knows of customers. */
public class TenantThatCounts {
  CustomerRow first;
}
