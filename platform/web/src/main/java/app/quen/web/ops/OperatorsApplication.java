package app.quen.web.ops;

import app.quen.web.json.JsonbSettings;
import app.quen.web.json.RecordReader;
import app.quen.web.problem.ProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What the people who run the installation talk to. No workspace's credential opens it. */
@ApplicationPath("/ops/v1")
public class OperatorsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AccountsResource.class,
        KeysResource.class,
        TenantsResource.class,
        RecordReader.class,
        JsonbSettings.class,
        ProblemMapper.class);
  }
}
