package app.quen.alert;

import java.util.Optional;

/**
 * Where an address is. Quen brings no database of addresses: without one places are told apart by
 * networks alone, and distances are not known.
 */
public interface PlaceLookup {

  Optional<Place> find(String address);
}
