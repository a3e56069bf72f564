package org.nangdok.benchmark;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has a running service read a long work to its end and tells how long that takes: from the request
 * to the first bytes of sound, then how far it is every minute. No sentence comes twice, so that
 * each is made.
 *
 * <pre>
 * java src/test/java/org/nangdok/benchmark/LongWork.java http://localhost:8080 1000000 [PID]
 * </pre>
 */
public final class LongWork {

  private static final int CHAPTER = 25_000;
  private static final String[] WHO = {
    "뱃사공은",
    "방앗간 주인은",
    "우체부는",
    "등대지기는",
    "목수의 딸은",
    "늙은 정원사는",
    "빵집 아저씨는",
    "다리 놓는 사람들은",
    "이웃집 아이는",
    "마을 이장은"
  };
  private static final String[] WHEN = {
    "이른 아침에", "해가 질 무렵", "비가 그친 뒤", "장날이 되자", "첫눈이 오던 날", "보름달이 뜬 밤에", "여름 내내", "추수가 끝나고"
  };
  private static final String[] WHAT = {
    "강가의 버드나무를",
    "낡은 나룻배를",
    "언덕 위의 종탑을",
    "마당에 놓인 수레를",
    "창고 속의 씨앗을",
    "오래된 지도 한 장을",
    "우물가의 돌계단을",
    "들판의 허수아비를"
  };
  private static final String[] DOES = {
    "말없이 바라보았습니다",
    "정성껏 고쳤습니다",
    "아이들에게 보여 주었습니다",
    "다시 칠하기로 했습니다",
    "조심스럽게 옮겼습니다",
    "오래도록 생각했습니다",
    "이웃과 함께 살폈습니다"
  };

  private LongWork() {}

  public static void main(String[] arguments) throws Exception {
    String service = arguments[0];
    int characters = Integer.parseInt(arguments[1]);
    String pid = arguments.length > 2 ? arguments[2] : "";
    try (HttpClient client = HttpClient.newHttpClient()) {
      String body = body(characters, new Random(characters));
      long start = System.nanoTime();
      String work =
          send(
              client,
              HttpRequest.newBuilder(URI.create(service + "/api/works"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build());
      double answered = seconds(start);
      String reading = find(work, "\"reading\"\\s*:\\s*\"([0-9a-f]+)\"");
      HttpRequest sound =
          HttpRequest.newBuilder(URI.create(service + "/api/readings/" + reading + "/audio.mp3"))
              .build();
      try (InputStream in = client.send(sound, HttpResponse.BodyHandlers.ofInputStream()).body()) {
        in.read();
      }
      System.out.printf(
          "answer after %.1f s, first sound after %.1f s%n", answered, seconds(start));
      String id = find(work, "\"id\"\\s*:\\s*\"([0-9a-f]+)\"");
      follow(client, URI.create(service + "/api/works/" + id + "?q=none"), pid, start);
    }
  }

  private static void follow(HttpClient client, URI work, String pid, long start) throws Exception {
    String state = "making";
    while (state.equals("making")) {
      Thread.sleep(60_000); // a measurement now and then
      String now = send(client, HttpRequest.newBuilder(work).build());
      state = find(now, "\"state\"\\s*:\\s*\"(\\w+)\"");
      System.out.printf(
          "%.0f s: %s, %s characters, %s s of sound, left %s ms%s%n",
          seconds(start),
          state,
          find(now, "\"charactersDone\"\\s*:\\s*(\\d+)"),
          Long.parseLong(find(now, "\"durationMs\"\\s*:\\s*(\\d+)")) / 1000,
          find(now, "\"leftMs\"\\s*:\\s*(\\w+)"),
          memory(pid));
    }
  }

  private static String memory(String pid) throws Exception {
    if (pid.isEmpty()) {
      return "";
    }
    String status = Files.readString(Path.of("/proc", pid, "status"));
    return ", resident "
        + find(status, "VmRSS:\\s*(\\d+ kB)")
        + " most "
        + find(status, "VmHWM:\\s*(\\d+ kB)");
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String send(HttpClient client, HttpRequest request) throws Exception {
    HttpResponse<String> answer =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern);
    }
    return matcher.group(1);
  }

  /** The request: chapters of paragraphs of five sentences, each with a number of its own. */
  private static String body(int characters, Random random) {
    var body = new StringBuilder("{\"title\":\"강마을 이야기\",\"chapters\":[");
    int day = 1;
    for (int chapter = 1, done = 0; done < characters; chapter++) {
      var text = new StringBuilder();
      while (text.length() < Math.min(CHAPTER, characters - done)) {
        text.append(sentence(day, random)).append(day % 5 == 0 ? "\\n\\n" : " ");
        day++;
      }
      done += text.length();
      body.append(chapter == 1 ? "" : ",")
          .append("{\"title\":\"제")
          .append(chapter)
          .append("장\",\"text\":\"")
          .append(text)
          .append("\"}");
    }
    return body.append("]}").toString();
  }

  private static String sentence(int day, Random random) {
    return "그해의 "
        + day
        + "번째 이야기에서 "
        + one(WHO, random)
        + " "
        + one(WHEN, random)
        + " "
        + one(WHAT, random)
        + " "
        + one(DOES, random)
        + ".";
  }

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
