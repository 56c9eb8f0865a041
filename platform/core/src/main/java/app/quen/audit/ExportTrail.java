package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.audit.internal.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** The whole trail as a file that somebody else can check: see docs/audit.md. */
@ApplicationScoped
public class ExportTrail {

  @Inject Download download;
  @Inject Trail trail;

  /** The content is written inside the workspace, when it is asked for, a page at a time. */
  @Permitted("audit:read")
  public Content export() {
    trail.seen(Act.of("TrailExported"));
    return download::write;
  }

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
