package app.quen.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that say what went wrong, once for all operations. */
final class Problems {

  private static final Map<String, String[]> BY_STATUS = new LinkedHashMap<>();

  static {
    put("400", "BadRequest", "Not the expected shape: says where. `bad-request`.");
    put(
        "401",
        "Unauthenticated",
        "No credential, or one that does not hold (`unauthenticated`); at a sign-in, that a code is"
            + " wanted too (`second-factor-required`).");
    put(
        "403",
        "Forbidden",
        "The permission is missing (`forbidden`), the workspace is suspended"
            + " (`workspace-suspended`), a fresh proof of who asks is wanted"
            + " (`step-up-required`), the workspace wants a second factor"
            + " (`second-factor-missing`), or a code was mailed to the address that signs up"
            + " (`address-proof-required`).");
    put("404", "NotFound", "Not in this workspace. `not-found`.");
    put("409", "Taken", "Something else has it, or it is not in a state for this. `taken`.");
    put(
        "412",
        "Conflict",
        "Somebody else changed the record: `current` and `changedFields`. `conflict`.");
    put("413", "TooLarge", "The body is larger than is taken. `too-large`.");
    put("415", "UnsupportedMediaType", "Not a type that is taken. `unsupported-media-type`.");
    put(
        "422",
        "Invalid",
        "Fields cannot be taken as they are (`validation`), or the Idempotency-Key was used for"
            + " another request (`idempotency-mismatch`).");
    put("428", "PreconditionRequired", "If-Match is missing. `precondition-required`.");
    put("429", "TooManyRequests", "Too many; Retry-After says when. `too-many-requests`.");
    put("500", "Internal", "Our fault; requestId helps us to find it. `internal`.");
  }

  private Problems() {}

  private static void put(String status, String name, String description) {
    BY_STATUS.put(status, new String[] {name, description});
  }

  static APIResponse reference(String status) {
    return createAPIResponse().ref(BY_STATUS.get(status)[0]);
  }

  static Map<String, APIResponse> responses() {
    var responses = new LinkedHashMap<String, APIResponse>();
    BY_STATUS.forEach(
        (status, text) -> {
          var response =
              createAPIResponse()
                  .description(text[1])
                  .addHeader("X-Request-Id", createHeader().ref("X-Request-Id"))
                  .content(
                      createContent()
                          .addMediaType(
                              "application/problem+json",
                              createMediaType().schema(createSchema().ref("Problem"))));
          if (status.equals("429")) {
            response.addHeader("Retry-After", createHeader().ref("Retry-After"));
          }
          responses.put(text[0], response);
        });
    return responses;
  }
}
