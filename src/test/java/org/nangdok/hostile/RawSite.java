package org.nangdok.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that writes bytes to the socket as it likes, for the faults that no HTTP server will
 * commit. A request's path names the fault: {@code /silent}, {@code /drip} and so on.
 */
public final class RawSite implements AutoCloseable {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private RawSite(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a loopback address such as 127.0.0.2. */
  public static RawSite on(String literal) {
    try {
      RawSite site = new RawSite(new ServerSocket(0, 50, InetAddress.getByName(literal)));
      site.threads.execute(site::accept);
      return site;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** How many visitors of {@code /crowd} there were at one time. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** The request lines and headers as they came in, one text a request. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException stopped) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String request = head(socket.getInputStream());
      requests.add(request);
      String path = request.split(" ", 3)[1];
      misbehave(path, socket.getOutputStream());
    } catch (IOException | InterruptedException | ArrayIndexOutOfBoundsException gone) {
      // The visitor has had enough, which is what the tests are about.
    }
  }

  private void misbehave(String path, OutputStream out) throws IOException, InterruptedException {
    if (path.startsWith("/crowd")) {
      crowd();
    }
    switch (path) {
      case "/silent" -> closed.await();
      case "/drip" -> drip(out, OK + "\r\n", "a");
      case "/drip-head" -> drip(out, "HTTP/1.1 200 OK\r\n", "X-Drip: 1\r\n");
      case "/informational" -> drip(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n");
      case "/endless" -> repeat(out, CHUNKED, "1000\r\n" + "<p> ".repeat(1024) + "\r\n");
      case "/big-head" -> repeat(out, OK, "X-Filler: " + "x".repeat(1000) + "\r\n");
      case "/big-line" -> repeat(out, OK + "X-Filler: ", "x".repeat(1000));
      case "/medium-head" ->
          send(out, OK + ("X-Filler: " + "x".repeat(1000) + "\r\n").repeat(80) + "\r\n<p>a");
      case "/truncated" -> send(out, OK + "Content-Length: 1000\r\n\r\n<p>cut");
      case "/truncated-chunk" -> send(out, CHUNKED + "1000\r\n<p>cut");
      case "/bad-chunk" -> send(out, CHUNKED + "zz\r\n<p>bad\r\n0\r\n\r\n");
      case "/empty" -> send(out, "");
      case "/garbage" -> send(out, "SSH-2.0-OpenSSH_9.9\r\n");
      case "/folded-location" ->
          send(
              out,
              "HTTP/1.1 302 Found\r\nLocation: http://news.test/a\r\n X-Evil: 1\r\n"
                  + "Content-Length: 0\r\n\r\n");
      case "/korean-location" ->
          out.write(
              "HTTP/1.1 302 Found\r\nLocation: /다리/기사\r\nContent-Length: 0\r\n\r\n"
                  .getBytes(UTF_8));
      case "/bare-return-location" ->
          send(
              out,
              "HTTP/1.1 302 Found\r\nLocation: http://news.test/a\rX-Evil: 1\r\n"
                  + "Content-Length: 0\r\n\r\n");
      default -> send(out, OK + "Content-Length: 14\r\n\r\n<p>A raw page.");
    }
  }

  /** Keeps a visitor for a moment, to see how many come at once. */
  private void crowd() throws InterruptedException {
    mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
    boolean over = closed.await(50, TimeUnit.MILLISECONDS);
    inside.decrementAndGet();
    if (over) {
      throw new InterruptedException("closed");
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private static void repeat(OutputStream out, String start, String piece) throws IOException {
    send(out, start);
    byte[] bytes = piece.getBytes(ISO_8859_1);
    while (true) {
      out.write(bytes);
    }
  }

  private void drip(OutputStream out, String start, String drop)
      throws IOException, InterruptedException {
    send(out, start);
    while (!closed.await(20, TimeUnit.MILLISECONDS)) {
      send(out, drop);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    threads.shutdownNow();
  }
}
