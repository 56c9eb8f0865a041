package app.quen.web.credential;

import app.quen.access.Access;
import app.quen.web.request.Exchange;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Stands before every resource method and lets through whom {@link Admission} admits. */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class Gate implements ContainerRequestFilter {

  @Inject private Access access;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    new Admission(Exchange.of(request), access, context.getMethod(), context::getHeaderString)
        .check(resource.getResourceMethod());
  }
}
