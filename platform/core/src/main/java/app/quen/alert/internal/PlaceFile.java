package app.quen.alert.internal;

import app.quen.alert.Place;
import app.quen.alert.PlaceLookup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places from a file that the operator brings: lines of {@code network,label,latitude,longitude},
 * e.g. {@code 203.0.113.0/24,VN Hà Nội,21.03,105.85}; the narrowest network holds.
 */
@ApplicationScoped
public class PlaceFile implements PlaceLookup {

  private static final Logger LOG = LoggerFactory.getLogger(PlaceFile.class);

  @Inject
  @ConfigProperty(name = "quen.places.file")
  Optional<String> file;

  private final Map<String, Place> places = new HashMap<>();

  @PostConstruct
  void read() {
    file.map(String::strip).filter(name -> !name.isEmpty()).ifPresent(name -> read(Path.of(name)));
  }

  void read(Path path) {
    int number = 0;
    try {
      for (String line : Files.readAllLines(path)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#") && !take(line)) {
          LOG.warn("Line {} of {} is no network,label,latitude,longitude", number, path);
        }
      }
    } catch (IOException e) {
      LOG.error("Places of addresses are not known: {} cannot be read", path, e);
    }
  }

  private boolean take(String line) {
    String[] cells = line.split(",", -1);
    String[] network = cells[0].strip().split("/", -1);
    if (cells.length != 4 || network.length != 2) {
      return false;
    }
    try {
      var address = Networks.bytes(network[0]);
      int bits = Integer.parseInt(network[1]);
      if (address.isEmpty() || bits < 1 || bits > address.get().length * 8) {
        return false;
      }
      var place =
          new Place(
              cells[1].strip(), Double.valueOf(cells[2].strip()), Double.valueOf(cells[3].strip()));
      places.put(Networks.prefix(address.get(), bits), place);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  @Override
  public Optional<Place> find(String address) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    return Networks.bytes(address).flatMap(this::narrowest);
  }

  private Optional<Place> narrowest(byte[] address) {
    for (int bits = address.length * 8; bits > 0; bits--) {
      Place place = places.get(Networks.prefix(address, bits));
      if (place != null) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
