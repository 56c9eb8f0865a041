package app.quen.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.plugin.CustomerCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {

  private final Fence fence = new Fence(FenceTest.class.getClassLoader());

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.quen.tenant.Tenants",
        "app.quen.database.Work",
        "app.quen.pluginhost.PluginHost",
        "app.quen.manifest.Manifest",
        "app.quen.fact.Outbox",
        "jakarta.persistence.EntityManager",
        "jakarta.enterprise.inject.spi.CDI",
        "java.sql.DriverManager",
        "javax.naming.InitialContext",
        "javax.management.MBeanServer",
        "java.lang.Runtime",
        "java.lang.ProcessBuilder",
        "java.lang.ClassLoader",
        "java.lang.reflect.Method",
        "java.io.FileInputStream",
        "java.nio.file.Files",
        "java.net.Socket",
        "java.net.http.HttpClient",
        "java.util.ServiceLoader",
        "java.util.concurrent.Executors",
        "sun.misc.Unsafe",
        "org.pf4j.PluginManager",
        "org.mariadb.jdbc.Driver",
        "org.jdbi.v3.core.Jdbi"
      })
  void aPluginCannotLoad(String name) {
    assertThatThrownBy(() -> fence.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.String",
        "java.lang.runtime.ObjectMethods",
        "java.lang.invoke.LambdaMetafactory",
        "java.math.BigDecimal",
        "java.time.LocalDate",
        "java.util.concurrent.ConcurrentHashMap",
        "java.util.Map$Entry",
        "java.security.MessageDigest",
        "javax.crypto.Mac",
        "java.net.URI",
        "org.pf4j.Extension",
        "org.slf4j.Logger",
        "org.jspecify.annotations.Nullable",
        "app.quen.plugin.CustomerCheck"
      })
  void aPluginCanLoad(String name) throws Exception {
    assertThat(fence.loadClass(name).getName()).isEqualTo(name);
  }

  @Test
  void theGuideNamesEveryOpenPackage() throws Exception {
    assertThat(Files.readString(Path.of("../../docs/plugin-guide.md")))
        .contains(OpenToPlugins.jdkPackages().stream().map(name -> "`" + name + "`").toList());
  }

  @Test
  void theContractIsTheHosts() throws Exception {
    assertThat(fence.loadClass("app.quen.plugin.CustomerCheck")).isSameAs(CustomerCheck.class);
  }

  @Test
  void thePlatformsResourcesAreHidden() throws Exception {
    assertThat(fence.getResource("META-INF/beans.xml")).isNull();
    assertThat(fence.getResources("db/tenant/V1__first.sql").hasMoreElements()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.sql.DriverManager.getDrivers()|java.sql.DriverManager",
        "Runtime.getRuntime().exec(\"id\")|java.lang.Runtime",
        "System.exit(1)|java.lang.System.exit",
        "CustomerCheck.class.getClassLoader().loadClass(\"app.quen.tenant.Tenants\")"
            + "|java.lang.Class.getClassLoader",
        "Class.forName(\"app.quen.tenant.Tenants\")|java.lang.Class.forName",
        "Thread.currentThread().getContextClassLoader()|java.lang.Thread.getContextClassLoader",
        "new Thread(() -> {}).start()|java.lang.Thread.<init>",
        "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"))"
            + "|java.nio.file.Files",
        "new java.net.Socket(\"localhost\", 3306)|java.net.Socket",
        "java.lang.invoke.MethodHandles.lookup()|java.lang.invoke.MethodHandles.lookup",
        "new java.io.PrintWriter(\"/tmp/x\").println(1)|java.io.PrintWriter.<init>",
        "new java.io.PrintStream(\"/tmp/x\").println(1)|java.io.PrintStream.<init>",
        "new java.util.Formatter(\"/tmp/x\").flush()|java.util.Formatter.<init>",
        "System.getProperty(\"quen.master-key\")|java.lang.System.getProperty",
        "Integer.getInteger(\"quen.port\")|java.lang.Integer.getInteger",
        "java.util.Locale.setDefault(java.util.Locale.ROOT)|java.util.Locale.setDefault",
        "java.util.TimeZone.setDefault(null)|java.util.TimeZone.setDefault",
        "java.util.concurrent.CompletableFuture.runAsync(() -> {})"
            + "|java.util.concurrent.CompletableFuture.runAsync",
        "java.lang.ref.Cleaner.create()|java.lang.ref.Cleaner",
        "CustomerCheck.class.getResourceAsStream(\"/db/tenant/V1__first.sql\")"
            + "|java.lang.Class.getResourceAsStream",
        "CustomerCheck.class.getResource(\"/META-INF/beans.xml\")|java.lang.Class.getResource",
        "new java.util.concurrent.CompletableFuture<String>().thenApplyAsync(x -> x)"
            + "|java.util.concurrent.CompletableFuture.thenApplyAsync",
        "new java.util.concurrent.CompletableFuture<>().orTimeout(1, null)"
            + "|java.util.concurrent.CompletableFuture.orTimeout",
        "Later.runAsync(() -> {})|vendor.Check$Later.runAsync",
        "List.of(1).parallelStream().count()|java.util.List.parallelStream",
        "List.of(1).stream().parallel().count()|java.util.stream.Stream.parallel",
        "new Own().parallelStream()|vendor.Check$Own.parallelStream",
        "java.util.stream.IntStream.range(0,"
            + " 9).parallel().sum()|java.util.stream.IntStream.parallel",
        "java.util.stream.StreamSupport.stream(List.of(1).spliterator(), true)"
            + "|java.util.stream.StreamSupport.stream",
        "java.util.Arrays.parallelSort(new int[] {2, 1})|java.util.Arrays.parallelSort",
        "new java.util.concurrent.ConcurrentHashMap<>().forEach(1, (k, v) -> {})"
            + "|java.util.concurrent.ConcurrentHashMap.forEach",
        "java.util.SimpleTimeZone.setDefault(null)|java.util.SimpleTimeZone.setDefault",
        "given(null).findClass(\"java.lang.Runtime\")"
            + "|java.lang.invoke.MethodHandles$Lookup.findClass",
        "java.lang.constant.ClassDesc.of(\"x.Y\").resolveConstantDesc(given(null))"
            + "|java.lang.constant.ClassDesc.resolveConstantDesc",
        "java.lang.invoke.MethodType.fromMethodDescriptorString(\"()V\", null)"
            + "|java.lang.invoke.MethodType.fromMethodDescriptorString",
        "new org.pf4j.DefaultPluginManager()|org.pf4j.DefaultPluginManager",
        "jakarta.enterprise.inject.spi.CDI.current()|jakarta.enterprise.inject.spi.CDI"
      })
  void codeThatReachesOutIsRefusedAtTheStartWithTheNameOfIt(String call, String named)
      throws Exception {
    ZipBuilder.plugin("hostile", "1.0.0")
        .code(
            "Check",
            """
            @Extension public class Check implements CustomerCheck {
              public List<Refusal> check(CustomerRecord customer, CheckContext context) {
                try { %s; } catch (Exception e) { throw new RuntimeException(e); }
                return List.of();
              }
              static java.lang.invoke.MethodHandles.Lookup given(Object lookup) {
                return (java.lang.invoke.MethodHandles.Lookup) lookup;
              }
              static class Own extends ArrayList<String> {}
              static class Later extends java.util.concurrent.CompletableFuture<String> {}
            }
            """
                .formatted(call))
        .into(temp.resolve("plugins"), "hostile.zip");

    try (var folder =
        new PluginFolder(
            temp.resolve("plugins"), temp.resolve("unpacked"), PluginZip.Limits.USUAL)) {
      assertThat(folder.releases()).isEmpty();
      assertThat(folder.broken().getFirst().reason().en())
          .contains("vendor.Check uses what is not open to plugins", named);
    }
  }

  @Test
  void ordinaryModernJavaIsOpen() throws Exception {
    ZipBuilder.plugin("modern", "1.0.0")
        .code(
            "Check",
            """
            @Extension public class Check implements CustomerCheck {
              sealed interface Shape permits Round, Square {}
              record Round(int radius) implements Shape {}
              record Square(int side) implements Shape {}
              enum Level { LOW, HIGH }
              private static final Map<String, Integer> POINTS = new TreeMap<>(Map.of("a", 1));
              public List<Refusal> check(CustomerRecord customer, CheckContext context) {
                Shape shape = customer.id() == null ? new Round(1) : new Square(2);
                int size = switch (shape) {
                  case Round(int radius) -> radius;
                  case Square(int side) -> side;
                };
                String text = "size " + size + Level.valueOf("LOW") + new Round(3)
                    + String.format("%s", POINTS) + java.time.LocalDate.of(2026, 1, 1)
                    + new java.io.PrintWriter(new java.io.StringWriter());
                return text.chars().mapToObj(c -> "" + (char) c).sorted().limit(0)
                    .map(c -> Refusal.ofRecord("x", c, c)).toList();
              }
            }
            """)
        .into(temp.resolve("plugins"), "modern.zip");

    try (var folder =
        new PluginFolder(
            temp.resolve("plugins"), temp.resolve("unpacked"), PluginZip.Limits.USUAL)) {
      assertThat(folder.broken()).isEmpty();
      CustomerCheck check = folder.releases().getFirst().checks().getFirst();
      assertThat(
              check.check(
                  new app.quen.plugin.CustomerRecord(null, java.util.Set.of(), java.util.Map.of()),
                  null))
          .isEqualTo(List.of());
    }
  }
}
