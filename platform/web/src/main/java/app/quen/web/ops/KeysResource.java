package app.quen.web.ops;

import app.quen.operating.RewrapKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

  @Inject private RewrapKeys rewrapKeys;
  @Inject private HttpServletRequest request;

  /** How many keys of workspaces were wrapped anew. */
  public record RewrappedJson(int rewrapped) {}

  @POST
  @Path("rewrap")
  @OperatorsOnly
  public RewrappedJson rewrapKeys() {
    return new RewrappedJson(rewrapKeys.rewrap(OperatorFilter.operator(request)));
  }
}
