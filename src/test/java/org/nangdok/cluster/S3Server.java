package org.nangdok.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * An S3 server in the tests' own process (S3Proxy on memory), with a gate before it that can make
 * it fail, wait, lose answers or forget conditions.
 */
public final class S3Server implements AutoCloseable {

  public static final String BUCKET = "nangdok-test";

  /** Headers that are the connection's own. */
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  /** What goes wrong. */
  public enum Fault {
    NONE,
    /** 503 to everything. */
    DOWN,
    /** Each answer two seconds late. */
    SLOW,
    /** Every third PUT is done and answered with 500. */
    LOST_ANSWERS,
    /** Conditions are not passed on. */
    UNCONDITIONAL
  }

  private final S3Proxy server;
  private final HttpServer gate;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI inner;
  private final AtomicInteger puts = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  private S3Server(S3Proxy server, HttpServer gate, URI inner) {
    this.server = server;
    this.gate = gate;
    this.inner = inner;
  }

  /** Starts one with an empty bucket, whoever asks. */
  public static S3Server start() throws Exception {
    return start(null);
  }

  /** Starts one that asks for the identity and secret {@code right}, if that is given. */
  public static S3Server start(String right) throws Exception {
    var store = new TransientNio2BlobStore();
    var builder = S3Proxy.builder().blobStore(store).endpoint(URI.create("http://127.0.0.1:0"));
    if (right != null) {
      builder.awsAuthentication(AuthenticationType.AWS_V2_OR_V4, right, right);
    }
    S3Proxy server = builder.build();
    server.start();
    store.createContainer(BUCKET);
    HttpServer gate =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var s3 = new S3Server(server, gate, URI.create("http://127.0.0.1:" + server.getPort()));
    gate.createContext("/", s3::pass);
    gate.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    gate.start();
    return s3;
  }

  /** The address of the gate. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + gate.getAddress().getPort());
  }

  /** The address of the server itself, whose signatures the gate would break. */
  public URI directly() {
    return inner;
  }

  public void fault(Fault now) {
    fault = now;
  }

  private void pass(HttpExchange exchange) throws IOException {
    Fault now = fault;
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (now == Fault.DOWN) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      HttpResponse<byte[]> answer =
          client.send(request(exchange, body, now), HttpResponse.BodyHandlers.ofByteArray());
      boolean put = exchange.getRequestMethod().equals("PUT");
      if (now == Fault.SLOW) {
        Thread.sleep(2_000);
      }
      if (now == Fault.LOST_ANSWERS && put && puts.incrementAndGet() % 3 == 0) {
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
              });
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(
          answer.statusCode(), head || answer.body().length == 0 ? -1 : answer.body().length);
      if (!head && answer.body().length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body, Fault now) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inner.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              boolean condition = lower.equals("if-none-match") && now == Fault.UNCONDITIONAL;
              if (!OWN.contains(lower) && !condition) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    gate.stop(0);
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
