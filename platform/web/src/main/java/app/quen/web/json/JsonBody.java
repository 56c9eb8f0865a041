package app.quen.web.json;

import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

/** Reads the JSON object that a request's body is, and says where it is not one. */
public final class JsonBody {

  /** The largest JSON body that is taken. Files go another way. */
  static final int LIMIT = 1 << 20;

  private JsonBody() {}

  public static JsonObject read(InputStream in) throws IOException {
    var bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw Problem.of(
              ProblemType.TOO_LARGE,
              "Nội dung JSON không được quá 1 MB.",
              "A JSON body is at most 1 MB.")
          .exception();
    }
    if (bytes.length == 0) {
      throw bad("Thiếu nội dung JSON.", "The JSON body is missing.");
    }
    checkEncoding(bytes);
    try (var parser = Json.createParser(new ByteArrayInputStream(bytes))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw bad("Chỉ được gửi một đối tượng JSON.", "The body must be one JSON object alone.");
      }
      if (value instanceof JsonObject object) {
        return object;
      }
      throw bad("Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
    } catch (JsonParsingException e) {
      var at = e.getLocation();
      throw bad(
          "JSON sai ở dòng %d, cột %d.".formatted(at.getLineNumber(), at.getColumnNumber()),
          "The JSON is broken at line %d, column %d."
              .formatted(at.getLineNumber(), at.getColumnNumber()));
    } catch (JsonException | NoSuchElementException e) {
      throw bad("Nội dung không phải JSON.", "The body is no JSON.");
    }
  }

  private static void checkEncoding(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw bad("Nội dung phải dùng mã UTF-8.", "The body must be encoded in UTF-8.");
    }
  }

  private static RuntimeException bad(String vi, String en) {
    return Problem.of(ProblemType.BAD_REQUEST, vi, en).exception();
  }
}
