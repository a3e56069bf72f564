package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.delivery.foreign.WyomingClient.Event;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** Home Assistant's way to voices, as its protocol's page describes it. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/wyoming",
      "nangdok.sample=false",
      "nangdok.wyoming.enabled=true",
      "nangdok.wyoming.port=0"
    })
class WyomingTest {

  private static final String ENGLISH =
      "The library opens at nine tomorrow. Everybody who has a card may come and read there.";

  @Autowired private WyomingServer server;

  @Test
  void aClientReadsWhoSpeaks() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.raw("{\"type\": \"describe\"}\n");
      JsonNode info = client.next().data();

      JsonNode program = info.get("tts").get(0);
      assertThat(program.get("installed").asBoolean()).isTrue();
      assertThat(program.get("supports_synthesize_streaming").asBoolean()).isTrue();
      List<String> languages = new ArrayList<>();
      for (JsonNode voice : program.get("voices")) {
        assertThat(voice.get("name").asString()).isNotBlank();
        assertThat(voice.get("description").asString()).isNotBlank();
        assertThat(voice.get("installed").asBoolean()).isTrue();
        assertThat(voice.at("/attribution/url").isString()).isTrue();
        voice.get("languages").forEach(language -> languages.add(language.asString()));
      }
      assertThat(languages).contains("ko", "en");
      assertThat(info.get("asr")).isEmpty();
    }
  }

  @Test
  void aTextIsSpoken() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.send("synthesize", Map.of("text", ENGLISH, "voice", Map.of("name", "en-slt")));
      List<Event> events = client.until("audio-stop");

      assertThat(events.getFirst().type()).isEqualTo("audio-start");
      assertThat(events.getLast().type()).isEqualTo("audio-stop");
      long millis = 0;
      for (Event event : events.subList(1, events.size() - 1)) {
        assertThat(event.type()).isEqualTo("audio-chunk");
        assertThat(event.data().get("rate").asInt()).isEqualTo(24_000);
        assertThat(event.data().get("width").asInt()).isEqualTo(2);
        assertThat(event.data().get("channels").asInt()).isEqualTo(1);
        assertThat(event.data().get("timestamp").asLong()).isGreaterThanOrEqualTo(millis);
        millis = event.data().get("timestamp").asLong();
      }
      byte[] sound = WyomingClient.sound(events);
      assertThat(sound.length / 48_000.0).isBetween(3.0, 9.0);
      assertThat(loudest(sound)).isGreaterThan(3_000);
    }
  }

  private static int loudest(byte[] pcm) {
    int loudest = 0;
    for (int i = 0; i + 1 < pcm.length; i += 2) {
      loudest = Math.max(loudest, Math.abs((short) (pcm[i] & 0xFF | pcm[i + 1] << 8)));
    }
    return loudest;
  }

  /** Several on one connection, data in the line or behind it. */
  @Test
  void aConnectionServesManyTexts() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.send("synthesize", Map.of("text", "나무를 심었습니다."));
      byte[] first = WyomingClient.sound(client.until("audio-stop"));
      client.sendInLine("synthesize", Map.of("text", "나무를 심었습니다."));
      byte[] second = WyomingClient.sound(client.until("audio-stop"));
      client.send("ping", Map.of("text", "a"));

      assertThat(first).isEqualTo(second).isNotEmpty();
      assertThat(client.next().data().get("text").asString()).isEqualTo("a");
    }
  }

  /** As Home Assistant streams: pieces, the whole text for older servers, the end. */
  @Test
  void aStreamedTextIsSpokenWhileItComes() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.send("synthesize-start", Map.of("voice", Map.of("language", "en_US")));
      for (String piece : ENGLISH.split("(?<=\\G.{7})")) {
        client.send("synthesize-chunk", Map.of("text", piece));
      }
      List<Event> early = client.until("audio-chunk");
      client.send("synthesize", Map.of("text", ENGLISH));
      client.send("synthesize-stop", Map.of());
      List<Event> events = client.until("synthesize-stopped");

      assertThat(early).extracting(Event::type).containsExactly("audio-start", "audio-chunk");
      assertThat(events).extracting(Event::type).doesNotContain("audio-start", "error");
      assertThat(events.get(events.size() - 2).type()).isEqualTo("audio-stop");
      assertThat(events).filteredOn(event -> event.type().equals("audio-stop")).hasSize(1);
      double seconds =
          (WyomingClient.sound(early).length + WyomingClient.sound(events).length) / 48_000.0;
      assertThat(seconds).isBetween(3.0, 9.0);
    }
  }

  @Test
  void aStreamWithoutWordsEnds() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.send("synthesize-start", Map.of());
      client.send("synthesize-chunk", Map.of("text", " … "));
      client.send("synthesize-stop", Map.of());

      assertThat(client.until("synthesize-stopped"))
          .extracting(Event::type)
          .containsExactly("audio-start", "audio-stop", "synthesize-stopped");
    }
  }

  @Test
  void ssmlIsSpokenAsSuch() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.send(
          "synthesize",
          Map.of(
              "text",
              "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\""
                  + " xml:lang=\"en\">One<break time=\"4s\"/> house.</speak>",
              "text_format",
              "ssml"));

      assertThat(WyomingClient.sound(client.until("audio-stop")).length / 48_000.0)
          .isGreaterThan(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "One house. | nobody | voice.unknown",
        "' ' | en-slt | request.missing-parameter",
        "?! | en-slt | reading.nothing-to-say",
        "今日は公園に木を植えました。市民が百人集まりました。 | alloy | voice.no-language",
        "今日は公園に木を植えました。市民が百人集まりました。 | en-slt | voice.other-language"
      })
  void whatIsWrongIsToldAndTheConnectionEnds(String text, String voice, String code)
      throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.send("synthesize", Map.of("text", text, "voice", Map.of("name", voice)));
      List<Event> events = client.until("never");

      assertThat(events).hasSize(1);
      assertThat(events.getFirst().type()).isEqualTo("error");
      assertThat(events.getFirst().data().get("code").asString()).isEqualTo(code);
      assertThat(events.getFirst().data().get("text").asString()).endsWith(".");
    }
  }

  /** Also what a web page's script could send from a browser on the same machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\n",
        "[]\n",
        "{\"type\": 3}\n",
        "{\"type\": \"describe\", \"data_length\": -1}\n",
        "{\"type\": \"describe\", \"data_length\": \"4\"}\n",
        "{\"type\": \"describe\", \"data_length\": 4}\nnull",
        "{\"type\": \"synthesize-chunk\"}\n",
        "{\"type\": \"synthesize-stop\"}\n"
      })
  void whatIsNoEventIsRefused(String bytes) throws IOException {
    assertThat(refusal(bytes)).isEqualTo("request.malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"synthesize\", \"data_length\": 2000000000}\n",
        "{\"type\": \"audio-chunk\", \"payload_length\": 9000000000000}\n"
      })
  void whatIsTooLargeIsRefusedBeforeItIsRead(String bytes) throws IOException {
    assertThat(refusal(bytes)).isEqualTo("request.too-large");
  }

  @Test
  void anEndlessLineIsRefused() throws IOException {
    assertThat(refusal("x".repeat(65_600))).isEqualTo("request.too-large");
  }

  @Test
  void soundThatNobodyAskedForIsSkipped() throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.raw("{\"type\": \"audio-chunk\", \"payload_length\": 5}\nabcde{\"type\": \"ping\"}\n");

      assertThat(client.next().type()).isEqualTo("pong");
    }
  }

  @Test
  void onlySoManyAreServedAtATime() throws IOException {
    List<WyomingClient> clients = new ArrayList<>();
    try {
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        var client = new WyomingClient(server.port());
        clients.add(client);
        client.raw("{\"type\": \"ping\"}\n");
        Event event = client.next();
        answers.add(event.type());
      }
      // Connections of other tests may be just ending.
      assertThat(answers.subList(0, 48)).containsOnly("pong");
      assertThat(answers.subList(64, 70)).containsOnly("error");
    } finally {
      for (WyomingClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void onlyNetworksThatReachItAreTold() throws IOException {
    assertThat(WyomingAnnouncement.reached(InetAddress.getLoopbackAddress())).isEmpty();
    InetAddress other = InetAddress.getByName("192.0.2.7");
    assertThat(WyomingAnnouncement.reached(other)).containsExactly(other);
    assertThat(WyomingAnnouncement.reached(null)).noneMatch(InetAddress::isLoopbackAddress);
  }

  private String refusal(String bytes) throws IOException {
    try (var client = new WyomingClient(server.port())) {
      client.raw(bytes);
      List<Event> events = client.until("never");
      assertThat(events).hasSize(1);
      return events.getFirst().data().get("code").asString();
    }
  }
}
