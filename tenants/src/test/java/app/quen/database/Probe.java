package app.quen.database;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An entity of tests. */
@Entity
@Table(name = "probe")
public class Probe {

  @Id UUID id;
  String name;
  Instant at;
  @Version int version;

  protected Probe() {}

  Probe(UUID id, String name, Instant at) {
    this.id = id;
    this.name = name;
    this.at = at;
  }
}
