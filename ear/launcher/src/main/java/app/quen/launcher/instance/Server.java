package app.quen.launcher.instance;

import app.quen.launcher.Steps;
import app.quen.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Payara as a direct child: no daemon, no admin command line. */
public final class Server {
  private static final Pattern FAILURE =
      Pattern.compile(
          "^(Caused by: |Boot Command .* failed|Exception while deploying|.*Exception starting"
              + " filter|.*WELD-\\d)");

  private final Settings settings;
  private final Home home;
  private final Parts parts;
  private final Map<String, String> environment;
  private @Nullable Process process;

  Server(Settings settings, Home home, Parts parts, Map<String, String> environment) {
    this.settings = settings;
    this.home = home;
    this.parts = parts;
    this.environment = environment;
  }

  /**
   * @param ear what to deploy; null starts an empty server (tests deploy themselves)
   */
  void start(Guard guard, @Nullable Path ear) throws Exception {
    Path folder = home.folder().resolve("server");
    Path logs = home.folder().resolve("logs");
    Path server = parts.server();
    Domain domain =
        Domain.write(server, folder, settings, logs, home.secret("server-admin.password"));
    // the last start's log stays beside the new one
    if (Files.exists(logs.resolve("server.log"))) {
      Files.move(
          logs.resolve("server.log"),
          logs.resolve("server.log.previous"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(server.resolve("glassfish/modules/glassfish.jar").toString());
    // Whole from the start: a young generation that grows late is collected twice as often, and
    // each collection stops all requests. Memory is taken when it is first written to.
    command.add("-Xms" + settings.heap());
    command.add("-Xmx" + settings.heap());
    command.add("-XX:+UseSerialGC");
    // Compiled code and classes that grow must not ask for a full collection, a quarter of a second
    // in which nobody is answered: 45 of 256 MB of code and 120 MB of classes are what is used.
    command.add("-XX:MetaspaceSize=256m");
    command.add("-XX:MaxMetaspaceSize=400m");
    command.add("-XX:ReservedCodeCacheSize=256m");
    command.add("-XX:SweeperThreshold=100");
    command.add("-Xss512k");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Duser.timezone=UTC");
    // nothing here is older than Jakarta EE 9: do not look through every class for it
    command.add("-Dfish.payara.deployment.transform.namespace=false");
    command.addAll(domain.jvmOptions());
    command.add("com.sun.enterprise.glassfish.bootstrap.ASMain");
    command.addAll(List.of("-upgrade", "false", "-read-stdin", "false", "-domainname", "server"));
    command.addAll(List.of("-domaindir", folder.toString(), "-instancename", "server"));
    command.addAll(List.of("-type", "DAS", "-verbose", "false", "-debug", "false"));
    if (ear != null) {
      Path commands = folder.resolve("config/after-start.asadmin");
      // a command ends at a space, and a path may have some
      Files.createSymbolicLink(folder.resolve("quen.ear"), ear);
      Files.writeString(commands, "deploy --name quen quen.ear\n");
      command.addAll(List.of("-postbootcommandfile", commands.toString()));
    }
    ProcessBuilder builder =
        new ProcessBuilder(Guard.apart(command))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("server.out").toFile());
    builder.environment().putAll(settings.environment());
    builder.environment().putAll(environment);
    Process started = builder.start();
    process = started;
    guard.watch(started);
    home.note(started);
  }

  /**
   * Until the application says that it is ready; without one, until the server answers anything.
   */
  void awaitReady(boolean application, Steps steps) throws IOException, InterruptedException {
    Process running = java.util.Objects.requireNonNull(process);
    URI address = URI.create(settings.localUrl() + "/health/ready");
    long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    long nextWord = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).GET().build();
      while (true) {
        try {
          int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
          if (!application || (status == 200 && !deploymentFailed())) {
            return;
          }
        } catch (IOException notYet) {
          // it opens its port when it is nearly there
        }
        if (!running.isAlive()) {
          throw failed("the server ended while starting");
        }
        if (deploymentFailed()) {
          throw failed("the application could not be deployed");
        }
        if (System.nanoTime() > deadline) {
          throw failed(address + " did not answer 200 within 10 minutes");
        }
        if (System.nanoTime() > nextWord) {
          steps.say("still waiting for the server (log: " + log() + ")");
          nextWord = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        }
        Thread.sleep(100);
      }
    }
  }

  private boolean deploymentFailed() throws IOException {
    if (!Files.exists(log())) {
      return false;
    }
    String text = Files.readString(log());
    // Payara would serve the application without the filter: without who asks and what they may
    return text.contains("Boot Command deploy failed")
        || text.contains("Exception starting filter");
  }

  private Trouble failed(String what) throws IOException {
    StringBuilder why = new StringBuilder(what).append("; the log is ").append(log());
    if (Files.exists(log())) {
      Files.readString(log())
          .lines()
          .map(String::strip)
          .filter(line -> FAILURE.matcher(line).find())
          .distinct()
          .limit(6)
          .forEach(line -> why.append("\n  ").append(line, 0, Math.min(400, line.length())));
    }
    return new Trouble(why.toString());
  }

  private Path log() {
    return home.folder().resolve("logs/server.log");
  }

  public @Nullable Process process() {
    return process;
  }

  void stop(Guard guard) {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException hurry) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    guard.forget(running);
    process = null;
  }
}
