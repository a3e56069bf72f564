package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Language;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long the light voices rest, measured in the sound that is downloaded. */
@DirtiesContext // each context that is kept holds its languages
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/pauses", "nangdok.sample=false"})
class PausesInSoundTest {

  private static final String KOREAN =
      """
      들판에 새 길이 났습니다

      [앵커]
      들판을 가로지르는 새 길이, 오늘 아침에 열렸습니다. 마을 사람들은 이른 아침부터 모두 함께 모여서 새 길을 걷고 강가에 나무도 많이 심었습니다.

      민들레 기자가 걸어 봤습니다.

      [기자]
      길은 걷기 좋게, 흙으로 다졌습니다. 마을 사람들은 벌써 저녁마다, 이 길을 걷습니다.

      아이들은 강가에서 놀고, 어른들은 나무 밑에 앉습니다. 내일은 비가 옵니다.

      [앵커]
      길은 모레까지 열립니다.
      """;
  private static final String ENGLISH =
      """
      A new path opened

      ANCHOR: The new path, which crosses the field, opened this morning. The people of the village came early.

      They walked along it, and then they sat by the river.

      REPORTER: Children play by the river, and older people sit under the trees. The path is made of sand.

      It will be open until Friday.

      ANCHOR: Rain is expected tomorrow.
      """;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  /** The medians of what was measured, in milliseconds. */
  private record Rests(int clause, int comma, int sentence, int paragraph, int speaker) {}

  @Test
  void aKoreanListenerTellsClauseCommaSentenceParagraphAndSpeakerApart() throws Exception {
    Rests rests = measured(KOREAN, new KoreanLanguage(VoicesFolder.shipped()));

    assertThat(rests.clause).as("%s", rests).isBetween(100, 280);
    assertThat(rests.comma).as("%s", rests).isGreaterThanOrEqualTo(rests.clause * 5 / 4);
    inOrder(rests);
  }

  @Test
  void anEnglishListenerTellsCommaSentenceParagraphAndSpeakerApart() throws Exception {
    inOrder(measured(ENGLISH, new EnglishLanguage(VoicesFolder.shipped())));
  }

  private static void inOrder(Rests rests) {
    assertThat(rests.comma).as("%s", rests).isBetween(150, 480);
    assertThat(rests.sentence).as("%s", rests).isGreaterThanOrEqualTo(rests.comma * 13 / 10);
    assertThat(rests.paragraph).as("%s", rests).isGreaterThanOrEqualTo(rests.sentence * 13 / 10);
    assertThat(rests.speaker).as("%s", rests).isGreaterThanOrEqualTo(rests.paragraph * 11 / 10);
  }

  private Rests measured(String text, Language language) throws Exception {
    JsonNode asked = json.readTree(post(text));
    String address = "/api/readings/" + asked.get("id").asString();
    get(address + "/events"); // ends when it is complete
    JsonNode reading =
        json.readTree(new String(get(address), java.nio.charset.StandardCharsets.UTF_8));
    var silences = new Silences(get(address + "/audio.wav"));
    var clauses = new ArrayList<Integer>();
    var commas = new ArrayList<Integer>();
    var sentences = new ArrayList<Integer>();
    var paragraphs = new ArrayList<Integer>();
    var speakers = new ArrayList<Integer>();
    JsonNode turns = reading.get("turns");
    for (int t = 1; t < turns.size(); t++) { // the first is the headline
      JsonNode said = turns.get(t).get("sentences");
      for (int s = 0; s < said.size(); s++) {
        JsonNode one = said.get(s);
        inside(one, language, silences, clauses, commas);
        int end = one.get("startMs").asInt() + one.get("durationMs").asInt();
        int rest = silences.at(end + one.get("pauseMs").asInt() / 2);
        boolean last = s + 1 == said.size();
        if (last && t + 1 < turns.size()) {
          speakers.add(rest);
        } else if (!last) {
          boolean same = one.get("paragraph").asInt() == said.get(s + 1).get("paragraph").asInt();
          (same ? sentences : paragraphs).add(rest);
        }
      }
    }
    return new Rests(
        median(clauses), median(commas), median(sentences), median(paragraphs), median(speakers));
  }

  /** Rests behind words inside a sentence, with a comma and where only a clause ends. */
  private static void inside(
      JsonNode sentence,
      Language language,
      Silences silences,
      List<Integer> clauses,
      List<Integer> commas) {
    String text = sentence.get("text").asString();
    int start = sentence.get("startMs").asInt();
    for (SpokenWord word : language.read(text).words()) {
      if (word.boundary() != Boundary.INTONATIONAL) {
        continue;
      }
      for (JsonNode mark : sentence.get("marks")) {
        if (mark.get("to").asInt() == word.end()) {
          boolean comma = text.charAt(word.end()) == ',';
          (comma ? commas : clauses).add(silences.near(start + mark.get("end").asInt()));
        }
      }
    }
  }

  private static int median(List<Integer> values) {
    return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Stretches in which nothing is heard, from WAV. */
  private static final class Silences {
    private static final int HEADER = 44;
    private static final int RATE = 24_000;
    private static final int FRAME = RATE / 100;
    private static final int AROUND = 20;

    /** Less than a fiftieth of the loudest 10 ms is silence. */
    private static final int SHARE = 50;

    private final boolean[] silent;

    Silences(byte[] wav) {
      var samples =
          ByteBuffer.wrap(wav, HEADER, wav.length - HEADER)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      var levels = new double[samples.remaining() / FRAME];
      double loudest = 0;
      for (int i = 0; i < levels.length; i++) {
        double sum = 0;
        for (int s = 0; s < FRAME; s++) {
          double value = samples.get(i * FRAME + s);
          sum += value * value;
        }
        levels[i] = Math.sqrt(sum / FRAME);
        loudest = Math.max(loudest, levels[i]);
      }
      silent = new boolean[levels.length];
      for (int i = 0; i < levels.length; i++) {
        silent[i] = levels[i] < loudest / SHARE;
      }
    }

    /** How long the silence around a moment is; 0 where something is heard. */
    int at(int millis) {
      int frame = millis / 10;
      if (frame >= silent.length || !silent[frame]) {
        return 0;
      }
      int from = frame;
      int to = frame;
      while (from > 0 && silent[from - 1]) {
        from--;
      }
      while (to < silent.length && silent[to]) {
        to++;
      }
      return (to - from) * 10;
    }

    /** The longest silence that begins or ends about there. */
    int near(int millis) {
      int longest = 0;
      for (int frame = -AROUND; frame <= AROUND; frame++) {
        longest = Math.max(longest, at(millis + frame * 10));
      }
      return longest;
    }
  }

  private String post(String text) throws Exception {
    HttpRequest ask =
        HttpRequest.newBuilder(uri("/api/readings"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("text", text))))
            .build();
    HttpResponse<String> answer = client.send(ask, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.body();
  }

  private byte[] get(String path) throws Exception {
    return client
        .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
