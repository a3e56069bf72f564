package org.nangdok.ssml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for every document, however broken. */
class SsmlPropertiesTest {

  private static final String[] PIECES = {
    "<speak>",
    "</speak>",
    "<p>",
    "</p>",
    "<s>",
    "</s>",
    "<break/>",
    "<break time='9s'/>",
    "<prosody rate='slow' pitch='+2st'>",
    "<prosody volume='",
    "'>",
    "</prosody>",
    "<voice name='a b' gender='x'>",
    "</voice>",
    "<sub alias='나라'>",
    "</sub>",
    "<mark name='m'/>",
    "<emphasis level='strong'>",
    "</emphasis>",
    "<![CDATA[ < & ]]>",
    "<!-- -->",
    "&lt;",
    "&x;",
    "<!DOCTYPE speak>",
    "<?pi?>",
    "xml:lang='ko'",
    " ",
    "\n",
    "가나다. ",
    "One. ",
    "\u0000",
    "\uD800"
  };

  @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
  void everyTextIsADocumentOrARefusal(@ForAll("documents") String source) {
    SsmlDocument document;
    try {
      document = SsmlDocument.read(source);
    } catch (SsmlException refusal) {
      assertThat(refusal.code()).isEqualTo("script.bad-ssml");
      assertThat(refusal.sentence()).endsWith(".");
      return;
    }
    for (Part part : document.parts()) {
      if (part instanceof Part.Spoken spoken) {
        int length = spoken.text().length();
        assertThat(spoken.text()).isNotBlank();
        spoken.instructions().forEach(i -> assertThat(i.end()).isBetween(i.start() + 1, length));
        spoken.bookmarks().forEach(mark -> assertThat(mark.at()).isBetween(0, length));
      }
    }
  }

  /** Markup neither eats words nor makes any. */
  @Property(tries = 500)
  void theWordsAreThoseOfTheSource(@ForAll("sentences") List<String> words) {
    var source = new StringBuilder("<speak>");
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      source.append(
          switch (i % 4) {
            case 0 -> "<emphasis>" + word + "</emphasis>";
            case 1 -> "<mark name='m'/>" + word;
            case 2 -> "<sub alias='x'>" + word + "</sub>";
            default -> "<prosody rate='slow'>" + word + "</prosody>";
          });
      source.append(' ');
    }
    String text = SsmlDocument.read(source.append("</speak>").toString()).text();
    assertThat(text.split(" ")).containsExactlyElementsOf(words);
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMaxSize(14)
        .map(
            pieces ->
                "<speak>" + String.join("", pieces) + (pieces.size() % 3 == 0 ? "" : "</speak>"));
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.strings()
        .alpha()
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}
