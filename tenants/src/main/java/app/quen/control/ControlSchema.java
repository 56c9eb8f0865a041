package app.quen.control;

import app.quen.cell.Cells;
import app.quen.cell.Conflicts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** SQL on the control schema, as the database user that sees nothing else. */
@ApplicationScoped
public class ControlSchema {

  @Inject Cells cells;
  private Jdbi jdbi;

  @PostConstruct
  void open() {
    jdbi = Jdbi.create(cells.control());
  }

  /** For a single statement: each one is its own transaction. */
  public <T> T call(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  public void run(Consumer<Handle> work) {
    jdbi.useHandle(work::accept);
  }

  /** One transaction, run again where it lost against another one. */
  public <T> T transact(Function<Handle, T> work) {
    return Conflicts.retry(() -> jdbi.inTransaction(work::apply));
  }
}
