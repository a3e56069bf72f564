package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.InvalidLexiconException;
import software.amazon.awssdk.services.polly.model.InvalidSampleRateException;
import software.amazon.awssdk.services.polly.model.InvalidSsmlException;
import software.amazon.awssdk.services.polly.model.LanguageNotSupportedException;
import software.amazon.awssdk.services.polly.model.LexiconNotFoundException;
import software.amazon.awssdk.services.polly.model.MarksNotSupportedForFormatException;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.PollyException;
import software.amazon.awssdk.services.polly.model.SpeechMarkType;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.TextLengthExceededException;
import software.amazon.awssdk.services.polly.model.TextType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Polly's interface as Amazon's client for Java sees it: kinds of errors, rates, marks, lexicons.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class PollyHttpTest {

  private static final String SHAPES = "sil p t S T f k i r s u @ a e E o O";
  private static final String ADMINISTRATOR =
      AdministratorKeys.bearer(TestData.of("http"), Scope.ADMINISTER).substring("Bearer ".length());

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000})
  void mp3HasTheRateThatIsAskedFor(int rate) throws Exception {
    byte[] mp3 =
        heard(ask -> ask.outputFormat(OutputFormat.MP3).sampleRate(Integer.toString(rate)));

    double seconds = 0;
    var bits = new Bitstream(new ByteArrayInputStream(mp3));
    for (Header frame = bits.readFrame(); frame != null; frame = bits.readFrame()) {
      assertThat(frame.frequency()).isEqualTo(rate);
      seconds += (frame.version() == Header.MPEG1 ? 1_152.0 : 576.0) / rate;
      bits.closeFrame();
    }
    double usual = heard(ask -> ask.outputFormat(OutputFormat.MP3)).length / 8_000.0;
    assertThat(seconds).isBetween(usual - .05, usual + .3);
  }

  @Test
  void telephonesLawsHaveOneByteASample() throws Exception {
    byte[] pcm = heard(ask -> ask.outputFormat(OutputFormat.PCM).sampleRate("8000"));
    for (String law : List.of("mulaw", "alaw")) {
      assertThat(heard(ask -> ask.outputFormat(law))).hasSize(pcm.length / 2);
    }
  }

  /** ITU-T G.711: the largest value of either law is 8,031 or 4,032 of 8,192 or 4,096. */
  @Test
  void telephonesLawsKeepTheSound() throws Exception {
    byte[] pcm = heard(ask -> ask.outputFormat(OutputFormat.PCM).sampleRate("8000"));
    byte[] law = heard(ask -> ask.outputFormat("mulaw"));
    double error = 0;
    double all = 0;
    for (int i = 0; i < law.length; i++) {
      int sample = (short) (pcm[2 * i] & 0xFF | pcm[2 * i + 1] << 8);
      double difference = sample - linear(law[i]);
      error += difference * difference;
      all += (double) sample * sample;
    }
    assertThat(10 * Math.log10(all / error)).isGreaterThan(30);
  }

  private static int linear(byte coded) {
    int bits = ~coded & 0xFF;
    int value = (((bits & 0xF) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84;
    return (bits & 0x80) != 0 ? -value : value;
  }

  @ParameterizedTest
  @CsvSource({"mp3, 11025", "pcm, 48000", "ogg_opus, 16000", "mulaw, 16000"})
  void aRateThatIsNotMadeIsRefused(String format, String rate) {
    assertThatThrownBy(() -> heard(ask -> ask.outputFormat(format).sampleRate(rate)))
        .isInstanceOf(InvalidSampleRateException.class)
        .hasMessageContaining("may be");
  }

  @Test
  void errorsAreOfThePollysOwnKinds() {
    assertThatThrownBy(() -> heard(ask -> ask.outputFormat(OutputFormat.JSON)))
        .isInstanceOf(MarksNotSupportedForFormatException.class);
    assertThatThrownBy(() -> heard(ask -> ask.text("a".repeat(5_000)).outputFormat("mp3")))
        .isInstanceOf(TextLengthExceededException.class);
    assertThatThrownBy(
            () -> heard(ask -> ask.text("<speak").textType(TextType.SSML).outputFormat("mp3")))
        .isInstanceOf(InvalidSsmlException.class);
    assertThatThrownBy(
            () -> heard(ask -> ask.text("今日は公園に木を植えました。市民が百人集まりました。").outputFormat("mp3")))
        .isInstanceOf(LanguageNotSupportedException.class);
    assertThatThrownBy(() -> heard(ask -> ask.outputFormat("mp3").lexiconNames("nowhere")))
        .isInstanceOf(LexiconNotFoundException.class);
    assertThatThrownBy(() -> heard(ask -> ask.outputFormat("midi")))
        .isInstanceOfSatisfying(
            PollyException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(e.awsErrorDetails().errorMessage()).contains("OutputFormat");
              assertThat(e.requestId()).isNotBlank();
            });
  }

  @Test
  void whatIsNotOfferedIsNotThere() {
    try (PollyClient polly = polly("none")) {
      assertThatThrownBy(
              () ->
                  polly.startSpeechSynthesisTask(
                      ask ->
                          ask.text("a")
                              .voiceId("Joanna")
                              .outputFormat("mp3")
                              .outputS3BucketName("b")))
          .isInstanceOfSatisfying(
              PollyException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }
  }

  @ParameterizedTest
  @CsvSource({"'One house, two doors. Nobody came.', Joanna", "나무를 심었습니다. 내일은 맑겠습니다., ko-minjun"})
  void theMouthsShapesGoWithTheWords(String text, String voice) throws Exception {
    List<JsonNode> marks = marks(text, voice, SpeechMarkType.WORD, SpeechMarkType.VISEME);

    long before = 0;
    long words = 0;
    List<String> shapes = new ArrayList<>();
    for (JsonNode mark : marks) {
      assertThat(mark.get("time").asLong()).isGreaterThanOrEqualTo(before);
      before = mark.get("time").asLong();
      if (mark.get("type").asString().equals("viseme")) {
        shapes.add(mark.get("value").asString());
        assertThat(mark.has("start")).isFalse();
      } else {
        words++;
      }
    }
    assertThat(List.of(SHAPES.split(" "))).containsAll(shapes);
    assertThat((long) shapes.size()).isGreaterThan(words * 3);
    assertThat(shapes.getLast()).isEqualTo("sil");
  }

  /** Lips meet for m, b and p only. */
  @ParameterizedTest
  @CsvSource({"Bob, en-slt, 2", "Mama, en-slt, 2", "Seven, en-slt, 0", "엄마, ko-minjun, 1"})
  void lipsCloseWhereTheyDo(String word, String voice, int times) throws Exception {
    assertThat(marks(word, voice, SpeechMarkType.VISEME))
        .filteredOn(mark -> mark.get("value").asString().equals("p"))
        .hasSize(times);
  }

  @Test
  void aLexiconCountsForTheTextsThatNameIt() throws Exception {
    String text = "The KX team came.";
    try (PollyClient polly = polly(ADMINISTRATOR)) {
      polly.putLexicon(ask -> ask.name("Teams").content(lexicon("KX", "kangaroo express")));
      assertThat(polly.getLexicon(ask -> ask.name("Teams")).lexicon().content())
          .contains("kangaroo");
      assertThat(polly.listLexicons(ask -> {}).lexicons())
          .anySatisfy(one -> assertThat(one.attributes().lexemesCount()).isEqualTo(1));

      byte[] plain = heard(ask -> ask.text(text).outputFormat("pcm"));
      byte[] named = heard(ask -> ask.text(text).outputFormat("pcm").lexiconNames("Teams"));
      assertThat(named.length).isGreaterThan(plain.length + 8_000);

      polly.deleteLexicon(ask -> ask.name("Teams"));
      assertThatThrownBy(() -> polly.getLexicon(ask -> ask.name("Teams")))
          .isInstanceOf(LexiconNotFoundException.class);
      assertThatThrownBy(() -> polly.putLexicon(ask -> ask.name("Teams").content("<a/>")))
          .isInstanceOf(InvalidLexiconException.class);
    }
  }

  /** Lexicons change the service for everybody, so nobody without an administrator's key may. */
  @Test
  void aStrangerKeepsNoLexicon() {
    try (PollyClient polly = polly("AKIDEXAMPLE")) {
      assertThatThrownBy(
              () -> polly.putLexicon(ask -> ask.name("a").content(lexicon("KX", "kangaroo"))))
          .isInstanceOfSatisfying(
              PollyException.class,
              e ->
                  assertThat(e.awsErrorDetails().errorCode())
                      .isEqualTo("UnrecognizedClientException"));
    }
  }

  private static String lexicon(String word, String alias) {
    return "<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\""
        + " alphabet=\"ipa\" xml:lang=\"en-US\"><lexeme><grapheme>"
        + word
        + "</grapheme><alias>"
        + alias
        + "</alias></lexeme></lexicon>";
  }

  private List<JsonNode> marks(String text, String voice, SpeechMarkType... types)
      throws IOException {
    byte[] lines =
        heard(
            ask ->
                ask.text(text)
                    .voiceId(voice)
                    .outputFormat(OutputFormat.JSON)
                    .speechMarkTypes(types));
    return new String(lines, StandardCharsets.UTF_8).lines().map(json::readTree).toList();
  }

  private byte[] heard(Consumer<SynthesizeSpeechRequest.Builder> ask) throws IOException {
    try (PollyClient polly = polly("none");
        InputStream sound =
            polly.synthesizeSpeech(
                request -> {
                  request.text("One house, two doors.").voiceId("Joanna");
                  ask.accept(request);
                })) {
      return sound.readAllBytes();
    }
  }

  private PollyClient polly(String key) {
    return PollyClient.builder()
        .endpointOverride(URI.create("http://localhost:" + port))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "none")))
        .build();
  }
}
