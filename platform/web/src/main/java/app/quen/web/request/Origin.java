package app.quen.web.request;

import app.quen.customer.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Where the change comes from that the request makes. */
@ApplicationScoped
public class Origin {

  @Inject private HttpServletRequest request;

  /** A person works in forms, a program through the API. */
  public Source source() {
    return Exchange.of(request).session().isPresent() ? Source.FORM : Source.API;
  }
}
