package app.quen.record;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.customer.CustomerId;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.feedback.RestoreFeedback;
import app.quen.feedback.ReviseFeedback;
import app.quen.feedback.TrashFeedback;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class RollupTest {

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  static JsonObject rollups(CustomerId customer) {
    return world.here(() -> world.bean(ShowCustomer.class).show(customer)).rollups();
  }

  @Test
  void openComplaintsAreCountedOnEveryPath() {
    CustomerId hoa = world.customer("Hoa");
    CustomerId an = world.customer("An");
    var complaint = world.feedback(hoa, "{'kind': 'complaint', 'body': 'Hỏng'}");
    world.feedback(hoa, "{'kind': 'question', 'body': 'Còn hàng?'}");
    assertThat(rollups(hoa).getInt("openComplaints")).isEqualTo(1);
    world.here(() -> world.bean(TrashFeedback.class).trash(complaint.id(), Source.FORM));
    assertThat(rollups(hoa).getInt("openComplaints")).isZero();
    world.here(() -> world.bean(RestoreFeedback.class).restore(complaint.id(), Source.FORM));
    assertThat(rollups(hoa).getInt("openComplaints")).isEqualTo(1);
    // it was about somebody else: both are counted anew
    world.here(
        () ->
            world
                .bean(ReviseFeedback.class)
                .revise(complaint.id(), json("{'customerId': '" + an + "'}"), 3, Source.FORM));
    assertThat(rollups(hoa).getInt("openComplaints")).isZero();
    assertThat(rollups(an).getInt("openComplaints")).isEqualTo(1);
    world.here(
        () ->
            world
                .bean(ReviseFeedback.class)
                .revise(complaint.id(), json("{'state': 'closed'}"), 4, Source.FORM));
    assertThat(rollups(an).getInt("openComplaints")).isZero();
  }

  @Test
  void theLastSatisfactionIsTheLastThatWasSaidNotTheLastThatWasWrittenDown() {
    CustomerId hoa = world.customer("Hoa");
    world.feedback(hoa, "{'kind': 'survey', 'nps': 9, 'at': '2026-02-01T00:00:00Z'}");
    world.feedback(hoa, "{'kind': 'rating', 'rating': 2, 'at': '2026-01-01T00:00:00Z'}");
    var last = rollups(hoa).getJsonObject("lastSatisfaction");
    assertThat(last.getString("kind")).isEqualTo("nps");
    assertThat(last.getInt("score")).isEqualTo(9);
    assertThat(last.getString("at")).isEqualTo("2026-02-01T00:00:00Z");
  }

  @Test
  void aNoteIsNoContact() {
    CustomerId hoa = world.customer("Hoa");
    world.interaction(hoa, "{'channel': 'call', 'at': '2026-01-01T00:00:00Z'}");
    world.interaction(hoa, "{'channel': 'note', 'body': 'x', 'at': '2026-02-01T00:00:00Z'}");
    assertThat(rollups(hoa).getString("lastInteractionAt")).isEqualTo("2026-01-01T00:00:00Z");
  }
}
