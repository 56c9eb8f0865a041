package app.quen.customer.model;

import app.quen.access.Actor;
import app.quen.customer.CustomerView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's own row. What there may be several of (phones, addresses, tags) and the plugins'
 * values have rows of their own, written by the store in the same transaction.
 */
@Entity
@Table(name = "customer")
public class Customer {

  @Id private UUID id;
  @Version private int version;
  private String kind;
  private String name;

  @Column(name = "family_name")
  private @Nullable String familyName;

  @Column(name = "middle_name")
  private @Nullable String middleName;

  @Column(name = "given_name")
  private @Nullable String givenName;

  @Column(name = "name_key")
  private String nameKey;

  private @Nullable String gender;

  @Column(name = "birth_date")
  private @Nullable LocalDate birthDate;

  @Column(name = "birth_place")
  private @Nullable String birthPlace;

  /** A JSON array; null where there are none. */
  private @Nullable String interests;

  private @Nullable String education;
  private @Nullable String occupation;

  @Column(name = "income_band")
  private @Nullable String incomeBand;

  @Column(name = "tax_code")
  private @Nullable String taxCode;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column(name = "external_key")
  private @Nullable String externalKey;

  @Column(name = "preferred_channel")
  private @Nullable String preferredChannel;

  @Column(name = "owner_id")
  @Convert(converter = NullableId.class)
  private @Nullable UUID ownerId;

  private String stage;

  @Column(name = "source_id")
  private UUID sourceId;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "created_at"))
  @AttributeOverride(name = "kind", column = @Column(name = "created_by_kind"))
  @AttributeOverride(name = "id", column = @Column(name = "created_by_id"))
  @AttributeOverride(name = "name", column = @Column(name = "created_by_name"))
  private Stamp created;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "updated_at"))
  @AttributeOverride(name = "kind", column = @Column(name = "updated_by_kind"))
  @AttributeOverride(name = "id", column = @Column(name = "updated_by_id"))
  @AttributeOverride(name = "name", column = @Column(name = "updated_by_name"))
  private Stamp updated;

  /** 0: in use, 1: archived, 2: in the trash. */
  private int archived;

  @Column(name = "archived_at")
  private @Nullable LocalDateTime archivedAt;

  protected Customer() {}

  /** A new customer with this content. */
  public Customer(CustomerView content) {
    id = content.id().value();
    version = content.version();
    sourceId = content.sourceId();
    created = new Stamp(content.createdBy(), content.createdAt());
    take(content);
  }

  /** Takes this content; id, version, source and who made it stay. */
  public final void take(CustomerView content) {
    kind = content.kind();
    name = content.name();
    familyName = content.familyName();
    middleName = content.middleName();
    givenName = content.givenName();
    nameKey = Keys.ofName(content);
    gender = content.gender();
    birthDate = content.birthDate();
    birthPlace = content.birthPlace();
    interests = Keys.jsonArray(content.interests());
    education = content.education();
    occupation = content.occupation();
    incomeBand = content.incomeBand();
    taxCode = content.taxCode();
    externalId = content.externalId();
    externalKey = Keys.ofExternalId(content.externalId());
    preferredChannel = content.preferredChannel();
    ownerId = content.ownerId();
    stage = content.stage();
    updated = new Stamp(content.updatedBy(), content.updatedAt());
  }

  public void archive(Actor actor, Instant at) {
    updated = new Stamp(actor, at);
    archived = 1;
    archivedAt = updated.at();
  }

  public void restore(Actor actor, Instant at) {
    updated = new Stamp(actor, at);
    archived = 0;
    archivedAt = null;
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public boolean archived() {
    return archived == 1;
  }
}
