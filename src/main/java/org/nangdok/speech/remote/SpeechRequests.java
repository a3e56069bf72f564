package org.nangdok.speech.remote;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nangdok.speech.SpeechException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /audio/speech} with patience: what may be better the next time (429, 5xx, a broken
 * connection) is tried again after a growing, random pause, and a server that keeps failing is left
 * alone for a while. Redirects aren't followed, because they would carry the key along.
 */
final class SpeechRequests {

  private static final int TRIES = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;

  private final RemoteServer server;
  private final Duration firstPause;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient client;
  private final CircuitBreaker breaker;

  /** What may be better the next time. */
  private static final class Passing extends IOException {
    private static final long serialVersionUID = 1L;
    private final Duration wish;

    Passing(String message, Duration wish) {
      super(message);
      this.wish = wish;
    }
  }

  /**
   * @param firstPause before the second try; each further pause is twice as long
   * @param rest how long a server is left alone that keeps failing
   */
  SpeechRequests(RemoteServer server, Duration firstPause, Duration rest) {
    this.server = server;
    this.firstPause = firstPause;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(server.patience())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.breaker =
        CircuitBreaker.of(
            "remote-speech",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreException(failure -> failure instanceof SpeechException)
                .build());
  }

  /**
   * The sound of a text.
   *
   * @param speed 0.25 to 4
   */
  byte[] sound(String text, String voice, double speed) {
    byte[] body =
        json.writeValueAsBytes(
            Map.of(
                "model", server.model(),
                "input", text,
                "voice", voice,
                "speed", Math.clamp(speed, 0.25, 4),
                "response_format", server.format().code()));
    Duration pause = firstPause;
    for (int attempt = 1; ; attempt++) {
      try {
        return breaker.executeCallable(() -> once(body));
      } catch (CallNotPermittedException e) {
        throw new SpeechException("The speech server has failed too often and is left alone.", e);
      } catch (SpeechException e) {
        throw e;
      } catch (Passing e) {
        if (attempt == TRIES) {
          throw new SpeechException("The speech server doesn't answer: " + e.getMessage(), e);
        }
        rest(e.wish.compareTo(pause) > 0 ? e.wish : pause);
        pause = pause.multipliedBy(2);
      } catch (Exception e) {
        throw new SpeechException("The speech server can't be asked.", e);
      }
    }
  }

  private byte[] once(byte[] body) throws Passing {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.speech())
            .header("Content-Type", "application/json")
            .timeout(server.patience())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!server.key().isEmpty()) {
      request.header("Authorization", "Bearer " + server.key());
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    try {
      // The request's own time ends with the headers; this one covers the whole answer.
      return checked(answer.get(server.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new SpeechException("Speaking was interrupted.", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new Passing(
          "it takes longer than " + server.patience().toMillis() + " ms", Duration.ZERO);
    } catch (ExecutionException e) {
      throw new Passing("the connection broke", Duration.ZERO);
    }
  }

  private static byte[] checked(HttpResponse<byte[]> answer) throws Passing {
    int status = answer.statusCode();
    if (status == 200) {
      return answer.body();
    }
    if (status == TOO_MANY || status >= 500) {
      throw new Passing("status " + status, wish(answer));
    }
    throw new SpeechException(
        "The speech server refused with status "
            + status
            + (status == 401 || status == 403 ? ": is the key right?" : "."));
  }

  private static Duration wish(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,4}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(wish -> wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish)
        .orElse(Duration.ZERO);
  }

  private static void rest(Duration pause) {
    try {
      double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
      Thread.sleep(Duration.ofMillis((long) (pause.toMillis() * jitter)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException("Speaking was interrupted.", e);
    }
  }
}
