package org.nangdok.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.lang3.EnumUtils;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.lexicon.UserLexicon;
import org.nangdok.reading.PronunciationSamples;
import org.nangdok.reading.ReadingException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Why a text sounds as it does, and how it would sound with other words. */
@RestController
class PronunciationController {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_SAMPLE = 400;
  private static final int MOST_CORRECTIONS = 100;

  private final Languages languages;
  private final PronunciationSamples samples;

  PronunciationController(Languages languages, PronunciationSamples samples) {
    this.languages = languages;
    this.samples = samples;
  }

  /**
   * A text and who asks how to read it.
   *
   * @param site whose lexicon counts
   * @param corrections words to be read in another way, this once
   * @param instructions parts of the text to be read in another way, as in SSML
   * @param voice who speaks a sample
   */
  record PronunciationBody(
      @Nullable String text,
      @Nullable String language,
      @Nullable String site,
      @Nullable List<LexiconController.@Nullable WordBody> corrections,
      @Nullable List<@Nullable InstructionBody> instructions,
      @Nullable String voice) {}

  /**
   * A part of the text ({@link Instruction}); kinds are {@code sub}, {@code phoneme}, {@code
   * say-as}.
   */
  record InstructionBody(int start, int end, @Nullable String kind, @Nullable String value) {

    Instruction instruction(int length) {
      String name = StringUtils.defaultString(kind).toUpperCase(Locale.ROOT).replace('-', '_');
      Instruction.Kind known = EnumUtils.getEnum(Instruction.Kind.class, name);
      if (known == null || value == null || start < 0 || end > length || start >= end) {
        throw new ReadingException(
            "request.bad-instruction",
            "An instruction has `start`, `end`, `kind` (sub, phoneme, say-as) and `value`.");
      }
      return new Instruction(start, end, known, value);
    }
  }

  /** A sample's address; the clip stays there. */
  record SampleView(String clip) {}

  @PostMapping("/api/pronunciations")
  Explanation explain(@RequestBody PronunciationBody body) {
    String text = text(body, LONGEST);
    return language(body, text).explain(text, instructions(body, text));
  }

  /** Makes the text heard as one sentence. */
  @PostMapping("/api/pronunciations/sample")
  SampleView sample(@RequestBody PronunciationBody body) throws InterruptedException {
    String text = text(body, LONGEST_SAMPLE);
    var key = samples.speak(text, language(body, text), instructions(body, text), body.voice());
    return new SampleView("/clips/" + key.hex() + ".mp3");
  }

  private static String text(PronunciationBody body, int longest) {
    String text = body.text();
    if (text == null || text.isBlank()) {
      throw new ReadingException("request.missing-parameter", "Give a word or sentence in `text`.");
    }
    if (text.length() > longest) {
      throw new ReadingException(
          "request.too-long",
          String.format(Locale.ROOT, "Only %,d characters at a time are possible here.", longest));
    }
    return text;
  }

  private Language language(PronunciationBody body, String text) {
    var corrections =
        body.corrections() == null ? List.<LexiconController.WordBody>of() : body.corrections();
    if (corrections.size() > MOST_CORRECTIONS) {
      throw new ReadingException(
          "request.too-long", "At most " + MOST_CORRECTIONS + " corrections at a time.");
    }
    var words =
        new UserLexicon(
            "corrections",
            corrections.stream()
                .filter(Objects::nonNull)
                .map(LexiconController.WordBody::entry)
                .toList());
    Languages own = languages.of(body.site()).with(words);
    if (body.language() == null) {
      return own.detect(text);
    }
    return own.byTag(body.language())
        .orElseThrow(
            () ->
                new ReadingException(
                    "language.unknown",
                    "No such language is known. Give `language` as a tag such as ko, en or de, or"
                        + " leave it out."));
  }

  private static List<Instruction> instructions(PronunciationBody body, String text) {
    return body.instructions() == null
        ? List.of()
        : body.instructions().stream()
            .filter(Objects::nonNull)
            .map(one -> one.instruction(text.length()))
            .toList();
  }
}
