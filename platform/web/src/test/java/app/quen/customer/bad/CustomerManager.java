package app.quen.customer.bad;

import app.quen.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.pf4j.PluginManager;

/** Wrong on purpose, in as many ways as fit into one class. */
@ApplicationScoped
public class CustomerManager {

  private static final ThreadLocal<Connection> CONNECTION = new ThreadLocal<>();

  PluginManager plugins;
  Event<String> events;

  public Response doRegister(Handle sql, EntityManager entities) {
    CONNECTION.set(sql.getConnection());
    entities.unwrap(Object.class);
    return Response.ok(Page.limit(null)).build();
  }
}
