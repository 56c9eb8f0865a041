package app.quen.customer.bad;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** An entity for the wrong samples to show around. */
@Entity
public class CustomerRow {
  @Id UUID id;
}
