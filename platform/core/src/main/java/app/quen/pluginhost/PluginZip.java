package app.quen.pluginhost;

import app.quen.manifest.InvalidManifest;
import app.quen.manifest.Manifest;
import app.quen.manifest.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A plugin's zip, unpacked into a folder of its own: {@code quen-plugin.yaml, classes/, lib/}. */
record PluginZip(Path folder) {

  /** Limits that no honest plugin comes near. */
  record Limits(long zipBytes, long unpackedBytes, int entries) {
    static final Limits USUAL = new Limits(50L << 20, 200L << 20, 10_000);
  }

  /**
   * @param folder is made; must not exist
   */
  static PluginZip unpack(Path zip, Path folder, Limits limits) throws IOException, Unusable {
    if (Files.size(zip) > limits.zipBytes()) {
      throw tooLarge("the zip has more than " + (limits.zipBytes() >> 20) + " MB");
    }
    Files.createDirectories(folder);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      if (file.size() > limits.entries()) {
        throw tooLarge("more than " + limits.entries() + " entries");
      }
      long left = limits.unpackedBytes();
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path target = inside(folder, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          left = copy(file, entry, target, left, limits);
        }
      }
    } catch (ZipException e) {
      throw new Unusable(
          "Tệp không phải là zip hoặc bị hỏng. Hãy tạo hoặc chép lại tệp.",
          "The file is no zip, or damaged (" + e.getMessage() + "). Build or copy it again.");
    } catch (FileAlreadyExistsException e) {
      throw new Unusable(
          "Tệp zip chứa hai mục trùng tên.",
          "Two entries of the zip have the same name: "
              + folder.relativize(Path.of(e.getFile()))
              + ".");
    }
    return new PluginZip(folder);
  }

  Manifest manifest() throws IOException, Unusable {
    Path file = folder.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file)) {
      throw new Unusable(
          "Thiếu " + Manifest.FILE + " ở gốc của tệp zip.",
          Manifest.FILE
              + " is missing at the root of the zip. Build it with quen-plugin-parent, or zip the"
              + " content of the folder instead of the folder.");
    }
    try {
      return new ManifestReader().read(Files.readString(file));
    } catch (InvalidManifest e) {
      throw new Unusable("Tệp " + Manifest.FILE + " có lỗi: " + e.getMessage(), e.getMessage());
    } catch (MalformedInputException e) {
      throw new Unusable(
          Manifest.FILE + " không phải UTF-8.", Manifest.FILE + " is not UTF-8. Save it as UTF-8.");
    }
  }

  Path classes() {
    return folder.resolve("classes");
  }

  List<Path> libraries() throws IOException {
    return files(folder.resolve("lib"), ".jar");
  }

  List<Path> classFiles() throws IOException {
    return files(classes(), ".class");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Path inside(Path folder, String name) throws Unusable {
    Path target = null;
    try {
      target = folder.resolve(name).normalize();
    } catch (java.nio.file.InvalidPathException e) {
      // refused below
    }
    if (target == null
        || name.contains("\\")
        || name.startsWith("/")
        || Path.of(name).isAbsolute()
        || !target.startsWith(folder)
        || target.equals(folder)
        || List.of(name.split("/")).contains("..")) {
      throw new Unusable(
          "Tệp zip có mục nằm ngoài thư mục của nó.",
          "The zip has an entry that points out of its folder: '"
              + name
              + "'. Such a zip is never unpacked.");
    }
    return target;
  }

  private static long copy(ZipFile file, ZipEntry entry, Path target, long left, Limits limits)
      throws IOException, Unusable {
    byte[] buffer = new byte[16 * 1024];
    try (InputStream in = file.getInputStream(entry);
        OutputStream out =
            Files.newOutputStream(
                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          // counted while reading: what a zip says about its own sizes may be wrong
          throw tooLarge("unpacked it has more than " + (limits.unpackedBytes() >> 20) + " MB");
        }
        out.write(buffer, 0, read);
      }
    }
    return left;
  }

  private static Unusable tooLarge(String how) {
    return new Unusable(
        "Tệp quá lớn. Hãy bỏ bớt thư viện.",
        "It is too large: " + how + ". Leave out what it does not need.");
  }
}
