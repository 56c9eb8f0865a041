package app.quen.pluginhost;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from a class file what it refers to, without loading it, so that a plugin that reaches for
 * something closed is refused at the start with the name of it, and not when a customer is saved.
 */
final class CodeInspection {

  private final Set<String> closed = new TreeSet<>();

  private CodeInspection() {}

  /**
   * The classes and calls in the file that are not open to plugins, in order; classes that are
   * neither the JDK's nor open are the plugin's own or its libraries', and not judged here.
   */
  static Set<String> closedIn(byte[] classFile) throws IOException {
    var inspection = new CodeInspection();
    inspection.read(classFile);
    return inspection.closed;
  }

  private void read(byte[] file) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(file));
    if (in.readInt() != 0xCAFEBABE) {
      throw new IOException("no class file");
    }
    in.readInt();
    int count = in.readUnsignedShort();
    int[] tags = new int[count];
    int[] first = new int[count];
    int[] second = new int[count];
    String[] texts = new String[count];
    for (int i = 1; i < count; i++) {
      tags[i] = in.readUnsignedByte();
      switch (tags[i]) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          // a long constant takes two places
          i++;
        }
        case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        case 15 -> {
          in.readUnsignedByte();
          first[i] = in.readUnsignedShort();
        }
        default -> throw new IOException("an unknown constant in the class file");
      }
    }
    for (int i = 1; i < count; i++) {
      if (tags[i] == 7) {
        type(texts[first[i]]);
      } else if (tags[i] == 9 || tags[i] == 10 || tags[i] == 11) {
        call(texts[first[first[i]]], texts[first[second[i]]], texts[second[second[i]]]);
      }
    }
  }

  private void type(String internalName) {
    String name = internalName.replace('/', '.');
    if (name.startsWith("[")) {
      name = name.replaceFirst("^\\[+L?", "").replaceFirst(";$", "");
    }
    if (isPlatforms(name) && !OpenToPlugins.isOpen(name)) {
      closed.add(name);
    }
  }

  private void call(String internalName, String method, String descriptor) {
    String name = internalName.replace('/', '.');
    if (!OpenToPlugins.isOpenCall(name, method, descriptor)) {
      closed.add(name + "." + method);
    }
  }

  /** A name that only the JDK, the server or the platform can answer to. */
  private static boolean isPlatforms(String name) {
    return OpenToPlugins.isForeign(name) || name.startsWith("org.pf4j.");
  }
}
