package app.quen.web.bad;

import app.quen.customer.bad.CustomerRow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Wrong on purpose: says not who may call it, and shows an entity. */
@Path("/open")
public class OpenResource {

  @GET
  public CustomerRow anybody() {
    return new CustomerRow();
  }
}
