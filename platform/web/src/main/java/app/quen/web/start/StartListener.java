package app.quen.web.start;

import app.quen.audit.Trail;
import app.quen.start.Started;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Before the first request, where what fails keeps it from being deployed, and after the last. */
@WebListener
public class StartListener implements ServletContextListener {

  @Inject private Event<Started> started;
  @Inject private Trail trail;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    started.fire(new Started());
  }

  /** No request comes any more, and the connections are still there. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    trail.flush();
  }
}
