package app.quen.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.audit.Act;
import app.quen.audit.AuditQuery;
import app.quen.audit.Trail;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On an application of its own, since it stops it. */
@ExtendWith(EmbeddedDatabase.class)
class StoppingTrailTest {

  @Test
  void whatWasSeenIsWrittenDownBeforeTheApplicationStops() throws Exception {
    try (var node = World.open()) {
      var there = new TrailWorld(node);
      for (int i = 0; i < 300; i++) {
        there.as(
            node.a(),
            () -> {
              node.bean(Trail.class).seen(Act.of("CustomersSearched"));
              return true;
            });
      }
      node.bean(SeenQueue.class).stop();
      assertThat(there.search(node.a(), AuditQuery.ALL)).hasSize(300);
      assertThat(there.search(node.b(), AuditQuery.ALL)).isEmpty();
    }
  }
}
