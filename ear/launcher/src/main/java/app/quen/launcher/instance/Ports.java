package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which port is taken, and by whom, before anything is started. */
public final class Ports {
  private static final Pattern OWNER = Pattern.compile("\\(\"([^\"]+)\",pid=(\\d+)");

  private Ports() {}

  static void mustBeFree(String bind, int port, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
    } catch (IOException taken) {
      throw new Trouble(
          "port "
              + port
              + " ("
              + purpose
              + ") is in use"
              + owner(port)
              + ". Stop that, or choose other ports: QUEN_PORT=18080 ./quen run");
    }
  }

  /** The first of three ports in a row that nobody uses now. */
  public static int free(int from) {
    for (int base = from; base < from + 1000; base += 10) {
      if (isFree(base) && isFree(base + 1) && isFree(base + 2)) {
        return base;
      }
    }
    throw new Trouble("there are no free ports between " + from + " and " + (from + 1000));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static String owner(int port) {
    try {
      Process ss =
          new ProcessBuilder("ss", "-Hltnp", "sport = :" + port)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      ss.waitFor(2, TimeUnit.SECONDS);
      Matcher owner = OWNER.matcher(said);
      return owner.find() ? " by " + owner.group(1) + " (process " + owner.group(2) + ")" : "";
    } catch (IOException noSuchTool) {
      return "";
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
