package app.quen.audit.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Whether there is a record, whoever may see it; also in the trash. */
@ApplicationScoped
@WithoutSight(because = "whether a record is there is told to the trail alone")
public class Existing {

  private static final Map<String, String> TABLES =
      Map.of(
          "customer", "customer",
          "order", "sales_order",
          "interaction", "interaction",
          "feedback", "feedback",
          "task", "task",
          "link", "customer_link",
          "attachment", "attachment");

  @Inject Work work;

  public static boolean knows(String recordType) {
    return TABLES.containsKey(recordType);
  }

  public boolean is(String recordType, UUID id) {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM " + TABLES.get(recordType) + " WHERE id = ?)")
        .bind(0, id)
        .mapTo(Boolean.class)
        .one();
  }
}
