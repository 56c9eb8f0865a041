package app.quen.record.internal;

import app.quen.customer.OfCustomers;
import app.quen.database.Work;
import app.quen.record.RecordDeclaration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Interactions, feedback and tasks go with the customer whom they are about. */
@ApplicationScoped
public class RecordsOfCustomers implements OfCustomers {

  @Inject Work work;
  @Inject @Any Instance<RecordDeclaration> declared;

  @Override
  public void purge(Collection<UUID> customers) {
    declared.forEach(declaration -> delete(declaration.type().table(), customers));
    delete("record_history", customers);
  }

  private void delete(String table, Collection<UUID> customers) {
    work.sql()
        .createUpdate("DELETE FROM " + table + " WHERE customer_id IN (<ids>)")
        .bindList("ids", List.copyOf(customers))
        .execute();
  }
}
