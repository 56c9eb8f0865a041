package app.quen.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Calls an address that a workspace has named. The address is looked at where its name is resolved
 * for the connection, so what is checked is what is connected to; no redirect is followed, nothing
 * is remembered from one call for another.
 */
@ApplicationScoped
public class Outbound {

  private static final int MOST_BYTES = 512 << 10;
  private static final int SECONDS = 10;

  /** Hosts that may be in a private network, and be spoken to without TLS; with commas. */
  @Inject
  @ConfigProperty(name = "quen.outbound.private-hosts")
  Optional<String> privateHosts;

  private @Nullable CloseableHttpClient client;

  /** What an address has answered. */
  public record Answer(int status, Map<String, List<String>> headers, String body) {}

  @PostConstruct
  void open() {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new Guard())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(SECONDS))
                    .setSocketTimeout(Timeout.ofSeconds(SECONDS))
                    .build())
            .setMaxConnTotal(50)
            .setMaxConnPerRoute(10)
            .build();
    client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofSeconds(SECONDS))
                    .setResponseTimeout(Timeout.ofSeconds(SECONDS))
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setUserAgent("Quen")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  @PreDestroy
  void close() {
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  public Answer get(URI address) {
    return send("GET", address, Map.of(), null);
  }

  /**
   * @throws NotAllowed if nobody may be made to call it
   * @throws Unreachable if it does not answer in time, or too much
   */
  public Answer send(
      String method, URI address, Map<String, List<String>> headers, @Nullable String body) {
    requireAllowed(address);
    var request = new HttpUriRequestBase(method, address);
    headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
    }
    // a server that sends a byte now and then keeps every timeout of the connection waiting
    var late = CompletableFuture.delayedExecutor(2 * SECONDS, TimeUnit.SECONDS);
    var guard = CompletableFuture.runAsync(request::cancel, late);
    try {
      var open = client;
      if (open == null) {
        throw new IllegalStateException("not open yet");
      }
      return open.execute(request, Outbound::read);
    } catch (PublicAddresses.Hidden e) {
      throw new NotAllowed(address.getHost() + " leads into a private network");
    } catch (IOException e) {
      throw new Unreachable(address + " did not answer: " + e.getMessage(), e);
    } finally {
      guard.cancel(false);
    }
  }

  /**
   * @throws NotAllowed if an address of this form is never called
   */
  public void requireAllowed(URI address) {
    var host = address.getHost();
    if (host == null || address.getUserInfo() != null) {
      throw new NotAllowed(address + " is no address of a server");
    }
    boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
    boolean plain = "http".equalsIgnoreCase(address.getScheme()) && isPrivateHost(host);
    if (!encrypted && !plain) {
      throw new NotAllowed(address + " does not begin with https://");
    }
  }

  private boolean isPrivateHost(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return Stream.of(privateHosts.orElse("").split(",")).anyMatch(it -> it.strip().equals(name));
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.computeIfAbsent(header.getName(), it -> new ArrayList<>()).add(header.getValue());
    }
    var entity = response.getEntity();
    if (entity == null) {
      return new Answer(response.getCode(), headers, "");
    }
    try (InputStream content = entity.getContent()) {
      var bytes = content.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("more than " + MOST_BYTES + " bytes");
      }
      return new Answer(response.getCode(), headers, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** The connection is made to what this gives, and to nothing else. */
  private final class Guard implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var all = InetAddress.getAllByName(host);
      return isPrivateHost(host) ? all : PublicAddresses.of(host, all);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
