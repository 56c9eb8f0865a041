package app.quen.web.problem;

import app.quen.tenant.TenantId;
import app.quen.web.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is our fault into the log, once, with what is needed to find it again. */
final class ProblemLog {

  private static final Logger LOG = LoggerFactory.getLogger("app.quen.web");

  private ProblemLog() {}

  static void note(
      Problem problem, Throwable thrown, HttpServletRequest request, Exchange exchange) {
    if (problem.type().status() < 500) {
      LOG.debug("request={} {}", exchange.requestId(), thrown.toString());
      return;
    }
    LOG.error(
        "{} {} failed; request={} tenant={}",
        request.getMethod(),
        request.getRequestURI(),
        exchange.requestId(),
        tenant(exchange),
        thrown);
  }

  private static String tenant(Exchange exchange) {
    return exchange
        .keyHolder()
        .map(holder -> holder.tenant().id())
        .or(
            () ->
                exchange
                    .session()
                    .flatMap(s -> java.util.Optional.ofNullable(s.workspace()))
                    .map(w -> w.tenant()))
        .map(TenantId::toString)
        .orElse("none");
  }
}
