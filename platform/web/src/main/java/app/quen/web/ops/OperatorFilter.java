package app.quen.web.ops;

import app.quen.operating.FindOperator;
import app.quen.operating.Operator;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemResponse;
import app.quen.web.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators through to the operators' API, and nobody else. No cookie, so no forged request.
 */
public class OperatorFilter extends HttpFilter {

  private static final String ATTRIBUTE = OperatorFilter.class.getName();
  private static final String BEARER = "Bearer ";

  @Inject private FindOperator findOperator;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Operator> operator;
    try {
      operator = find(request.getHeader("Authorization"));
    } catch (RuntimeException e) {
      ProblemResponse.send(e, request, response);
      return;
    }
    if (operator.isEmpty()) {
      var refusal =
          Problem.of(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer").exception();
      ProblemResponse.send(refusal, request, response);
      return;
    }
    request.setAttribute(ATTRIBUTE, operator.get());
    chain.doFilter(request, response);
  }

  static Operator operator(HttpServletRequest request) {
    return (Operator) request.getAttribute(ATTRIBUTE);
  }

  private Optional<Operator> find(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    return findOperator.find(authorization.substring(BEARER.length()).strip());
  }
}
