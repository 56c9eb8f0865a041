package app.quen.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server of the test's own, which keeps what it is given. */
public final class MailServer implements AutoCloseable {

  private final ServerSocket server;
  private final Thread thread;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile String toReceiver = "250 fine";

  public MailServer() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve);
    thread.start();
  }

  /** What it says to the next addresses. */
  public void answerReceivers(String line) {
    toReceiver = line;
  }

  /** All lines, as they came. */
  public List<String> heard() {
    return heard;
  }

  /**
   * @param user with its password and an {@code @}, or empty
   */
  public String url(String user) {
    return "smtp://" + user + "127.0.0.1:" + server.getLocalPort();
  }

  /** The texts of the letters to this address, in order. */
  public List<String> lettersTo(String address) {
    var texts = new ArrayList<String>();
    var lines = List.copyOf(heard);
    boolean wanted = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("RCPT TO:")) {
        wanted = lines.get(i).equals("RCPT TO:<" + address + ">");
      } else if (wanted && lines.get(i).isEmpty()) {
        int end = i + lines.subList(i, lines.size()).indexOf(".");
        texts.add(
            new String(
                Base64.getMimeDecoder().decode(String.join("", lines.subList(i + 1, end))),
                StandardCharsets.UTF_8));
        wanted = false;
      }
    }
    return texts;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        converse(socket);
      } catch (IOException closed) {
        // the client hung up, or the test is over
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var out = socket.getOutputStream();
    out.write("220 here\r\n".getBytes(StandardCharsets.UTF_8));
    boolean data = false;
    String line;
    while ((line = in.readLine()) != null) {
      heard.add(line);
      if (data && !line.equals(".")) {
        continue;
      }
      data = line.equals("DATA");
      out.write((answer(line) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private String answer(String line) {
    if (line.startsWith("EHLO")) {
      return "250-here\r\n250 8BITMIME";
    }
    if (line.startsWith("RCPT")) {
      return toReceiver;
    }
    return switch (line) {
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 fine";
    };
  }

  @Override
  public void close() throws Exception {
    server.close();
    thread.join();
  }
}
