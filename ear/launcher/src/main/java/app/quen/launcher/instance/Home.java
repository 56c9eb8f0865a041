package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of an instance's data: one instance at a time, and nobody else's eyes on it. */
final class Home implements AutoCloseable {
  private static final String LOCK = "lock";

  /** What may be there before the first start: plugins, and the mark of a mounted disk. */
  private static final Set<String> BEFORE_US = Set.of("plugins", "lost+found");

  private static final long LEAST_SPACE = 2_000_000_000L;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final FileChannel channel;

  private Home(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static Home take(Path folder) throws IOException {
    FileChannel channel;
    try {
      Files.createDirectories(folder);
      mustBeOurs(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException | UnsupportedOperationException refused) {
      throw new Trouble(
          "the folder "
              + folder
              + " cannot be used for the data ("
              + refused
              + "). Choose one that you may write to: QUEN_HOME=/elsewhere ./quen run",
          refused);
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new OverlappingFileLockException();
      }
    } catch (OverlappingFileLockException taken) {
      channel.close();
      throw new Trouble(
          "another Quen is running on "
              + folder
              + ". Stop it (Ctrl-C there), or use another folder and other ports:"
              + " QUEN_HOME=/tmp/other QUEN_PORT=18080 ./quen run");
    }
    return new Home(folder, channel);
  }

  /** It will be closed to everybody else, and --fresh empties it: nobody's own files are in it. */
  private static void mustBeOurs(Path folder) throws IOException {
    if (Files.exists(folder.resolve(LOCK))) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.anyMatch(child -> !BEFORE_US.contains(child.getFileName().toString()))) {
        throw new Trouble(
            folder
                + " has files in it that are not Quen's. Choose an empty or a new folder for the"
                + " data: QUEN_HOME="
                + folder.resolve("quen")
                + " ./quen run");
      }
    }
  }

  Path folder() {
    return folder;
  }

  void mustHaveSpace() {
    // not by the file store: that wants to find the disk among the mounts, and in some containers
    // and changed roots it is not there
    mustHaveSpace(folder.toFile().getUsableSpace());
  }

  void mustHaveSpace(long free) {
    if (free < LEAST_SPACE) {
      throw new Trouble(
          "only "
              + free / 1_000_000
              + " MB are free where "
              + folder
              + " lives, and Quen wants 2000 MB. Make room, or choose another folder:"
              + " QUEN_HOME=/elsewhere ./quen run");
    }
  }

  /** Waits for what a killed predecessor has left: its guard is still ending it. */
  void awaitPredecessor() throws IOException, InterruptedException {
    Path note = folder.resolve("processes");
    if (!Files.exists(note)) {
      return;
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    for (String pid : Files.readAllLines(note)) {
      Optional<ProcessHandle> left =
          ProcessHandle.of(Long.parseLong(pid.strip())).filter(Home::isOurs);
      while (left.isPresent() && left.get().isAlive() && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      left.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroyForcibly);
    }
    Files.delete(note);
  }

  /** A number may have been given to another program since. */
  private static boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(
            line ->
                line.contains("mariadbd")
                    || line.contains("mariadb-install-db")
                    || line.contains("com.sun.aas.instanceRoot"))
        .isPresent();
  }

  void note(Process process) throws IOException {
    Files.writeString(
        folder.resolve("processes"),
        process.pid() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** The secret of that name: made at its first use, then always the same. */
  String secret(String name) throws IOException {
    Path file = folder.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException first) {
      byte[] bytes = new byte[24];
      RANDOM.nextBytes(bytes);
      String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      write(name, secret);
      return secret;
    }
  }

  void write(String name, String secret) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n");
  }

  /** Throws all data away; the lock stays ours. */
  void empty() throws IOException {
    empty(folder);
  }

  /** Removes the folder: the lock last, since without it what is left would not count as ours. */
  static void discard(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      empty(folder);
    }
    delete(folder);
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (!child.getFileName().toString().equals(LOCK)) {
          delete(child);
        }
      }
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
