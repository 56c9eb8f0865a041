package app.quen.customer.internal;

import app.quen.customer.Source;
import app.quen.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Which of the workspace's sources a change belongs to. */
@ApplicationScoped
class Origins {

  @Inject Sources sources;

  /** The same with its source looked up: needs no query unless it names one or a program acts. */
  Source of(Source source) {
    return source.of(sources.resolve(source.sourceKind(), source.sourceId()));
  }

  UUID id(Source resolved) {
    return Objects.requireNonNull(resolved.sourceId());
  }
}
