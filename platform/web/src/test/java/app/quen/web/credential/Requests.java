package app.quen.web.credential;

import app.quen.web.request.RequestFilter;
import app.quen.whence.Whereabouts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The little of the servlet API that the filters look at. */
final class Requests {

  private Requests() {}

  /** A request with these headers, begun by the outermost filter. */
  static HttpServletRequest request(Map<String, String> headers) {
    Map<String, @Nullable Object> attributes = new HashMap<>();
    var request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getHeader" -> headers.get((String) arguments[0]);
                      case "getHeaders" -> Collections.emptyEnumeration();
                      case "getCookies" -> cookies(headers.get("Cookie"));
                      case "getLocales" ->
                          Collections.enumeration(
                              Locale.LanguageRange.parse(
                                      headers.getOrDefault("Accept-Language", "vi"))
                                  .stream()
                                  .map(range -> Locale.forLanguageTag(range.getRange()))
                                  .toList());
                      case "getAttribute" -> attributes.get((String) arguments[0]);
                      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                      case "getRemoteAddr" -> "203.0.113.9";
                      case "getMethod" -> "GET";
                      case "isSecure" -> false;
                      case "getRequestURI" -> "/api/v1/customers";
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    begin(request);
    return request;
  }

  static HttpServletResponse response(Map<String, String> sent) {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setHeader")) {
                sent.put((String) arguments[0], (String) arguments[1]);
                return null;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static void begin(HttpServletRequest request) {
    try {
      var filter = new RequestFilter();
      set(filter, "proxies", Optional.empty());
      set(filter, "hsts", "off");
      set(filter, "whereabouts", new Whereabouts());
      filter.doFilter(request, response(new HashMap<>()), (req, res) -> {});
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(RequestFilter filter, String name, Object value) throws Exception {
    Field field = RequestFilter.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(filter, value);
  }

  private static Cookie @Nullable [] cookies(@Nullable String header) {
    if (header == null) {
      return null;
    }
    var pair = header.split("=", 2);
    return new Cookie[] {new Cookie(pair[0], pair[1])};
  }
}
