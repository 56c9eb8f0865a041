package app.quen.customer.internal;

import app.quen.customer.CustomerView.Address;
import app.quen.place.AddressUnits;
import app.quen.place.Level;
import app.quen.place.Place;
import app.quen.place.Places;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of addresses: as written, with the units that were recognised. */
final class AddressShape {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private AddressShape() {}

  static JsonArrayBuilder json(List<Address> addresses) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (Address address : addresses) {
      JsonObjectBuilder one = JSON.createObjectBuilder();
      put(one, "line", address.line());
      put(one, "ward", address.ward());
      put(one, "district", address.district());
      put(one, "province", address.province());
      one.add("country", address.country());
      put(one, "postalCode", address.postalCode());
      one.add("label", address.label()).add("primary", address.primary());
      AddressUnits units = address.units();
      if (units != null) {
        one.add("units", json(units));
      }
      json.add(one);
    }
    return json;
  }

  private static JsonObjectBuilder json(AddressUnits units) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    put(json, "province", Places.find(Level.PROVINCE, false, units.province()));
    put(json, "ward", Places.find(Level.WARD, false, units.ward()));
    put(json, "formerProvince", Places.find(Level.PROVINCE, true, units.formerProvince()));
    put(json, "formerDistrict", Places.find(Level.DISTRICT, true, units.formerDistrict()));
    put(json, "formerWard", Places.find(Level.WARD, true, units.formerWard()));
    return json;
  }

  private static void put(JsonObjectBuilder json, String name, @Nullable String text) {
    if (text != null) {
      json.add(name, text);
    }
  }

  private static void put(JsonObjectBuilder json, String name, Place.@Nullable Name unit) {
    if (unit != null) {
      json.add(name, JSON.createObjectBuilder().add("code", unit.code()).add("name", unit.name()));
    }
  }
}
