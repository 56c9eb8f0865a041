package app.quen.web.problem;

import app.quen.web.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns every exception of a resource into its problem. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    var problem = Diagnosis.of(thrown);
    var exchange = Exchange.of(request);
    ProblemLog.note(problem, thrown, request, exchange);
    var response =
        Response.status(problem.type().status())
            .type(ProblemResponse.MEDIA_TYPE)
            .entity(problem.json(exchange.language(), exchange.requestId()).toString())
            .header("Content-Language", exchange.language())
            .header("Cache-Control", "no-store");
    problem.headers().forEach(response::header);
    return response.build();
  }
}
