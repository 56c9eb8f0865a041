package app.quen.importing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CsvSpectrumTest {

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> everyFileOfTheSpectrumIsReadAsItsJsonSays() throws IOException {
    Map<String, byte[]> files = unpacked();
    List<DynamicTest> tests = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith(".csv")) {
            String base = name.substring(5, name.length() - 4);
            tests.add(
                DynamicTest.dynamicTest(
                    base, () -> holds(base, bytes, files.get("json/" + base + ".json"))));
          }
        });
    assertThat(tests).hasSize(12);
    return tests;
  }

  private void holds(String name, byte[] csv, byte[] json) throws IOException {
    Path file = Files.write(folder.resolve(name), csv);
    FileShape shape = FileShape.detect(file);
    List<Map<String, String>> read = new ArrayList<>();
    try (RowSource rows = shape.open(file)) {
      Row header = rows.next();
      for (Row row = rows.next(); row != null; row = rows.next()) {
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < header.cells().length; i++) {
          record.put(header.cells()[i], row.cells()[i]);
        }
        read.add(record);
      }
    }
    List<Map<String, String>> expected = expected(json);
    if (name.equals("location_coordinates")) {
      // the spectrum masked the phone number in the JSON and not in the CSV
      expected.getFirst().put("Contact Phone Number", "2095257564");
    }
    assertThat(read).isEqualTo(expected);
  }

  private static List<Map<String, String>> expected(byte[] json) {
    JsonValue whole =
        Json.createReader(new StringReader(new String(json, StandardCharsets.UTF_8))).readValue();
    JsonArray array =
        whole instanceof JsonArray records ? records : Json.createArrayBuilder().add(whole).build();
    List<Map<String, String>> read = new ArrayList<>();
    for (JsonObject object : array.getValuesAs(JsonObject.class)) {
      Map<String, String> record = new LinkedHashMap<>();
      object.forEach((key, value) -> record.put(key, text(value)));
      read.add(record);
    }
    return read;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static Map<String, byte[]> unpacked() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var zip =
        new ZipInputStream(
            CsvSpectrumTest.class.getResourceAsStream("/importing/csv_spectrum.zip"))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
