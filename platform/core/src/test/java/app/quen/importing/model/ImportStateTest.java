package app.quen.importing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.field.Invalid;
import app.quen.importing.model.ImportState.Step;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ImportStateTest {

  @Property
  void noWayLeadsOutOfAFinalStateAndNothingIsLostOnTheWay(
      @ForAll @Size(max = 40) List<Step> steps) {
    ImportState state = ImportState.UPLOADED;
    boolean started = false;
    for (Step step : steps) {
      ImportState next = state.after(step).orElse(null);
      if (next == null) {
        ImportState here = state;
        assertThatThrownBy(() -> here.require(step)).isInstanceOf(Invalid.class);
        continue;
      }
      assertThat(state.isFinal()).isFalse();
      assertThat(state.require(step)).isEqualTo(next);
      started |= next == ImportState.RUNNING;
      if (started) {
        assertThat(next)
            .as("an import that has begun never goes back to where its mapping can be changed")
            .isNotIn(ImportState.UPLOADED, ImportState.CHECKING, ImportState.CHECKED);
      }
      if (step == Step.DONE || step == Step.PAUSE || step == Step.FAIL) {
        assertThat(state).isEqualTo(ImportState.RUNNING);
      }
      state = next;
    }
  }

  @Property
  void everyStateButTheFinalOnesCanBeLeftByCancelling(@ForAll ImportState state) {
    assertThat(state.after(Step.CANCEL).isPresent()).isEqualTo(!state.isFinal());
  }

  @Test
  void labelsAreThoseOfTheApi() {
    for (ImportState state : ImportState.values()) {
      assertThat(ImportState.labelled(state.label())).isEqualTo(state);
    }
    assertThat(ImportState.UPLOADED.label()).isEqualTo("uploaded");
  }
}
