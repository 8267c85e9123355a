package dev.lanyard.activities.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A mail server that says what it is told to: by command, or by the text of a whole line. */
final class ScriptedSmtp implements AutoCloseable {

  /** Instead of an answer: the connection stays open and silent. */
  static final String SILENCE = "";

  final List<String> commands = new CopyOnWriteArrayList<>();
  final Map<String, String> answers = new ConcurrentHashMap<>();

  /** With the certificate that STARTTLS shows; null: STARTTLS is one more line to answer. */
  volatile SSLContext tls;

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  ScriptedSmtp() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  long count(String command) {
    return commands.stream().filter(line -> line.startsWith(command)).count();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        talk(socket);
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private void talk(Socket plain) throws IOException {
    Socket socket = plain;
    BufferedReader in = reader(socket);
    say(socket, "220 ready");
    List<String> text = new ArrayList<>();
    boolean inText = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (inText) {
        text.add(line);
        if (line.equals(".")) {
          inText = false;
          say(socket, "250 taken");
        }
        continue;
      }
      commands.add((socket == plain ? "" : "TLS ") + line);
      if (line.equals("STARTTLS") && tls != null) {
        say(socket, "220 go ahead");
        SSLSocket encrypted =
            (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        encrypted.setUseClientMode(false);
        try {
          encrypted.startHandshake();
        } catch (SSLException refused) {
          return; // Whoever asked does not trust us.
        }
        socket = encrypted;
        in = reader(socket);
        continue;
      }
      String answer = answer(line);
      inText = answer.startsWith("354");
      if (!answer.equals(SILENCE)) {
        say(socket, answer);
      }
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private String answer(String line) {
    return answers.entrySet().stream()
        .filter(entry -> line.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(line.equals("DATA") ? "354 go on" : "250 fine");
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
