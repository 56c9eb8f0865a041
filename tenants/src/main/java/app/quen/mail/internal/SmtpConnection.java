package app.quen.mail.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A conversation with a mail server (RFC 5321). */
final class SmtpConnection implements AutoCloseable {

  private static final int PATIENCE = 15_000;

  private final String host;
  private Socket socket;
  private BufferedReader in;
  private OutputStream out;

  private SmtpConnection(String host, Socket socket) throws IOException {
    this.host = host;
    this.socket = socket;
    this.in = reader(socket);
    this.out = socket.getOutputStream();
  }

  /** Greeted, encrypted where it can be, and signed in where the address has a user. */
  static SmtpConnection open(URI server) throws IOException {
    boolean encrypted = "smtps".equals(server.getScheme());
    int port = server.getPort() > 0 ? server.getPort() : encrypted ? 465 : 587;
    var socket = new Socket();
    try {
      socket.setSoTimeout(PATIENCE);
      socket.connect(new InetSocketAddress(server.getHost(), port), PATIENCE);
      var connection = new SmtpConnection(server.getHost(), socket);
      connection.begin(server, encrypted);
      return connection;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private void begin(URI server, boolean encrypted) throws IOException {
    if (encrypted) {
      encrypt();
    }
    answer(220);
    String offered = say("EHLO quen", 250);
    boolean safe = encrypted;
    if (!encrypted && offered.contains("STARTTLS")) {
      say("STARTTLS", 220);
      encrypt();
      offered = say("EHLO quen", 250);
      safe = true;
    }
    String user = server.getUserInfo();
    if (user != null) {
      if (!safe) {
        throw new IOException("it offers no encryption, and a password is not sent without");
      }
      String[] parts = user.split(":", 2);
      String plain = "\0" + parts[0] + "\0" + (parts.length > 1 ? parts[1] : "");
      say(
          "AUTH PLAIN "
              + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)),
          235);
    }
  }

  private void encrypt() throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var wrapped = (SSLSocket) factory.createSocket(socket, host, socket.getPort(), true);
    SSLParameters parameters = wrapped.getSSLParameters();
    // the name in the certificate is the one that was asked for
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    wrapped.setSSLParameters(parameters);
    wrapped.startHandshake();
    socket = wrapped;
    in = reader(wrapped);
    out = wrapped.getOutputStream();
  }

  /** Gives the answer, whose status must be this one. */
  String say(String line, int expected) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return answer(expected);
  }

  private String answer(int expected) throws IOException {
    var answer = new StringBuilder();
    String line;
    do {
      line = in.readLine();
      if (line == null) {
        throw new IOException("it hung up");
      }
      answer.append(line).append('\n');
    } while (line.length() > 3 && line.charAt(3) == '-');
    if (!line.startsWith(Integer.toString(expected))) {
      throw new IOException(line);
    }
    return answer.toString();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
