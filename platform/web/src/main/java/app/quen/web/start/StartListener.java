package app.quen.web.start;

import app.quen.start.Started;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Before the first request: what fails here keeps the application from being deployed. */
@WebListener
public class StartListener implements ServletContextListener {

  @Inject private Event<Started> started;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    started.fire(new Started());
  }
}
