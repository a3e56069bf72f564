package org.nangdok.benchmark;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a running service as a listener does: from the request to the first bytes of sound, and
 * to the last. Each round changes the article by a word, so that nothing comes from the store.
 *
 * <pre>
 * java src/test/java/org/nangdok/benchmark/FirstSound.java http://localhost:8080 ARTICLE.txt [ROUNDS]
 * </pre>
 */
public final class FirstSound {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f]+)\"");

  private FirstSound() {}

  /** One listener's waiting times, in milliseconds, and what came. */
  private record Round(double first, double last, long bytes) {}

  public static void main(String[] arguments) throws Exception {
    String service = arguments[0];
    String article = Files.readString(Path.of(arguments[1]));
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    try (HttpClient client = HttpClient.newHttpClient()) {
      var measured = new Round[rounds];
      for (int i = 0; i < rounds; i++) {
        measured[i] = listen(client, service, changed(article, i));
        System.err.printf(
            "round %d: first sound %.0f ms, whole %.0f ms, %d s of audio%n",
            i + 1, measured[i].first(), measured[i].last(), measured[i].bytes() / 8000);
      }
      System.err.printf(
          "median: first sound %.0f ms, whole %.0f ms%n",
          median(Arrays.stream(measured).mapToDouble(Round::first).toArray()),
          median(Arrays.stream(measured).mapToDouble(Round::last).toArray()));
    }
  }

  /**
   * Another village before the first word and a number in each sentence: no clip is known already.
   */
  private static String changed(String article, int round) {
    String word = " " + (System.nanoTime() % 9_000 + 1_000 + round) + "번 ";
    return name()
        + "마을 "
        + article.replace("다. ", "다." + word).replaceAll("(?m)(?<=\\S{4}) (?=\\S+[다요]\\.$)", word);
  }

  /** Two syllables that no article begins with. */
  private static String name() {
    String syllables = "가나다라마바사아자차파하고노도로모보소오조초호";
    var random = ThreadLocalRandom.current();
    return "" + syllables.charAt(random.nextInt(23)) + syllables.charAt(random.nextInt(23));
  }

  private static Round listen(HttpClient client, String service, String article) throws Exception {
    String body = "{\"text\":" + json(article) + "}";
    long start = System.nanoTime();
    HttpResponse<String> reading =
        client.send(
            HttpRequest.newBuilder(URI.create(service + "/api/readings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    Matcher id = ID.matcher(reading.body());
    if (reading.statusCode() != 202 || !id.find()) {
      throw new IllegalStateException("The service answered " + reading.statusCode());
    }
    HttpResponse<InputStream> audio =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(service + "/api/readings/" + id.group(1) + "/audio.mp3"))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = audio.body()) {
      byte[] buffer = new byte[16_384];
      long bytes = in.read(buffer);
      double first = (System.nanoTime() - start) / 1e6;
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        bytes += n;
      }
      return new Round(first, (System.nanoTime() - start) / 1e6, bytes);
    }
  }

  private static String json(String text) {
    var json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      json.append(
          c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return json.append('"').toString();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
