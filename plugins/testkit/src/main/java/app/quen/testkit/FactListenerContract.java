package app.quen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.plugin.Fact;
import app.quen.plugin.FactListener;
import app.quen.plugin.FieldChange;
import app.quen.plugin.RetryLater;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the host relies on in every {@link FactListener}. */
public interface FactListenerContract extends PluginProject {

  FactListener listener();

  /** Some facts as they happen in life, one after the other, of the types that it wants. */
  List<Fact> facts();

  @Test
  default void theListenerSaysWhatItWants() {
    Set<String> types = listener().types();
    assertThat(types).isNotEmpty().allMatch(type -> !type.isBlank());
    assertThat(listener().types()).isEqualTo(types);
    assertThat(facts()).isNotEmpty().allMatch(fact -> types.contains(fact.type()));
  }

  @Test
  default void theListenerIsIdempotentAfterAll() {
    FakeContext context = FakeContext.of(manifest());
    tell(facts(), context);
    Map<String, String> once = context.store().all();
    Fact last = facts().getLast();
    tell(List.of(last, last), context);
    assertThat(context.store().all())
        .as("what is kept after the last fact came again")
        .isEqualTo(once);
  }

  @Test
  default void theListenerIsIdempotentAfterEachFact() {
    FakeContext context = FakeContext.of(manifest());
    for (Fact fact : facts()) {
      tell(List.of(fact), context);
      Map<String, String> once = context.store().all();
      tell(List.of(fact), context);
      assertThat(context.store().all()).as("after %s came again", fact).isEqualTo(once);
    }
  }

  @Test
  default void theListenerToleratesAFactWithoutChanges() {
    for (Fact fact : facts()) {
      tell(List.of(with(fact, List.of())), FakeContext.of(manifest()));
    }
  }

  @Test
  default void theListenerToleratesStrangeTexts() {
    for (Fact fact : facts()) {
      for (FieldChange change : fact.changes()) {
        if (change.after() instanceof String) {
          for (String text : NaughtyStrings.all()) {
            tell(
                List.of(with(fact, List.of(new FieldChange(change.field(), change.after(), text)))),
                FakeContext.of(manifest()));
          }
        }
      }
    }
  }

  private void tell(List<Fact> facts, FakeContext context) {
    FactListener listener = listener();
    for (Fact fact : facts) {
      try {
        listener.on(fact, context);
      } catch (RetryLater later) {
        assertThat(later.delay()).isPositive();
      }
    }
  }

  private static Fact with(Fact fact, List<FieldChange> changes) {
    return new Fact(
        UUID.randomUUID(),
        fact.type(),
        fact.recordType(),
        fact.recordId(),
        fact.at(),
        fact.actor(),
        fact.source(),
        changes);
  }
}
