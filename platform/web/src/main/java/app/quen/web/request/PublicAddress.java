package app.quen.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What people on the internet call this server. */
@ApplicationScoped
public class PublicAddress {

  @Inject
  @ConfigProperty(name = "quen.public.url")
  private Optional<String> publicUrl;

  /**
   * A link for who asks to hand over; where nothing is set, by the name that they use themselves.
   */
  public String of(String path, UriInfo uri) {
    var base = publicUrl.orElseGet(() -> uri.getBaseUri().resolve("/").toString());
    return (base.endsWith("/") ? base : base + "/") + path;
  }
}
