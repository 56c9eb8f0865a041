package app.quen.web.ops;

import app.quen.operating.ResetSecondFactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

  @Inject private ResetSecondFactor resetSecondFactor;
  @Inject private HttpServletRequest request;

  /** Whose, and why. */
  public record ResetJson(String email, String reason) {}

  /** That it was done. */
  public record DoneJson(String email) {}

  @POST
  @Path("reset-second-factor")
  @OperatorsOnly
  public DoneJson resetSecondFactor(ResetJson body) {
    resetSecondFactor.reset(OperatorFilter.operator(request), body.email(), body.reason());
    return new DoneJson(body.email());
  }
}
