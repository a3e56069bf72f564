package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.models.audio.speech.SpeechCreateParams;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.Scope;
import org.springframework.ai.openai.OpenAiAudioSpeechModel;
import org.springframework.ai.openai.OpenAiAudioSpeechOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.SpeechMarkType;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other services' own clients, and what their other clients send, against our interfaces. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class ForeignHttpTest {

  /** OpenAI's clients always send a key: here it is one of ours. */
  private static final String KEY =
      AdministratorKeys.bearer(TestData.of("http"), Scope.MAKE).substring("Bearer ".length());

  private static final String KOREAN = "강변 공원에 나무를 심었습니다. 시민 백 명이 모였습니다.";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({"mp3, ID3|ÿ", "wav, RIFF", "flac, fLaC", "opus, OggS", "pcm, ''"})
  void openAisClientHearsEveryFormat(String format, String beginnings) throws IOException {
    byte[] sound = openAi(KOREAN, "onyx", format);

    String head = new String(Arrays.copyOf(sound, 4), StandardCharsets.ISO_8859_1);
    assertThat(beginnings.split("\\|")).anyMatch(head::startsWith);
    assertThat(sound.length).isGreaterThan(10_000);
  }

  /** ISO/IEC 13818-7: an ADTS frame begins with twelve ones. */
  @Test
  void aacComesFromFfmpegOrIsRefusedInASentence() throws Exception {
    HttpResponse<byte[]> answer =
        post(
            "/v1/audio/speech",
            "{\"input\": \"One house.\", \"voice\": \"nova\", \"response_format\": \"aac\"}");
    if (Ffmpeg.find().isPresent()) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/aac");
      assertThat(answer.body()[0]).isEqualTo((byte) 0xFF);
      assertThat(answer.body()[1] & 0xF0).isEqualTo(0xF0);
    } else {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json.readTree(answer.body()).at("/error/code").asString())
          .isEqualTo("audio.no-ffmpeg");
    }
  }

  @Test
  void differentNamesAreDifferentVoicesAndEachIsAlwaysTheSame() throws IOException {
    byte[] onyx = openAi(KOREAN, "onyx", "pcm");
    byte[] echo = openAi(KOREAN, "echo", "pcm");

    assertThat(onyx).isNotEqualTo(echo);
    assertThat(openAi(KOREAN, "onyx", "pcm")).isEqualTo(onyx);
  }

  @Test
  void springAisSpeechModelHearsMp3() {
    var model =
        OpenAiAudioSpeechModel.builder()
            .options(
                OpenAiAudioSpeechOptions.builder()
                    .baseUrl("http://localhost:" + port + "/v1")
                    .apiKey(KEY)
                    .model("tts-1")
                    .voice("onyx")
                    .responseFormat("mp3")
                    .build())
            .build();
    float[] heard = Mp3Decoding.decode(model.call(KOREAN));
    assertThat(heard.length / 24_000.0).isBetween(2.0, 10.0);
    assertThat(Mp3Decoding.level(heard, 100, 1_000)).isGreaterThan(-40);
  }

  @Test
  void openAisClientIsToldWhatIsWrong() {
    assertThatThrownBy(() -> openAi(KOREAN, "nobody", "mp3"))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> openAi(KOREAN, "onyx", "mp4")).isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> openAi("x".repeat(5_000), "onyx", "mp3"))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void openAisClientListsModels() {
    OpenAIClient openAi = openAi();
    assertThat(openAi.models().list().data())
        .anySatisfy(model -> assertThat(model.id()).isEqualTo("tts-1"));
    openAi.close();
  }

  @Test
  void eventsCarryTheSameSound() throws Exception {
    String body =
        json.writeValueAsString(
            java.util.Map.of(
                "model", "tts-1", "input", KOREAN, "voice", "onyx", "stream_format", "sse"));
    String events = new String(post("/v1/audio/speech", body).body(), StandardCharsets.UTF_8);

    var sound = new java.io.ByteArrayOutputStream();
    String last = "";
    for (String line : events.split("\n")) {
      if (line.startsWith("data: ")) {
        JsonNode event = json.readTree(line.substring(6));
        last = event.get("type").asString();
        if (last.equals("speech.audio.delta")) {
          sound.writeBytes(Base64.getDecoder().decode(event.get("audio").asString()));
        }
      }
    }
    assertThat(last).isEqualTo("speech.audio.done");
    assertThat(sound.toByteArray()).isEqualTo(openAi(KOREAN, "onyx", "mp3"));
  }

  /** As Open WebUI asks. */
  @Test
  void openWebUiFindsVoicesByIdAndName() throws Exception {
    JsonNode voices = json.readTree(get("/v1/audio/voices").body()).get("voices");

    assertThat(voices.size()).isGreaterThan(10);
    for (JsonNode voice : voices) {
      assertThat(voice.get("id").asString()).isNotBlank();
      assertThat(voice.get("name").asString()).isNotBlank();
    }
  }

  @Test
  void pollysClientHearsMp3AndReadsVoices() throws IOException {
    try (PollyClient polly = polly();
        InputStream sound =
            polly.synthesizeSpeech(
                request ->
                    request.text(KOREAN).voiceId("Seoyeon").outputFormat(OutputFormat.MP3))) {
      float[] heard = Mp3Decoding.decode(sound.readAllBytes());
      assertThat(Mp3Decoding.level(heard, 100, 1_000)).isGreaterThan(-40);
      assertThat(polly.describeVoices(request -> request.languageCode("ko-KR")).voices())
          .isNotEmpty()
          .allSatisfy(voice -> assertThat(voice.languageCodeAsString()).isEqualTo("ko-KR"));
    }
  }

  @ParameterizedTest
  @CsvSource({"8000", "16000"})
  void pollysClientGetsPcmAtTheRateItAsksFor(int rate) throws IOException {
    try (PollyClient polly = polly();
        InputStream mp3 = polly.synthesizeSpeech(ask -> spoken(ask, OutputFormat.MP3));
        InputStream pcm =
            polly.synthesizeSpeech(
                ask -> spoken(ask, OutputFormat.PCM).sampleRate(Integer.toString(rate)))) {
      int heard = Mp3Decoding.decode(mp3.readAllBytes()).length;
      assertThat(pcm.readAllBytes()).hasSize((int) ((long) heard * rate / 24_000) * 2);
    }
  }

  private static SynthesizeSpeechRequest.Builder spoken(
      SynthesizeSpeechRequest.Builder ask, OutputFormat format) {
    return ask.text(KOREAN).voiceId("Seoyeon").outputFormat(format);
  }

  @Test
  void pollysMarksCountBytesOfUtf8() throws IOException {
    try (PollyClient polly = polly();
        InputStream lines =
            polly.synthesizeSpeech(
                request ->
                    request
                        .text(KOREAN)
                        .voiceId("Seoyeon")
                        .outputFormat(OutputFormat.JSON)
                        .speechMarkTypes(SpeechMarkType.SENTENCE, SpeechMarkType.WORD))) {
      byte[] text = KOREAN.getBytes(StandardCharsets.UTF_8);
      int sentences = 0;
      int words = 0;
      long before = 0;
      for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode mark = json.readTree(line);
        String value =
            new String(
                Arrays.copyOfRange(text, mark.get("start").asInt(), mark.get("end").asInt()),
                StandardCharsets.UTF_8);
        assertThat(value).isEqualTo(mark.get("value").asString());
        assertThat(mark.get("time").asLong()).isGreaterThanOrEqualTo(before - 100);
        before = mark.get("time").asLong();
        sentences += mark.get("type").asString().equals("sentence") ? 1 : 0;
        words += mark.get("type").asString().equals("word") ? 1 : 0;
      }
      assertThat(sentences).isEqualTo(2);
      assertThat(words).isGreaterThanOrEqualTo(7);
    }
  }

  /** As Home Assistant's MaryTTS integration asks. */
  @Test
  void homeAssistantGetsAWave() throws Exception {
    String form =
        "INPUT_TEXT="
            + URLEncoder.encode("The doors are closed.", StandardCharsets.UTF_8)
            + "&INPUT_TYPE=TEXT&OUTPUT_TYPE=AUDIO&LOCALE=en_US&AUDIO=WAVE_FILE&VOICE=cmu-slt-hsmm";
    byte[] byGet = get("/process?" + form).body();
    HttpResponse<byte[]> byPost =
        client.send(
            request("/process")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(new String(byGet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(byPost.body()).isEqualTo(byGet);
    assertThat(byPost.headers().firstValue("X-Nangdok-Voice")).hasValue("en-slt");
  }

  /** Ends in seconds that grow over sentences to the end of the sound; every word's sounds. */
  @ParameterizedTest
  @CsvSource({
    "The doors are closed. All trains wait., en_US, en-slt, 18",
    "강변 공원에 나무를 심었습니다. 내일은 맑겠습니다., ko, ko-minjun, 40"
  })
  void maryTtsClientsGetTheTimesOfEverySound(String text, String locale, String voice, int least)
      throws Exception {
    String query =
        "/process?INPUT_TYPE=TEXT&LOCALE="
            + locale
            + "&VOICE="
            + voice
            + "&INPUT_TEXT="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + "&OUTPUT_TYPE=";
    byte[] wave = get(query + "AUDIO").body();

    List<String> lines =
        new String(get(query + "REALISED_DURATIONS").body(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    String allophones = new String(get(query + "ALLOPHONES").body(), StandardCharsets.UTF_8);
    String timed = new String(get(query + "ACOUSTPARAMS").body(), StandardCharsets.UTF_8);

    assertThat(lines.getFirst()).isEqualTo("#");
    double before = 0;
    int sounds = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(" ");
      assertThat(cells).hasSize(3);
      assertThat(Double.parseDouble(cells[0])).isGreaterThanOrEqualTo(before);
      before = Double.parseDouble(cells[0]);
      sounds += cells[2].equals("_") ? 0 : 1;
    }
    double seconds = (wave.length - 44) / 48_000.0;
    assertThat(before).isBetween(seconds - .3, seconds);
    assertThat(sounds).isGreaterThanOrEqualTo(least);
    assertThat(allophones).contains("<maryxml", "<s><t ph=", "<syllable><ph p=");
    assertThat(timed.split("<s>")).hasSize(3);
    assertThat(timed.split(" d=\"")).hasSize(sounds + 1);
  }

  @Test
  void maryTtsClientsAreToldWhatTheyMayAskFor() throws Exception {
    HttpResponse<byte[]> answer = get("/process?INPUT_TEXT=a&OUTPUT_TYPE=TARGETFEATURES");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("REALISED_DURATIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "/voices, en-slt en female hmm",
    "/locales, ko",
    "/version, Mary TTS server",
    "/audioformats, WAVE_FILE",
    "/datatypes, AUDIO OUTPUT",
    "/exampletext?locale=en_US, The library",
    "/exampletext?datatype=SSML&locale=ko, xml:lang=\"ko\">도서관"
  })
  void maryTtsClientsReadLists(String path, String part) throws Exception {
    assertThat(new String(get(path).body(), StandardCharsets.UTF_8)).contains(part);
  }

  @Test
  void maryTtsClientsAreToldOfNoEffects() throws Exception {
    HttpResponse<byte[]> answer = get("/audioeffects");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  /** What an example says is taken as it stands. */
  @ParameterizedTest
  @CsvSource({"TEXT, en", "SSML, ko"})
  void anExampleOfMaryTtsCanBeSpoken(String type, String locale) throws Exception {
    String text =
        new String(
            get("/exampletext?datatype=" + type + "&locale=" + locale).body(),
            StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer =
        get(
            "/process?INPUT_TYPE="
                + type
                + "&LOCALE="
                + locale
                + "&INPUT_TEXT="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"datatype=WORDS", "locale=tlh"})
  void noExampleIsMadeUp(String query) throws Exception {
    assertThat(get("/exampletext?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void pipersClientsGetAWave() throws Exception {
    HttpResponse<byte[]> plain = post("/synthesize", "{\"text\": \"One house, two doors.\"}");
    HttpResponse<byte[]> slow =
        post("/synthesize", "{\"text\": \"One house, two doors.\", \"length_scale\": 1.5}");

    assertThat(plain.headers().firstValue("Content-Type")).hasValue("audio/wav");
    assertThat(slow.body().length / (double) plain.body().length).isBetween(1.2, 1.6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/synthesize | {\"text\": \" \"} | request.missing-parameter",
        "/synthesize | {\"text\": \"a\", \"length_scale\": 99} | request.bad-speed"
      })
  void badRequestsAreExplained(String path, String body, String code) throws Exception {
    HttpResponse<byte[]> answer = post(path, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
  }

  private byte[] openAi(String text, String voice, String format) throws IOException {
    OpenAIClient openAi = openAi();
    try (var response =
        openAi
            .audio()
            .speech()
            .create(
                SpeechCreateParams.builder()
                    .model("tts-1")
                    .input(text)
                    .voice(voice)
                    .responseFormat(SpeechCreateParams.ResponseFormat.of(format))
                    .build())) {
      return response.body().readAllBytes();
    } finally {
      openAi.close();
    }
  }

  private OpenAIClient openAi() {
    return OpenAIOkHttpClient.builder()
        .baseUrl("http://localhost:" + port + "/v1")
        .apiKey(KEY)
        .maxRetries(0)
        .build();
  }

  private PollyClient polly() {
    return PollyClient.builder()
        .endpointOverride(URI.create("http://localhost:" + port))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
