package org.nangdok.ssml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.language.Instruction;
import org.nangdok.ssml.Part.Place;

class SsmlDocumentTest {

  @Test
  void paragraphsAndSentencesKeepTheirWordsAndPlaces() {
    SsmlDocument document = read("<p><s>Rain  came.</s> <s>Then\n snow.</s></p><p>It melted.</p>");
    assertThat(spoken(document))
        .extracting(Part.Spoken::text)
        .containsExactly("Rain came.", "Then snow.", "It melted.");
    assertThat(spoken(document))
        .extracting(Part.Spoken::place)
        .containsExactly(Place.PARAGRAPH, Place.SENTENCE, Place.PARAGRAPH);
    assertThat(document.text()).isEqualTo("Rain came. Then snow.\nIt melted.");
    assertThat(document.language()).isEqualTo("en-GB");
  }

  @Test
  void wordsAreNeitherLostNorPartedWhereTheMannerChanges() {
    SsmlDocument document =
        read("un<emphasis>believ</emphasis>able <prosody rate=\"slow\">but true</prosody>, really");
    assertThat(document.text()).isEqualTo("unbelievable but true, really");
    assertThat(spoken(document))
        .extracting(part -> part.manner().prosody().rate())
        .containsExactly(1.0, .94, 1.0, .8, 1.0);
  }

  @Test
  void prosodyInsideProsodyAddsUp() {
    SsmlDocument document =
        read(
            "<prosody rate=\"80%\" pitch=\"+2st\" volume=\"-6dB\">a<prosody rate=\"+50%\""
                + " pitch=\"low\" volume=\"x-loud\">b</prosody></prosody>");
    Prosody inner = spoken(document).getLast().manner().prosody();
    assertThat(inner.rate()).isEqualTo(1.2, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(inner.pitch()).isEqualTo(-.5);
    assertThat(inner.volume()).isZero();
  }

  @Test
  void pausesStandBetweenWords() {
    SsmlDocument document =
        read("One<break time=\"1.5s\"/>two<break strength=\"none\"/>three<break/>");
    assertThat(document.parts())
        .filteredOn(Part.Pause.class::isInstance)
        .containsExactly(
            new Part.Pause(Duration.ofMillis(1500)),
            new Part.Pause(Duration.ZERO),
            new Part.Pause(Duration.ofMillis(340)));
  }

  @Test
  void instructionsPointAtTheirWords() {
    SsmlDocument document =
        read(
            "The <sub alias=\"World Wide Web Consortium\">W3C</sub> called <say-as"
                + " interpret-as=\"telephone\">119</say-as>, said <phoneme ph=\"bɑb\">Bob</phoneme>");
    Part.Spoken only = spoken(document).getFirst();
    assertThat(only.instructions())
        .extracting(i -> only.text().substring(i.start(), i.end()) + "=" + i.value())
        .containsExactly("W3C=World Wide Web Consortium", "119=telephone", "Bob=bɑb");
    assertThat(only.instructions().getLast().kind()).isEqualTo(Instruction.Kind.PHONEME);
  }

  @Test
  void marksNamePlacesWithoutCuttingTheSentence() {
    SsmlDocument document = read("<mark name=\"a\"/>Here <mark name=\"b\"/>there");
    assertThat(spoken(document)).hasSize(1);
    assertThat(spoken(document).getFirst().bookmarks())
        .containsExactly(new Part.Bookmark("a", 0), new Part.Bookmark("b", 5));
  }

  @Test
  void voicesAndLanguagesHoldForWhatIsInside() {
    SsmlDocument document =
        read(
            "<voice name=\"ko-sora ko-bora\" gender=\"female\" languages=\"ko\">안녕</voice><lang"
                + " xml:lang=\"ko\">하나</lang> end");
    assertThat(spoken(document))
        .extracting(part -> part.manner().language())
        .containsExactly("ko", "ko", "en-GB");
    assertThat(spoken(document).getFirst().manner().voice())
        .isEqualTo(new VoiceWish(List.of("ko-sora", "ko-bora"), "female", "ko"));
  }

  @Test
  void whatIsNotFollowedIsListedOnce() {
    SsmlDocument document =
        read(
            "<metadata><x>secret</x></metadata><prosody contour=\"(0%,+20Hz)\""
                + " pitch=\"+20Hz\">a</prosody><prosody contour=\"(0%,+9Hz)\">b</prosody>");
    assertThat(document.unfollowed())
        .extracting(Unfollowed::element)
        .containsExactly("prosody contour", "prosody pitch");
    assertThat(document.text()).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE speak SYSTEM \"file:///etc/passwd\"><speak>a</speak> | Document types are not allowed in SSML.",
        "<!DOCTYPE speak [<!ENTITY x \"y\">]><speak>&x;</speak> | Document types are not allowed in SSML.",
        "<speak><audio src=\"file:///etc/passwd\"/></speak> | The element audio is not allowed.",
        "<speak><lexicon uri=\"http://127.0.0.1/\"/></speak> | The element lexicon is not allowed.",
        "<speak xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"x\"/></speak> | The element include is not allowed.",
        "<speak><break time=\"9999s\"/></speak> | A pause may last at most 10 seconds.",
        "<speak><prosody rate=\"1000%\">a</prosody></speak> | A rate must be a word such as slow, or between 20% and 400%; it is \"1000%\".",
        "<speak><sub alias=\"x\"><s>a</s></sub></speak> | The element sub may hold words only, not \"s\".",
        "<speak><mark/></speak> | The element mark needs name.",
        "<p>a</p> | The root of SSML must be speak; it is \"p\".",
        "<speak>a | The SSML is not well-formed XML at line 1.",
        "<speak>&nbsp;</speak> | The SSML is not well-formed XML at line 1.",
        "<speak xml:lang=\"../x\">a</speak> | A language must be a BCP 47 tag such as ko or en-US; it is \"../x\"."
      })
  void whatIsWrongIsSaidInASentence(String source, String sentence) {
    assertThatThrownBy(() -> SsmlDocument.read(source))
        .isInstanceOfSatisfying(
            SsmlException.class, e -> assertThat(e.code()).isEqualTo("script.bad-ssml"))
        .hasMessage(sentence);
  }

  @Test
  void deepNestingIsRefused() {
    String source = "<speak>" + "<p>".repeat(5_000) + "</p>".repeat(5_000) + "</speak>";
    assertThatThrownBy(() -> SsmlDocument.read(source))
        .hasMessage("SSML is nested deeper than 10.");
    String ten = "<emphasis>".repeat(9) + "a" + "</emphasis>".repeat(9);
    assertThat(read(ten).text()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "-90%", "fast!", "NaN", "", "1e9"})
  void oddRatesAreRefused(String rate) {
    assertThatThrownBy(() -> read("<prosody rate=\"" + rate + "\">a</prosody>"))
        .isInstanceOf(SsmlException.class);
  }

  private static SsmlDocument read(String inside) {
    return SsmlDocument.read(
        "<?xml version=\"1.0\"?><speak version=\"1.1\""
            + " xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en-GB\">"
            + inside
            + "</speak>");
  }

  private static List<Part.Spoken> spoken(SsmlDocument document) {
    return document.parts().stream()
        .filter(Part.Spoken.class::isInstance)
        .map(Part.Spoken.class::cast)
        .toList();
  }
}
