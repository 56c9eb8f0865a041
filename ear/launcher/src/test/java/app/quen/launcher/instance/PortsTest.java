package app.quen.launcher.instance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aPortInUseIsNamedWithItsPurposeAndWhatToDo() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = somebody.getLocalPort();
      assertThatThrownBy(() -> Ports.mustBeFree("127.0.0.1", port, "the database"))
          .isInstanceOf(Trouble.class)
          .hasMessageContainingAll("port " + port + " (the database) is in use", "QUEN_PORT=");
    }
  }

  @Test
  void somebodyWhoListensOnAllAddressesIsInTheWayToo() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0)) {
      int port = somebody.getLocalPort();
      assertThatThrownBy(() -> Ports.mustBeFree("127.0.0.1", port, "HTTP"))
          .hasMessageContaining("is in use");
    }
  }

  @Test
  void aFreePortIsFine() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = gone.getLocalPort();
    }
    assertThatCode(
            () -> {
              Ports.mustBeFree("127.0.0.1", port, "HTTP");
              Ports.localhostMustBeFree(port, "HTTP");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void somebodyOnLocalhostsOtherAddressWouldGetOurVisitors() throws IOException {
    InetAddress six = InetAddress.getByName("::1");
    // a machine without IPv6 has only one localhost, and nobody can be on another
    InetAddress localhost =
        NetworkInterface.getByInetAddress(six) == null ? InetAddress.getByName("::") : six;
    try (ServerSocket somebody = new ServerSocket(0, 1, localhost)) {
      int port = somebody.getLocalPort();
      assertThatThrownBy(
              () -> {
                Ports.localhostMustBeFree(port, "HTTP");
                Ports.mustBeFree("127.0.0.1", port, "HTTP");
              })
          .hasMessageContaining("port " + port + " (HTTP) is in use");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsNotAPortInUse() {
    for (String elsewhere : new String[] {"192.0.2.1", "no.such.host.invalid"}) {
      assertThatThrownBy(() -> Ports.mustBeFree(elsewhere, 18_999, "HTTP"))
          .isInstanceOf(Trouble.class)
          .hasMessageContainingAll(
              "QUEN_BIND is '" + elsewhere + "'", "no address of this machine");
    }
  }
}
