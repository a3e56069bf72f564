package marytts.language.ko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import marytts.LocalMaryInterface;
import marytts.MaryInterface;
import marytts.datatypes.MaryXML;
import marytts.util.dom.DomUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.speech.Sound;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Korean through plain MaryTTS calls, as any client of it would make them. */
class KoreanMaryTest {

  private static final String TWO_SENTENCES = "오늘은 바람이 붑니다. 우산 3개를 챙기셨나요?";

  @Test
  void speaksPlainTextInTheLocaleKo() throws Exception {
    short[] samples = samples(mary().generateAudio(TWO_SENTENCES));

    assertThat(samples.length / 24_000.0).isBetween(2.5, 7.0);
    assertThat(Sound.activeLevel(samples, 24_000)).isBetween(-32.0, -12.0);
  }

  @Test
  void hasEightVoicesOfBothGenders() throws Exception {
    assertThat(mary().getAvailableVoices(Locale.KOREAN)).hasSize(8).contains("haneul", "taesan");
  }

  @Test
  void everyVoiceSpeaks() throws Exception {
    for (String voice : mary().getAvailableVoices(Locale.KOREAN)) {
      MaryInterface mary = mary();
      mary.setVoice(voice);
      assertThat(samples(mary.generateAudio("안녕하십니까."))).as(voice).hasSizeGreaterThan(16_000);
    }
  }

  @Test
  void realisedDurationsAddUpToTheSound() throws Exception {
    MaryInterface analysis = mary();
    analysis.setOutputType("ACOUSTPARAMS");
    Document document = analysis.generateXML(TWO_SENTENCES);
    MaryInterface synthesis = mary();
    synthesis.setInputType("ACOUSTPARAMS");

    int length = samples(synthesis.generateAudio(document)).length;

    assertThat(sum(document, MaryXML.PHONE, "d") + sum(document, MaryXML.BOUNDARY, "duration"))
        .isCloseTo(length / 24.0, within(20.0));
  }

  @Test
  void writesPronunciationTonesAndTargets() throws Exception {
    MaryInterface mary = mary();
    mary.setOutputType("ACOUSTPARAMS");

    Document document = mary.generateXML("국물이 맵다.");

    Element token = elements(document, MaryXML.TOKEN, 0);
    assertThat(token.getAttribute("ph")).isEqualTo("g u NG - m u - r i");
    assertThat(token.getAttribute("pos")).isEqualTo("NNG+NNG+JKS");
    assertThat(elements(document, MaryXML.SYLLABLE, 1).getAttribute("tone")).isEqualTo("H");
    assertThat(elements(document, MaryXML.PHONE, 1).getAttribute("f0")).matches("\\(50,\\d+\\)");
    assertThat(sum(document, MaryXML.PHONE, "d")).isBetween(500.0, 1800.0);
  }

  @Test
  void givesRealisedDurationsAsText() throws Exception {
    MaryInterface mary = mary();
    mary.setOutputType("REALISED_DURATIONS");

    String lines = mary.generateText("물이 맑다.");

    assertThat(lines).contains(" m", " u", " r", " dd", " _");
  }

