package app.quen.web.files;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Serves the browser application: its files with the right cache headers, and its first page for
 * every address that only the application itself knows.
 */
public class FilesFilter extends HttpFilter {

  /** Not ours to answer: the APIs, public forms, and what the server itself offers. */
  private static final List<String> ELSEWHERE =
      List.of("/api/v1", "/ops/v1", "/f", "/health", "/metrics", "/openapi");

  /**
   * Not "no-cache": reproducible builds give every version of a file the same date, and often the
   * same length, so that a browser would be told that the file of the version before is still good.
   */
  private static final String FRESH = "no-store";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!reads || isElsewhere(path)) {
      chain.doFilter(request, response);
      return;
    }
    if (path.equals("/api/docs") || path.equals("/api/docs/")) {
      page("/api/docs/index.html", request, response);
    } else if (isFile(path)) {
      if (getServletContext().getResource(path) == null || isInside(path)) {
        missing(response);
        return;
      }
      response.setHeader("Cache-Control", cacheControl(path));
      chain.doFilter(request, response);
    } else {
      page("/index.html", request, response);
    }
  }

  /** The names under {@code /assets/} carry a hash of their content. */
  static String cacheControl(String path) {
    return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : FRESH;
  }

  static boolean isElsewhere(String path) {
    return ELSEWHERE.stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
  }

  /** Addresses of the application have no dot in their last part. */
  static boolean isFile(String path) {
    return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
  }

  private static boolean isInside(String path) {
    return path.startsWith("/WEB-INF/") || path.startsWith("/META-INF/");
  }

  private static void missing(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setHeader("Cache-Control", FRESH);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println("There is no such file.");
  }

  private static void page(String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", FRESH);
    response.setCharacterEncoding("UTF-8");
    request.getRequestDispatcher(file).forward(request, response);
  }
}
