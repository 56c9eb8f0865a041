package app.quen.web.audit;

import app.quen.alert.ReadCounts;
import app.quen.audit.Act;
import app.quen.audit.HiddenRecords;
import app.quen.audit.Trail;
import app.quen.field.Fields;
import app.quen.tenant.TenantState;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trail what was read, searched, exported and refused. It looks at answers that are made,
 * so that nobody waits for it, and has no way to change one.
 */
@Provider
@ApplicationScoped
public class Witness implements ContainerResponseFilter {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** How a list is cut and ordered: nobody is found by that. */
  private static final Set<String> TURNING = Set.of("cursor", "limit", "sort", "archived", "trash");

  private static final Set<String> RECORDS =
      Set.of("customers", "orders", "interactions", "feedback", "tasks", "attachments");

  private static final List<String> RECORD_TYPES =
      List.of("customer", "order", "interaction", "feedback", "task");

  /** What a condition on a field of a workspace or plugin looks like. */
  private static final Pattern OWN_FIELD = Pattern.compile("[\\w-]+\\.[\\w-]+:");

  private static final int LONGEST = 500;

  @Inject private Trail trail;
  @Inject private ReadCounts reads;
  @Inject private HiddenRecords hidden;
  @Inject private Fields fields;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
    if (!inWorkspace()) {
      return;
    }
    if (answer.getStatus() == 403) {
      if (wantsProof(answer)) {
        return;
      }
      trail.seen(Act.of("Refused").with(refused(asked)));
      return;
    }
    if (answer.getStatus() == 404) {
      UUID id = id(asked);
      if (id != null) {
        hidden.missed(recordType(asked), id, Act.of("Refused").with(refused(asked)));
      }
      return;
    }
    if (answer.getStatus() < 300 && asked.getMethod().equals("GET") && readsRecords(asked)) {
      reads.count();
    }
    Recorded recorded = recorded();
    if (recorded != null && answer.getStatus() < 300) {
      var query = asked.getUriInfo().getQueryParameters();
      if (recorded.searches() && !isSearch(query)) {
        return;
      }
      Act act = Act.of(recorded.value());
      Act done = recorded.record().isEmpty() ? act : act.on(recorded.record(), id(asked));
      Detail detail = detail(asked);
      trail.seen(() -> done.with(json(detail)));
    }
  }

  /** Not refused but put off: the same request comes again when its person has proved who it is. */
  private static boolean wantsProof(ContainerResponseContext answer) {
    return answer.getEntity() instanceof String problem
        && problem.contains(ProblemType.STEP_UP_REQUIRED.urn());
  }

  private static boolean readsRecords(ContainerRequestContext asked) {
    return RECORDS.contains(asked.getUriInfo().getPathSegments().getFirst().getPath());
  }

  private @Nullable Recorded recorded() {
    var method = resource.getResourceMethod();
    return method == null ? null : method.getAnnotation(Recorded.class);
  }

  /** Whether somebody acts in a workspace that can be entered. */
  private boolean inWorkspace() {
    var exchange = Exchange.of(request);
    return exchange
        .keyHolder()
        .map(holder -> holder.tenant().state() == TenantState.ACTIVE)
        .or(
            () ->
                exchange
                    .session()
                    .map(
                        session ->
                            session.workspace() != null
                                && session.workspace().state() == TenantState.ACTIVE))
        .orElse(false);
  }

  /** Where one begins to search; the further pages of it are the same search. */
  private static boolean isSearch(MultivaluedMap<String, String> query) {
    var sought = new HashSet<>(query.keySet());
    sought.removeAll(TURNING);
    return !query.containsKey("cursor")
        && sought.stream().anyMatch(name -> query.get(name).stream().anyMatch(it -> !it.isBlank()));
  }

  private static String refused(ContainerRequestContext asked) {
    return JSON.createObjectBuilder()
        .add("method", asked.getMethod())
        .add("path", cut("/" + asked.getUriInfo().getPath()))
        .build()
        .toString();
  }

  /**
   * What was asked for.
   *
   * @param path of what changes something, since not every address has an id
   */
  private record Detail(
      @Nullable String path, Map<String, List<String>> query, String recordType) {}

  /** A copy: it is written down when the request is gone. */
  private static Detail detail(ContainerRequestContext asked) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    asked.getUriInfo().getQueryParameters().forEach((k, all) -> query.put(k, List.copyOf(all)));
    boolean reads = asked.getMethod().equals("GET");
    return new Detail(
        reads ? null : cut("/" + asked.getUriInfo().getPath()), query, recordType(asked));
  }

  private @Nullable String json(Detail detail) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (detail.path != null) {
      json.add("path", detail.path);
    }
    if (!detail.query.isEmpty()) {
      json.add("query", json(detail.query, detail.recordType));
    }
    var made = json.build();
    return made.isEmpty() ? null : made.toString();
  }

  private JsonObjectBuilder json(Map<String, List<String>> query, String recordType) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    Set<String> secrets = secrets(query, recordType);
    query.forEach(
        (name, values) -> {
          JsonArrayBuilder list = JSON.createArrayBuilder();
          values.forEach(value -> list.add(cut(withoutSecret(value, secrets))));
          json.add(cut(name), list);
        });
    return json;
  }

  /**
   * Fields whose values nobody may find in the trail; looked up where a plugin's or own is named.
   */
  private Set<String> secrets(Map<String, List<String>> query, String recordType) {
    Set<String> secrets = new HashSet<>();
    if (query.values().stream().flatMap(List::stream).anyMatch(OWN_FIELD.asPredicate())) {
      (RECORD_TYPES.contains(recordType) ? List.of(recordType) : RECORD_TYPES)
          .forEach(type -> secrets.addAll(fields.catalogue(type).secrets()));
    }
    return secrets;
  }

  /** Of a condition on a sensitive field that it was there, not what for. */
  private static String withoutSecret(String value, Set<String> secrets) {
    for (String key : secrets) {
      int at = value.indexOf(key + ":");
      if (at >= 0) {
        return value.substring(0, at + key.length());
      }
    }
    return value;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** By the address: {@code customers/…} is about a customer. */
  private static String recordType(ContainerRequestContext asked) {
    String records = asked.getUriInfo().getPathSegments().getFirst().getPath();
    return records.endsWith("s") ? records.substring(0, records.length() - 1) : records;
  }

  private static @Nullable UUID id(ContainerRequestContext asked) {
    String id = asked.getUriInfo().getPathParameters().getFirst("id");
    try {
      return id == null ? null : UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
