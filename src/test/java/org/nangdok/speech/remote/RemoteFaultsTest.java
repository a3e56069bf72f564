package org.nangdok.speech.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Utterances;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

class RemoteFaultsTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private static final String PATH = "/v1/audio/speech";
  private static final Utterance WORDS = Utterances.of("one two", "remote", "nova", Delivery.PLAIN);
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void asksAsTheInterfaceWantsIt() {
    always(sound());

    engine(RemoteServer.Format.WAV, 1000).speak(WORDS);

    SERVER.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer secret"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("m")))
            .withRequestBody(matchingJsonPath("$.input", equalTo("one two.")))
            .withRequestBody(matchingJsonPath("$.voice", equalTo("nova")))
            .withRequestBody(matchingJsonPath("$.response_format", equalTo("wav")))
            .withRequestBody(matchingJsonPath("$.speed", equalTo("1.0"))));
  }

  @Test
  void allFormatsGiveTheSameSound() {
    short[] samples = Humming.samples("one two.", 1, 24_000);
    for (RemoteServer.Format format : RemoteServer.Format.values()) {
      byte[] body =
          switch (format) {
            case WAV -> Humming.wav("one two.", 1, 24_000, 2, false);
            case PCM -> Humming.pcm(samples, 1);
            case MP3 -> ClipEncoder.encode(new Speech(samples, 24_000, List.of(), true), 0).mp3();
          };
      always(aResponse().withBody(body));

      Speech speech = engine(format, 1000).speak(WORDS);

      assertThat(speech.sampleRate()).as(format.name()).isEqualTo(24_000);
      assertThat(speech.millis()).isBetween(480, 640);
      assertThat(speech.marks()).hasSize(2);
      assertThat(speech.exact()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgain(int status) {
    once(aResponse().withStatus(status), sound());

    assertThat(engine(RemoteServer.Format.WAV, 1000).speak(WORDS).millis()).isPositive();
    SERVER.verify(2, postRequestedFor(urlEqualTo(PATH)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
  void aBrokenConnectionIsTriedAgain(String fault) {
    once(aResponse().withFault(Fault.valueOf(fault)), sound());

    assertThat(engine(RemoteServer.Format.WAV, 1000).speak(WORDS).millis()).isPositive();
  }

  @Test
  void aServerThatHangsIsLeftInTime() {
    once(sound().withFixedDelay(5_000), sound());

    long start = System.nanoTime();
    assertThat(engine(RemoteServer.Format.WAV, 1000).speak(WORDS).millis()).isPositive();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404})
  void aRefusalIsNotTriedAgain(int status) {
    always(aResponse().withStatus(status).withHeader("Location", "http://localhost/other"));

    assertThatThrownBy(() -> engine(RemoteServer.Format.WAV, 1000).speak(WORDS))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(Integer.toString(status))
        .message()
        .doesNotContain("secret", "one two");
    SERVER.verify(1, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aServerThatKeepsFailingIsLeftAlone() {
    always(aResponse().withStatus(503));
    RemoteEngine engine = engine(RemoteServer.Format.WAV, 1000);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> engine.speak(WORDS)).isInstanceOf(SpeechException.class);
    }
    assertThatThrownBy(() -> engine.speak(WORDS)).hasMessageContaining("left alone");
    SERVER.verify(5, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void brokenSoundIsAFailure() {
    for (String body : List.of("", "no sound", "RIFF0000WAVEdata0000", "RIFFxxxxWAVEfmt ")) {
      always(aResponse().withBody(body.getBytes(StandardCharsets.UTF_8)));
      assertThatThrownBy(() -> engine(RemoteServer.Format.WAV, 1000).speak(WORDS))
          .as(body)
          .isInstanceOf(SpeechException.class);
    }
  }

  @Test
  void aWaveCutShortIsStillHeard() {
    byte[] wav = Humming.wav("one two.", 1, 24_000, 1, false);
    always(aResponse().withBody(Arrays.copyOf(wav, wav.length - 4_001)));

    assertThat(engine(RemoteServer.Format.WAV, 1000).speak(WORDS).millis()).isBetween(300, 480);
  }

  @Test
  void aDaysCharactersAreNeverExceededNotEvenByARestart() {
    always(sound());

    engine(RemoteServer.Format.WAV, 20).speak(WORDS);
    engine(RemoteServer.Format.WAV, 20).speak(WORDS);
    assertThatThrownBy(() -> engine(RemoteServer.Format.WAV, 20).speak(WORDS))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("20 characters");
    SERVER.verify(2, postRequestedFor(urlEqualTo(PATH)));

    RemoteEngine tomorrow = engine(RemoteServer.Format.WAV, 20, NOON.plus(Duration.ofHours(13)));
    assertThat(tomorrow.speak(WORDS).millis()).isPositive();
  }

  @Test
  void onlyHttpAddressesAreTaken() {
    for (String address : List.of("file:///etc", "ftp://host/v1", "http:///v1", "v1")) {
      assertThatThrownBy(
              () ->
                  new RemoteServer(
                      URI.create(address),
                      "",
                      "m",
                      RemoteServer.Format.WAV,
                      24_000,
                      Duration.ofSeconds(1),
                      1))
          .as(address)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private RemoteEngine engine(RemoteServer.Format format, long characters) {
    return engine(format, characters, NOON);
  }

  private RemoteEngine engine(RemoteServer.Format format, long characters, Instant now) {
    var server =
        new RemoteServer(
            URI.create(SERVER.baseUrl() + "/v1/"),
            "secret",
            "m",
            format,
            24_000,
            Duration.ofMillis(1_500),
            characters);
    return new RemoteEngine(
        server,
        folder.resolve("characters.tsv"),
        Clock.fixed(now, ZoneOffset.UTC),
        Duration.ofMillis(5),
        Duration.ofMinutes(1));
  }

  private static ResponseDefinitionBuilder sound() {
    return aResponse().withBody(Humming.wav("one two.", 1, 24_000, 1, false));
  }

  private static void always(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post(urlEqualTo(PATH)).willReturn(answer));
  }

  private static void once(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    SERVER.stubFor(
        post(urlEqualTo(PATH))
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("then"));
    SERVER.stubFor(
        post(urlEqualTo(PATH)).inScenario("once").whenScenarioStateIs("then").willReturn(then));
  }
}
