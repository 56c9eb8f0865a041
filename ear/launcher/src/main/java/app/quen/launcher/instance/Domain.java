package app.quen.launcher.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The server's configuration, made from the distribution's own at each start, so that nothing stale
 * is left in it: one HTTP listener, the admin listener on loopback behind a random password, and
 * neither IIOP, JMX, JMS, HTTPS, data grid nor "phone home".
 */
final class Domain {
  private static final Pattern VERSIONED = Pattern.compile("^\\[(\\d*)\\|(\\d*)](.*)$");
  private static final Pattern UNWANTED =
      Pattern.compile(
          "^(-server|-Xmx|-XX:NewRatio|\\[Dynamic|-Dosgi\\.shell|-Dgosh|-Dfelix|"
              + "-Dorg\\.glassfish\\.additionalOSGiBundlesToStart|-Djdk\\.attach).*");

  private final Path server;
  private final Path folder;
  private final Document xml;

  private Domain(Path server, Path folder, Document xml) {
    this.server = server;
    this.folder = folder;
    this.xml = xml;
  }

  /** A new domain in the folder; what was there before is gone. */
  static Domain write(Path server, Path folder, Settings settings, Path logs, String adminPassword)
      throws Exception {
    Home.delete(folder);
    Path template = server.resolve("glassfish/domains/domain1");
    Files.createDirectories(folder);
    for (String part : List.of("config", "lib")) {
      copy(template.resolve(part), folder.resolve(part));
    }
    // what a server without the application answers, for whoever waits for it
    Files.writeString(
        Files.createDirectories(folder.resolve("docroot")).resolve("index.html"), "ready\n");
    Path file = folder.resolve("config/domain.xml");
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    Domain domain = new Domain(server, folder, xml);
    domain.close();
    domain.listen(settings);
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(xml), new StreamResult(file.toFile()));
    Files.writeString(
        folder.resolve("config/admin-keyfile"), "admin;" + digest(adminPassword) + ";asadmin\n");
    domain.logTo(logs);
    return domain;
  }

  /** Turns off everything that opens a port or talks to the outside and that we do not use. */
  private void close() {
    for (Element config : all("config")) {
      if (config.getAttribute("name").equals("default-config")) {
        config.getParentNode().removeChild(config);
      }
    }
    all("iiop-listener").forEach(listener -> listener.getParentNode().removeChild(listener));
    all("jmx-connector").forEach(connector -> connector.setAttribute("enabled", "false"));
    all("hazelcast-runtime-configuration").forEach(grid -> grid.setAttribute("enabled", "false"));
    // what the server would say of our API is not what we say of it: /api/v1/openapi.json
    all("microprofile-openapi-configuration").forEach(api -> api.setAttribute("enabled", "false"));
    all("hazelcast-config-specific-configuration")
        .forEach(grid -> grid.setAttribute("enabled", "false"));
    Element config = all("config").get(0);
    Element phone = xml.createElement("phone-home-runtime-configuration");
    phone.setAttribute("enabled", "false");
    config.appendChild(phone);
    // a remote broker is only ever called when somebody asks for it: none is started here
    Element jms = xml.createElement("jms-service");
    jms.setAttribute("type", "REMOTE");
    jms.setAttribute("default-jms-host", "none");
    Element host = xml.createElement("jms-host");
    host.setAttribute("name", "none");
    host.setAttribute("host", "127.0.0.1");
    host.setAttribute("port", "1");
    jms.appendChild(host);
    config.appendChild(jms);
  }

  private void listen(Settings settings) {
    for (Element listener : all("network-listener")) {
      switch (listener.getAttribute("name")) {
        case "http-listener-1" -> {
          listener.setAttribute("address", settings.bind());
          listener.setAttribute("port", Integer.toString(settings.port()));
        }
        case "admin-listener" -> {
          listener.setAttribute("address", "127.0.0.1");
          listener.setAttribute("port", Integer.toString(settings.adminPort()));
        }
        default -> listener.getParentNode().removeChild(listener);
      }
    }
    for (Element server : all("virtual-server")) {
      if (server.getAttribute("id").equals("server")) {
        server.setAttribute("network-listeners", "http-listener-1");
      }
    }
    for (Element protocol : all("protocol")) {
      if (protocol.getAttribute("name").equals("http-listener-2")) {
        protocol.getParentNode().removeChild(protocol);
      } else {
        Element http = (Element) protocol.getElementsByTagName("http").item(0);
        http.setAttribute("xpowered-by", "false");
        http.setAttribute("server-header", "false");
        http.setAttribute("trace-enabled", "false");
        http.setAttribute("http2-enabled", "false");
        http.setAttribute("compression", "on");
        http.setAttribute("compression-min-size-bytes", "1024");
        http.setAttribute(
            "compressable-mime-type",
            "text/html,text/css,text/plain,text/csv,text/javascript,application/javascript,"
                + "application/json,application/problem+json,application/manifest+json,image/svg+xml");
      }
    }
    for (Element pool : all("thread-pool")) {
      if (pool.getAttribute("name").equals("http-thread-pool")) {
        pool.setAttribute("min-thread-pool-size", "8");
        pool.setAttribute("max-thread-pool-size", "64");
        pool.setAttribute("max-queue-size", "4096");
      }
    }
  }

  private void logTo(Path logs) throws IOException {
    Files.createDirectories(logs);
    // a link, not a setting: the virtual server writes to the default place whatever the setting
    // says
    Files.createSymbolicLink(folder.resolve("logs"), logs);
    Path file = folder.resolve("config/logging.properties");
    String text = Files.readString(file);
    String handler = "com.sun.enterprise.server.logging.GFFileHandler.";
    text = set(text, handler + "maxHistoryFiles", "5");
    text = set(text, handler + "rotationLimitInBytes", "10000000");
    // the trust store's expired authorities: nothing that anybody here could act on
    text = set(text, "javax.enterprise.system.security.ssl.level", "SEVERE");
    Files.writeString(file, text);
  }

  private static String set(String properties, String key, String value) {
    String line = key + "=" + value.replace("\\", "\\\\");
    String without = properties.replaceAll("(?m)^" + Pattern.quote(key) + "=.*\\R", "");
    return without + (without.endsWith("\n") ? "" : "\n") + line + "\n";
  }

  /**
   * The JVM options of the distribution that apply to the Java we run on, but memory and shells.
   */
  List<String> jvmOptions() {
    List<String> options = new ArrayList<>();
    int java = Runtime.version().feature();
    for (Element element : all("jvm-options")) {
      String option = element.getTextContent().strip();
      if (UNWANTED.matcher(option).matches()) {
        continue;
      }
      Matcher versioned = VERSIONED.matcher(option);
      if (versioned.matches()) {
        String from = versioned.group(1);
        String to = versioned.group(2);
        if ((!from.isEmpty() && java < Integer.parseInt(from))
            || (!to.isEmpty() && java > Integer.parseInt(to))) {
          continue;
        }
        option = versioned.group(3);
      } else if (option.startsWith("[")) {
        continue;
      }
      options.add(
          option
              .replace("${com.sun.aas.installRoot}", server.resolve("glassfish").toString())
              .replace("${com.sun.aas.instanceRoot}", folder.toString()));
    }
    options.add("-Dorg.glassfish.additionalOSGiBundlesToStart=");
    options.add("-Dcom.sun.aas.installRoot=" + server.resolve("glassfish"));
    options.add("-Dcom.sun.aas.instanceRoot=" + folder);
    return options;
  }

  private List<Element> all(String name) {
    NodeList found = xml.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The server's own form: SHA-256 over password and salt, a hundred times. */
  private static String digest(String password) throws NoSuchAlgorithmException {
    byte[] salt = new byte[8];
    new SecureRandom().nextBytes(salt);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(password.getBytes(StandardCharsets.UTF_8));
    byte[] hash = sha.digest(salt);
    for (int i = 2; i <= 100; i++) {
      hash = sha.digest(hash);
    }
    byte[] both = new byte[hash.length + salt.length];
    System.arraycopy(hash, 0, both, 0, hash.length);
    System.arraycopy(salt, 0, both, hash.length, salt.length);
    return "{SSHA256}" + Base64.getEncoder().encodeToString(both);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }
}
