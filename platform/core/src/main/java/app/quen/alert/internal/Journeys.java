package app.quen.alert.internal;

import app.quen.alert.Place;
import app.quen.alert.PlaceLookup;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.SearchTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From where people sign in, and how far that is from where they did before. */
@ApplicationScoped
class Journeys {

  /** Nearer than this the place of an address is not known well enough. */
  private static final double NEAR = 300;

  private static final int LOOKED_BACK = 20;

  @Inject PlaceLookup lookup;
  @Inject SearchTrail searchTrail;

  /** Between two sign-ins. */
  record Journey(Place from, Place to, double kilometres, Duration time) {

    long kilometresAnHour() {
      double hours = Math.max(time.toSeconds(), 60) / 3600.0;
      return Math.round(kilometres / hours);
    }
  }

  /** What a place is told apart by: its name where it is known, else the network. */
  String name(String address) {
    String name = lookup.find(address).map(Place::label).orElseGet(() -> Networks.of(address));
    return name.length() <= 100 ? name : name.substring(0, 100);
  }

  /** From the last sign-in whose place is known; none where it is near, or no place is known. */
  Optional<Journey> before(AuditEntry entry, UUID subject) {
    Optional<Place> here = lookup.find(String.valueOf(entry.address())).filter(Place::located);
    if (here.isEmpty()) {
      return Optional.empty();
    }
    var query = AuditQuery.ALL.by(subject).acts(Set.of("SignedIn"));
    for (AuditEntry earlier : searchTrail.search(query, entry.sequence(), LOOKED_BACK).items()) {
      String address = earlier.address();
      Optional<Place> there =
          address == null ? Optional.empty() : lookup.find(address).filter(Place::located);
      if (there.isPresent()) {
        double kilometres = there.get().distance(here.get());
        Duration time = Duration.between(earlier.at(), entry.at());
        return kilometres < NEAR
            ? Optional.empty()
            : Optional.of(new Journey(there.get(), here.get(), kilometres, time));
      }
    }
    return Optional.empty();
  }
}
