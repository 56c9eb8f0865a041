package app.quen.pluginhost;

import java.util.Map;
import java.util.Set;

/**
 * What a plugin's classes may see beside their own: the contract, and of the JDK what processing
 * data needs. A list can grow without breaking anybody and cannot shrink, so it begins small.
 *
 * <p>Left out, and why: files, sockets and processes (a plugin reads and sends data through
 * capabilities, so that the workspace can see what it did); threads and executors (the host limits
 * time, and stops what it started); reflection, class loaders, modules and serialisation (the ways
 * around this list); {@code java.sql} (a driver of the platform's would hand out connections);
 * everything outside {@code java.base}.
 *
 * <p>This fence keeps accidents and short cuts out. It is no sandbox for hostile code: Java has
 * none any more, so code that nobody has reviewed must run in a process of its own.
 */
final class OpenToPlugins {

  private static final Set<String> JDK =
      Set.of(
          "java.io",
          "java.lang",
          "java.lang.annotation",
          "java.lang.constant",
          "java.lang.invoke",
          "java.lang.ref",
          "java.lang.runtime",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.security",
          "java.security.spec",
          "java.text",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.time.zone",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream",
          "java.util.zip",
          "javax.crypto",
          "javax.crypto.spec");

  private static final Set<String> SINGLE =
      Set.of(
          "java.net.IDN",
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder",
          "org.pf4j.Extension",
          "org.pf4j.ExtensionPoint");

  private static final Set<String> CONTRACT =
      Set.of(
          "app.quen.plugin",
          "org.jspecify.annotations",
          "org.slf4j",
          "org.slf4j.event",
          "org.slf4j.helpers",
          "org.slf4j.spi");

  private static final Set<String> CLOSED =
      Set.of(
          "java.io.Console",
          "java.io.File",
          "java.io.FileDescriptor",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream",
          "java.io.RandomAccessFile",
          "java.lang.ClassLoader",
          "java.lang.Module",
          "java.lang.ModuleLayer",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.lang.StackWalker",
          "java.lang.ThreadGroup",
          "java.lang.ref.Cleaner",
          "java.security.Policy",
          "java.security.Provider",
          "java.security.Security",
          "java.util.ServiceLoader",
          "java.util.Timer",
          "java.util.TimerTask",
          "java.util.concurrent.ExecutorCompletionService",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ForkJoinWorkerThread",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.StructuredTaskScope",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.zip.ZipFile");

  /** Calls that open classes offer and that lead around the fence or end the server. */
  private static final Set<String> CLOSED_CALLS =
      Set.of(
          "java.lang.Boolean.getBoolean",
          "java.lang.Class.forName",
          "java.lang.Class.getClassLoader",
          "java.lang.Class.getModule",
          "java.lang.Class.getResource",
          "java.lang.Class.getResourceAsStream",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.System.exit",
          "java.lang.System.getenv",
          "java.lang.System.getProperties",
          "java.lang.System.getProperty",
          "java.lang.System.load",
          "java.lang.System.loadLibrary",
          "java.lang.System.setErr",
          "java.lang.System.setIn",
          "java.lang.System.setOut",
          "java.lang.System.setProperties",
          "java.lang.System.setProperty",
          "java.lang.Thread.<init>",
          "java.lang.Thread.getContextClassLoader",
          "java.lang.Thread.ofPlatform",
          "java.lang.Thread.ofVirtual",
          "java.lang.Thread.setContextClassLoader",
          "java.lang.Thread.startVirtualThread",
          "java.lang.invoke.MethodHandles.lookup",
          "java.lang.invoke.MethodHandles.privateLookupIn",
          "java.lang.invoke.MethodHandles.publicLookup",
          "java.lang.invoke.MethodType.fromMethodDescriptorString",
          "java.util.Arrays.parallelPrefix",
          "java.util.Arrays.parallelSetAll",
          "java.util.Arrays.parallelSort",
          "java.util.Locale.setDefault",
          "java.util.stream.StreamSupport.doubleStream",
          "java.util.stream.StreamSupport.intStream",
          "java.util.stream.StreamSupport.longStream",
          "java.util.stream.StreamSupport.stream");

  /**
   * The same for calls that a class of the plugin's own inherits, so that its name stands in place
   * of the JDK's: the method, and what its descriptor has in it.
   */
  private static final Map<String, String> CLOSED_BY_SHAPE =
      Map.of(
          "parallel", ")Ljava/util/stream/",
          "parallelStream", ")Ljava/util/stream/Stream;",
          "setDefault", "Ljava/util/TimeZone;");

  private static final String LOOKUP = "java.lang.invoke.MethodHandles$Lookup";

  /** To whom the compiler has the JVM hand a lookup: each does one thing with it. */
  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java.lang.invoke.ConstantBootstraps",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.runtime.ObjectMethods",
          "java.lang.runtime.SwitchBootstraps");

  /** Constructors that open the file of a name; their others are open. */
  private static final Set<String> OPENING_FILES =
      Set.of("java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter");

  private OpenToPlugins() {}

  static Set<String> jdkPackages() {
    return JDK;
  }

  static boolean isOpen(String className) {
    if (SINGLE.contains(className) || isContract(className)) {
      return true;
    }
    return JDK.contains(packageOf(className)) && !CLOSED.contains(outermost(className));
  }

  /** Classes that the host gives; a zip that brings a copy of them is refused. */
  static boolean isContract(String className) {
    return CONTRACT.contains(packageOf(className));
  }

  static boolean isOpenCall(String className, String method, String descriptor) {
    boolean opensFile =
        method.equals("<init>")
            && OPENING_FILES.contains(className)
            && descriptor.startsWith("(Ljava/lang/String;");
    return !opensFile
        && !usesLookup(className, descriptor)
        && !startsThreads(className, method, descriptor)
        && !descriptor.contains(CLOSED_BY_SHAPE.getOrDefault(method, "none"))
        && !CLOSED_CALLS.contains(className + "." + method);
  }

  /** A bootstrap method of the plugin's own is handed one; with it each name is a string away. */
  private static boolean usesLookup(String className, String descriptor) {
    return className.equals(LOOKUP)
        || (descriptor.contains("L" + LOOKUP.replace('.', '/') + ";")
            && !BOOTSTRAPS.contains(className));
  }

  /**
   * {@code runAsync}, {@code thenApplyAsync}, a time-out, or a map that is gone through at once.
   */
  private static boolean startsThreads(String className, String method, String descriptor) {
    boolean future =
        (method.endsWith("Async") || method.matches("orTimeout|completeOnTimeout|delayedExecutor"))
            && (className.startsWith("java.util.concurrent.Completa")
                || descriptor.contains("Ljava/util/concurrent/Completable")
                || descriptor.contains("Ljava/util/concurrent/CompletionStage;")
                || descriptor.endsWith("Ljava/util/concurrent/Executor;"));
    boolean map =
        descriptor.startsWith("(J")
            && className.equals("java.util.concurrent.ConcurrentHashMap")
            && method.matches("(forEach|search|reduce).*");
    return future || map;
  }

  /** Whether the class is the JDK's or the platform's by its name, so that no plugin can own it. */
  static boolean isForeign(String className) {
    return className.startsWith("java.")
        || className.startsWith("javax.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("com.sun.")
        || className.startsWith("jakarta.");
  }

  private static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  private static String outermost(String className) {
    int dollar = className.indexOf('$');
    return dollar < 0 ? className : className.substring(0, dollar);
  }
}