  /** MaryTTS makes paragraphs one after the other, so each counts from its own start. */
  @Test
  void realisedDurationsRunOnOverTheSentencesOfEachParagraph() throws Exception {
    String text = "오늘은 바람이 붑니다. 우산 3개를 챙기셨나요?\n\n내일은 맑습니다. 모두 나오세요!";
    MaryInterface mary = mary();
    mary.setOutputType("REALISED_DURATIONS");

    String[] paragraphs = mary.generateText(text).strip().split("#\n");

    double seconds = 0;
    assertThat(paragraphs).hasSize(3).startsWith("");
    for (String paragraph : List.of(paragraphs[1], paragraphs[2])) {
      List<Double> ends =
          paragraph.strip().lines().map(line -> Double.valueOf(line.split(" ")[0])).toList();
      assertThat(ends).hasSizeGreaterThan(20).isSorted().doesNotHaveDuplicates();
      for (int i = 1; i < ends.size(); i++) {
        assertThat(ends.get(i) - ends.get(i - 1)).isLessThan(.9); // no sound or pause is longer
      }
      seconds += ends.getLast();
    }
    assertThat(samples(mary().generateAudio(text)).length / 24_000.0)
        .isCloseTo(seconds, within(.05));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOKENS | sounds_like=\"오느른\"",
        "WORDS | sounds_like=\"오느른\"",
        "PARTSOFSPEECH | pos=\"NNG+JX\"",
        "PHONEMES | ph=\"o - n eu - r eu N\"",
        "INTONATION | tone=\"H-H%\"",
        "ALLOPHONES | <ph d=",
        "ACOUSTPARAMS | <phrase>",
        "REALISED_ACOUSTPARAMS | end=\"0.",
        "TARGETFEATURES | ByteValuedFeatureProcessors",
        "HALFPHONE_TARGETFEATURES | halfphone_unitname",
        "PRAAT_TEXTGRID | text = \"yo\"",
      })
  void everyStageOfTheChainCanBeAskedFor(String type, String part) throws Exception {
    MaryInterface mary = mary();
    mary.setOutputType(type);

    String output =
        mary.isXMLType(type)
            ? DomUtils.document2String(mary.generateXML(TWO_SENTENCES))
            : mary.generateText(TWO_SENTENCES);

    assertThat(output).contains(part);
  }

  @Test
  void targetFeaturesCountSoundsAndPhrases() throws Exception {
    MaryInterface mary = mary();
    mary.setOutputType("TARGETFEATURES");
    mary.setOutputTypeParams("phone edge sentence_numphrases tobi_endtone");

    List<String> units =
        mary.generateText(TWO_SENTENCES)
            .lines()
            .filter(line -> line.matches("[A-Za-z_]+ .+ [0-9]+ .*"))
            .toList();

    assertThat(units).filteredOn(line -> line.startsWith("o ")).isNotEmpty();
    assertThat(String.join("\n", units)).contains("H-H%", "L-L%");
  }

  @Test
  void readsSsmlWithPausesAndRates() throws Exception {
    String ssml =
        "<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"ko\">"
            + "봄이 옵니다.<break time=\"1500ms\"/>%s</speak>";
    MaryInterface mary = mary();
    mary.setInputType("SSML");
    double plain = samples(mary.generateAudio(parsed(ssml.formatted("꽃이 핍니다.")))).length / 24_000.0;
    String slower = "<prosody rate=\"0.5\">꽃이 핍니다.</prosody>";
    double slow = samples(mary.generateAudio(parsed(ssml.formatted(slower)))).length / 24_000.0;

    assertThat(plain).isBetween(3.0, 5.5);
    assertThat(slow).isGreaterThan(plain + .6);
  }

  private static Document parsed(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static MaryInterface mary() throws Exception {
    var mary = new LocalMaryInterface();
    mary.setLocale(Locale.KOREAN);
    return mary;
  }

  private static Element elements(Document document, String name, int index) {
    return (Element) document.getElementsByTagNameNS(MaryXML.getNamespace(), name).item(index);
  }

  private static double sum(Document document, String name, String attribute) {
    var found = document.getElementsByTagNameNS(MaryXML.getNamespace(), name);
    double sum = 0;
    for (int i = 0; i < found.getLength(); i++) {
      String value = ((Element) found.item(i)).getAttribute(attribute);
      sum += value.isEmpty() ? 0 : Double.parseDouble(value);
    }
    return sum;
  }

  private static short[] samples(AudioInputStream audio) throws Exception {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[65_536];
    for (int read = audio.read(buffer, 0, buffer.length);
        read > 0;
        read = audio.read(buffer, 0, buffer.length)) {
      bytes.write(buffer, 0, read);
    }
    var samples = new short[bytes.size() / 2];
    ByteBuffer.wrap(bytes.toByteArray())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return samples;
  }
}
