package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which port is taken, and by whom, before anything is started. */
public final class Ports {
  private static final Pattern OWNER = Pattern.compile("\\(\"([^\"]+)\",pid=(\\d+)");

  private Ports() {}

  static void mustBeFree(String bind, int port, String purpose) {
    InetAddress address;
    try {
      address = InetAddress.getByName(bind);
    } catch (UnknownHostException nobody) {
      throw notOurs(bind);
    }
    if (!isFree(address, port)) {
      throw isFree(address, 0) ? inUse(port, purpose) : notOurs(bind);
    }
  }

  /** Browsers try localhost's IPv6 address first: somebody else there would get our visitors. */
  static void localhostMustBeFree(int port, String purpose) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("::1", port), 500);
    } catch (IOException nobodyThere) {
      return;
    }
    throw inUse(port, purpose);
  }

  private static Trouble inUse(int port, String purpose) {
    return new Trouble(
        "port "
            + port
            + " ("
            + purpose
            + ") is in use"
            + owner(port)
            + ". Stop that, or choose other ports: QUEN_PORT=18080 ./quen run");
  }

  private static Trouble notOurs(String bind) {
    return new Trouble(
        "QUEN_BIND is '"
            + bind
            + "', which is no address of this machine. Leave it out for 127.0.0.1, or take one that"
            + " 'ip addr' lists; 0.0.0.0 is all of them.");
  }

  /** The first of three ports in a row that nobody uses now. */
  public static int free(int from) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int base = from; base < from + 1000; base += 10) {
      if (isFree(loopback, base) && isFree(loopback, base + 1) && isFree(loopback, base + 2)) {
        return base;
      }
    }
    throw new Trouble("there are no free ports between " + from + " and " + (from + 1000));
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
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
