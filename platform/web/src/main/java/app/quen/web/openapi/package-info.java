/** The description of the API: what the generator cannot see in the code is added here. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Quen",
            version = "1",
            description =
                """
                Everything that Quen's own browser application does, for your programs.

                **Credentials.** A program sends an API key: `Authorization: Bearer quen_…`. The \
                browser application has a session cookie and sends `X-CSRF-Token` with every \
                unsafe method. The workspace follows from the credential.

                **Lists** come in pages: `limit` (at most 200), `cursor`, and the next page in \
                `nextCursor` and in the `Link` header (`rel="next"`).

                **Changes** are merge patches (RFC 7396) and need `If-Match` with the `ETag` that \
                was read; 412 says what somebody else changed meanwhile.

                **Creating** takes an `Idempotency-Key`: the same key and body give the same \
                answer again instead of a second record.

                **Errors** are problem details (RFC 9457): decide by `type`, show `title`, \
                `detail` and `errors`; `Accept-Language: vi` or `en` picks their language.\
                """,
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
    servers = @Server(url = "/api/v1"),
    tags = {
      @Tag(name = "Session", description = "Signing up, in, out, and between workspaces."),
      @Tag(name = "Account", description = "The signed-in person."),
      @Tag(name = "Members", description = "The people of the workspace."),
      @Tag(name = "API keys", description = "Credentials for programs."),
      @Tag(name = "Fields", description = "What a record has in this workspace."),
      @Tag(name = "Customers", description = "What the business knows about its customers."),
      @Tag(name = "Places", description = "Where in Vietnam, before and after July 2025."),
      @Tag(name = "Interactions", description = "Contacts between staff and customers."),
      @Tag(name = "Feedback", description = "What customers say."),
      @Tag(name = "Surveys", description = "Forms for customers, by a link."),
      @Tag(name = "Tasks", description = "What is to be done."),
      @Tag(name = "Orders", description = "What customers bought and brought back."),
      @Tag(name = "Settings", description = "What a workspace decided for all."),
      @Tag(name = "Links", description = "How customers belong together."),
      @Tag(name = "Consents", description = "What customers allowed, with the proof."),
      @Tag(name = "Sources", description = "Where data comes from, and what for."),
      @Tag(name = "Imports", description = "Spreadsheets on their way in."),
      @Tag(name = "Bulk", description = "One change for many, and the way back."),
      @Tag(name = "Attachments", description = "Files at records."),
      @Tag(name = "Views", description = "Lists kept under a name."),
      @Tag(name = "Exports", description = "Files made by jobs."),
      @Tag(name = "Plugins", description = "What industries add."),
      @Tag(name = "Deliveries", description = "Facts that a listener could not take."),
      @Tag(name = "Description", description = "This document.")
    },
    components =
        @Components(
            securitySchemes = {
              @SecurityScheme(
                  securitySchemeName = "session",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.COOKIE,
                  apiKeyName = "__Host-quen",
                  description = "The session of a person in a browser."),
              @SecurityScheme(
                  securitySchemeName = "csrf",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.HEADER,
                  apiKeyName = "X-CSRF-Token",
                  description =
                      "The session's csrfToken, with every unsafe method under the cookie."),
              @SecurityScheme(
                  securitySchemeName = "apiKey",
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  description = "An API key of a workspace: quen_…")
            },
            schemas = {
              @Schema(
                  name = "Industry",
                  type = SchemaType.STRING,
                  enumeration = {"retail", "telecom", "health", "education", "services", "other"}),
              @Schema(
                  name = "Language",
                  type = SchemaType.STRING,
                  enumeration = {"vi", "en"}),
              @Schema(
                  name = "Role",
                  type = SchemaType.STRING,
                  description =
                      "The key of one of the workspace's roles. owner, administrator, manager,"
                          + " sales, care, marketing, analyst, data-officer and viewer come with"
                          + " it.",
                  examples = "\"sales\""),
              @Schema(
                  name = "CustomerKind",
                  type = SchemaType.STRING,
                  enumeration = {"person", "organisation"}),
              @Schema(
                  name = "Gender",
                  type = SchemaType.STRING,
                  enumeration = {"female", "male", "other"}),
              @Schema(
                  name = "Education",
                  type = SchemaType.STRING,
                  enumeration = {
                    "none",
                    "primary",
                    "secondary",
                    "high-school",
                    "vocational",
                    "bachelor",
                    "postgraduate"
                  }),
              @Schema(
                  name = "IncomeBand",
                  type = SchemaType.STRING,
                  description = "Million đồng a month.",
                  enumeration = {"under-5m", "5m-10m", "10m-20m", "20m-40m", "over-40m"}),
              @Schema(
                  name = "Channel",
                  type = SchemaType.STRING,
                  enumeration = {"phone", "email", "sms", "zalo"}),
              @Schema(
                  name = "Stage",
                  type = SchemaType.STRING,
                  enumeration = {"lead", "prospect", "customer", "regular", "lapsed"}),
              @Schema(
                  name = "OrderState",
                  type = SchemaType.STRING,
                  enumeration = {"draft", "placed", "paid", "delivered", "cancelled", "returned"}),
              @Schema(
                  name = "SalesChannel",
                  type = SchemaType.STRING,
                  enumeration = {"store", "web", "phone", "marketplace", "social", "other"}),
              @Schema(
                  name = "PaymentMethod",
                  type = SchemaType.STRING,
                  enumeration = {"cash", "card", "transfer", "cod", "wallet", "other"}),
              @Schema(
                  name = "ConsentChannel",
                  type = SchemaType.STRING,
                  enumeration = {"email", "sms", "zns", "phone"}),
              @Schema(
                  name = "ConsentReason",
                  type = SchemaType.STRING,
                  description =
                      "Why something may be sent, or not: granted is the only yes. outdated:"
                          + " granted to a text that no longer holds.",
                  enumeration = {
                    "granted",
                    "missing",
                    "refused",
                    "withdrawn",
                    "outdated",
                    "in-trash",
                    "purpose-retired",
                    "channel-unused"
                  }),
              @Schema(
                  name = "SourceKind",
                  type = SchemaType.STRING,
                  enumeration = {"manual", "form", "import", "api", "plugin"}),
              @Schema(
                  name = "Confidence",
                  type = SchemaType.STRING,
                  description = "How far the workspace trusts what comes from a source.",
                  enumeration = {"high", "medium", "low"}),
              @Schema(
                  name = "LinkType",
                  type = SchemaType.STRING,
                  enumeration = {
                    "works-at",
                    "household",
                    "referred-by",
                    "guardian-of",
                    "parent-of",
                    "spouse",
                    "sibling",
                    "other"
                  }),
              @Schema(
                  name = "ContactLabel",
                  type = SchemaType.STRING,
                  enumeration = {"mobile", "home", "work", "other"}),
              @Schema(
                  name = "PlaceLevel",
                  type = SchemaType.STRING,
                  enumeration = {"province", "district", "ward"}),
              @Schema(
                  name = "FieldValues",
                  type = SchemaType.OBJECT,
                  description =
                      "Values of the workspace's and the plugins' fields, by field key, such as"
                          + " telecom.contract."),
              @Schema(
                  name = "AnyObject",
                  type = SchemaType.OBJECT,
                  description = "Any JSON object."),
              @Schema(
                  name = "RecordType",
                  type = SchemaType.STRING,
                  enumeration = {"customer", "order", "interaction", "feedback", "task"}),
              @Schema(
                  name = "FieldType",
                  type = SchemaType.STRING,
                  description =
                      "What kind of value a field holds; tags and member are the core's alone.",
                  enumeration = {
                    "text", "longtext", "integer", "number", "money", "percent", "date", "datetime",
                    "boolean", "choice", "choices", "email", "phone", "url", "address", "reference",
                    "file", "tags", "member"
                  }),
              @Schema(
                  name = "Sensitivity",
                  type = SchemaType.STRING,
                  enumeration = {"public", "personal", "sensitive"}),
              @Schema(
                  name = "ListQuery",
                  type = SchemaType.OBJECT,
                  description =
                      "What a list is asked for: q, filters (field:operator:value each), sort and"
                          + " archived, as in the parameters of GET /customers.",
                  example = "{\"filters\": [\"stage:eq:lead\"], \"sort\": \"-updatedAt\"}"),
              @Schema(name = "AnyValue", description = "Any JSON value."),
              @Schema(
                  name = "MatchIdentifier",
                  type = SchemaType.STRING,
                  enumeration = {"phone", "email", "externalId"}),
              @Schema(
                  name = "OnMatch",
                  type = SchemaType.STRING,
                  enumeration = {"update", "skip"}),
              @Schema(
                  name = "OnNew",
                  type = SchemaType.STRING,
                  enumeration = {"create", "skip"})
            }))
@NullMarked
package app.quen.web.openapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
