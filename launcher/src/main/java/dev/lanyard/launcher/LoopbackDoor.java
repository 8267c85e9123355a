package dev.lanyard.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Passes the connections of one port on to a port of the loopback, byte for byte. */
final class LoopbackDoor implements AutoCloseable {

  private final ServerSocket outside;
  private final int insidePort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private LoopbackDoor(ServerSocket outside, int insidePort) {
    this.outside = outside;
    this.insidePort = insidePort;
  }

  /**
   * @param port 0 for any free one
   * @throws IOException names address and port when it is taken
   */
  static LoopbackDoor open(InetAddress address, int port, int insidePort) throws IOException {
    ServerSocket outside = new ServerSocket();
    try {
      outside.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      outside.close();
      throw new IOException(address.getHostAddress() + ":" + port + ": " + e.getMessage(), e);
    }
    LoopbackDoor door = new LoopbackDoor(outside, insidePort);
    start("door-" + insidePort, door::accept);
    return door;
  }

  int port() {
    return outside.getLocalPort();
  }

  private void accept() {
    while (!outside.isClosed()) {
      try {
        Socket near = outside.accept();
        open.add(near);
        start("door-" + insidePort + "-in", () -> connect(near));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void connect(Socket near) {
    Socket far;
    try {
      far = new Socket(InetAddress.getLoopbackAddress(), insidePort);
    } catch (IOException e) {
      end(near); // Nobody inside: the one outside sees its connection end.
      return;
    }
    open.add(far);
    CountDownLatch answers = new CountDownLatch(1);
    start(
        "door-" + insidePort + "-out",
        () -> {
          pump(far, near);
          answers.countDown();
        });
    pump(near, far);
    try {
      answers.await(); // What is still being answered.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(near);
    end(far);
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      return; // Either side ended; the other socket is closed by its owner.
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      outside.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
