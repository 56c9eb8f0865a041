package app.quen.alert.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.alert.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

  @TempDir Path folder;

  @Test
  void theNarrowestNetworkOfTheFileSaysWhereAnAddressIs() throws Exception {
    var places = new PlaceFile();
    places.read(
        Files.writeString(
            folder.resolve("places.csv"),
            """
            # network,label,latitude,longitude
            203.0.0.0/16,VN,16.0,108.0
            203.0.113.0/24,VN Hà Nội,21.03,105.85
            2001:db8::/32,FR Paris,48.86,2.35
            not a line
            203.0.113.0/99,Nowhere,1,1
            """));

    assertThat(places.find("203.0.113.7")).map(Place::label).contains("VN Hà Nội");
    assertThat(places.find("203.0.1.1")).map(Place::label).contains("VN");
    assertThat(places.find("2001:db8:5::9")).map(Place::label).contains("FR Paris");
    assertThat(places.find("198.51.100.1")).isEmpty();
    assertThat(places.find("localhost")).isEmpty();
  }

  @Test
  void twoPlacesAreAsFarApartAsTheyAreOnEarth() {
    var hanoi = new Place("Hà Nội", 21.03, 105.85);
    var saigon = new Place("TP. Hồ Chí Minh", 10.78, 106.7);

    assertThat(hanoi.distance(saigon)).isBetween(1_130.0, 1_150.0);
    assertThat(hanoi.distance(new Place("?", null, null))).isZero();
  }

  @Test
  void addressesOfOneNetworkAreOnePlace() {
    assertThat(Networks.of("203.0.113.7")).isEqualTo(Networks.of("203.0.1.1"));
    assertThat(Networks.of("203.0.113.7")).isNotEqualTo(Networks.of("203.1.113.7"));
    assertThat(Networks.of("2001:db8:12::1")).isEqualTo(Networks.of("2001:db8:34::1"));
    assertThat(Networks.of("not an address")).isEqualTo("not an address");
  }
}
