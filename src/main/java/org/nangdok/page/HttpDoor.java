package org.nangdok.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * One GET of one address, without following anything: the only place in the service that opens a
 * connection to a site.
 *
 * <p>The request runs on a thread of its own while the caller waits, because a deadline must also
 * end what can't be interrupted: a name server that doesn't answer, a site that sends a byte a
 * second.
 */
final class HttpDoor implements AutoCloseable {

  private final FetchSettings settings;
  private final SitePoliteness politeness;
  private final CloseableHttpClient client;
  private final ExecutorService workers;

  HttpDoor(FetchSettings settings, NameResolver names, SSLContext tls, SiteManners manners) {
    this.settings = settings;
    this.politeness = new SitePoliteness(settings.atOncePerSite(), Clock.systemUTC(), manners);
    GuardedResolver resolver = new GuardedResolver(names, settings.addresses(), settings.own());
    this.client = GuardedClient.create(settings, resolver, tls);
    this.workers =
        new ThreadPoolExecutor(
            0,
            settings.atOnce(),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("fetch-", 0).daemon().factory());
  }

  /**
   * Asks for one address.
   *
   * @param conditions further request headers, such as {@code If-None-Match}
   * @param wanted the body to read from a 200
   * @throws PageException for everything that isn't an answer
   */
  Answer get(
      WebAddress address, Map<String, String> conditions, WantedBody wanted, Deadline deadline) {
    requirePermitted(address);
    HttpGet request = new HttpGet(address.uri());
    conditions.forEach(request::setHeader);
    SiteManners.Place place = politeness.enter(address.site(), deadline);
    Future<Answer> answer;
    try {
      answer =
          workers.submit(
              () -> {
                try (place) {
                  return exchange(address, request, wanted);
                }
              });
    } catch (RejectedExecutionException e) {
      place.close();
      throw PageException.busy();
    }
    Answer result = await(answer, request, deadline);
    politeness.note(address.site(), result);
    return result;
  }

  private static Answer await(Future<Answer> answer, HttpGet request, Deadline deadline) {
    try {
      return answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      request.cancel();
      throw deadline.missed();
    } catch (InterruptedException e) {
      request.cancel();
      Thread.currentThread().interrupt();
      throw PageException.interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PageException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Literals and reserved names are refused before anything is sent anywhere, even to DNS. */
  private void requirePermitted(WebAddress address) {
    Optional<InetAddress> literal = address.literal();
    boolean permitted =
        literal.isPresent()
            ? settings.addresses().matches(literal.get())
                || settings.own().permits(address.host(), literal.get())
            : !AddressRules.isPrivateName(address.host())
                || settings.own().covers(address.host(), literal);
    if (!permitted) {
      throw PageException.blockedAddress();
    }
  }

  private Answer exchange(WebAddress address, HttpGet request, WantedBody wanted) {
    HttpHost host = HttpHost.create(address.uri());
    try {
      ClassicHttpResponse response = client.executeOpen(host, request, null);
      try {
        return answer(response, wanted);
      } finally {
        // Cut off rather than closed: closing would read an endless body to its end.
        request.cancel();
        Closer.closeQuietly(response);
      }
    } catch (IOException | HttpException e) {
      throw problem(e, address);
    }
  }

  private Answer answer(ClassicHttpResponse response, WantedBody wanted)
      throws IOException, HttpException {
    Map<String, List<String>> headers = new HashMap<>();
    int size = 0;
    for (Header header : response.getHeaders()) {
      String value = header.getValue() == null ? "" : header.getValue();
      size += header.getName().length() + value.length() + 4;
      String name = header.getName().toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    if (size > settings.maxHeaderBytes()) {
      throw PageException.broken(null);
    }
    Answer head = new Answer(response.getCode(), headers, new byte[0]);
    if (head.status() != 200) {
      return head;
    }
    wanted.requireReadable(head);
    HttpEntity entity = response.getEntity();
    InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    long announced = entity == null ? 0 : entity.getContentLength();
    String codings = head.words("content-encoding");
    return new Answer(200, headers, BodyReader.read(body, codings, announced, settings.maxBytes()));
  }

  private PageException problem(Exception e, WebAddress address) {
    return switch (e) {
      case GuardedResolver.Blocked blocked -> PageException.blockedAddress();
      case UnknownHostException unknown -> PageException.unknownHost(address.host());
      case ConnectTimeoutException slow -> PageException.timeout(settings.connect());
      case ConnectException refused -> PageException.notReached(e);
      case NoRouteToHostException nowhere -> PageException.notReached(e);
      case SSLException untrusted -> PageException.tls(e);
      case InterruptedIOException slow -> PageException.timeout(settings.total());
      default -> PageException.broken(e);
    };
  }

  @Override
  public void close() {
    workers.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /** Which 200s are worth their body. */
  interface WantedBody {
    /**
     * @throws PageException if the body isn't one to read
     */
    void requireReadable(Answer head);

    /** Only feeds; many sites send them as plain XML, some as text. */
    static void feed(Answer head) {
      @Nullable String type = head.mediaType();
      boolean xml =
          type != null
              && (type.endsWith("+xml") || type.endsWith("/xml") || type.equals("text/plain"));
      if (!xml || "application/xhtml+xml".equals(type)) {
        throw PageException.notFeed(type);
      }
    }

    /** Only web pages. */
    static void page(Answer head) {
      @Nullable String type = head.mediaType();
      if (!"text/html".equals(type) && !"application/xhtml+xml".equals(type)) {
        throw PageException.notHtml(type);
      }
    }
  }
}
