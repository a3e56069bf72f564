package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Word;
import org.nangdok.script.convention.WordKind;

/** Every word of the convention data does what its kind promises, in its own example. */
class ConventionWordsTest {

  private static final List<String> LANGUAGES =
      List.of("any", "ko", "en", "ja", "zh", "de", "es", "fr", "it", "pt", "nl");

  static Stream<String> languages() {
    return LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyWordDoesWhatItsKindPromises(String language) {
    List<String> wrong = new ArrayList<>();
    for (Word word : Lexicon.of(language).words()) {
      String fault = fault(word, language.equals("any") ? "en" : language);
      boolean own =
          word.origin().startsWith(language + ".") || word.origin().startsWith(language + "-");
      if (own && fault != null) {
        wrong.add(word.origin() + " " + word.kind() + " \"" + word.text() + "\": " + fault);
      }
    }
    if (!wrong.isEmpty()) {
      fail(String.join("\n", wrong));
    }
  }

  private static @Nullable String fault(Word word, String language) {
    String example = word.example();
    return switch (word.kind()) {
      case ANCHOR, ANCHOR_FEMALE, ANCHOR_MALE -> first(example, language, Speaker.ANCHOR);
      case REPORTER, LIVE_REPORTER, REPORT, STAND_UP -> reports(example, language);
      case INTERVIEW -> spoken(example, language, Speaker.INTERVIEW);
      case NARRATOR, NARRATOR_FEMALE, NARRATOR_MALE -> first(example, language, Speaker.NARRATOR);
      case QUESTION -> spoken(example, language, Speaker.QUESTION);
      case ANSWER -> spoken(example, language, Speaker.ANSWER);
      case CUE, CAPTION, CREDIT, HEADER_OTHER, CONTACT, NOTICE, HEADING, TAPE, TAPE_END ->
          silent(example, language);
      case SCREEN -> silent(example, language);
      case HEADER_HOST, HEADER_REPORTER, HEADER_GUEST -> silent(example, language);
      case FIELD -> verbatim(example, language);
      case TAG -> untagged(word, language);
      case STYLE_DISGUISED -> styled(example, language, Style.DISGUISED);
      case STYLE_PHONE -> styled(example, language, Style.PHONE);
      case STYLE_INTERPRETED -> styled(example, language, Style.INTERPRETED);
      case STYLE_ARCHIVE -> styled(example, language, Style.ARCHIVE);
      case STYLE_PACKAGE -> styled(example, language, Style.PACKAGE);
      case STYLE_LIVE -> styled(example, language, Style.LIVE);
      case TITLE -> named(example, language);
      case ROLE -> unnamed(word, language);
      case ROLE_ANCHOR, ROLE_CHAIR, ARTICLE -> spoken(example, language, Speaker.ANCHOR);
      case ROLE_REPORTER -> spoken(example, language, Speaker.REPORTER);
      case ROLE_REPORT -> spoken(example, language, Speaker.REPORT);
      case HONORIFIC, HONORIFIC_MALE, HONORIFIC_FEMALE -> named(example, language);
      case KIN_FEMALE, ADDRESS_FEMALE -> gender(example, language, Gender.FEMALE);
      case KIN_MALE, ADDRESS_MALE -> gender(example, language, Gender.MALE);
      case ANONYMOUS -> spoken(example, language, Speaker.INTERVIEW);
      case NOT_A_NAME, COMPOUND -> unsigned(example, language);
      case ADDRESSEE, SELF_NAMING, ASKING -> opens(word, language);
      case MODERATES -> spoken(example, language, Speaker.ANCHOR);
      case SURNAME -> named(example, language);
      case OUTLET, ASKER -> spoken(example, language, Speaker.QUESTION);
      case ACTION -> uttered(word, language);
      case HAND_OVER -> handedOver(example, language);
      case SIGN_OFF -> signedOff(example, language);
      case ANSWER_OPENING, ON_THE_SPOT -> spoken(example, language, Speaker.REPORTER);
      case SELF -> answered(example, language);
      case POLITE -> polite(example, language);
      case END -> reports(example, "ko");
      case OPENING -> first(example, language, Speaker.ANSWER);
      case INTERVIEWED_BY -> spoken(example, language, Speaker.QUESTION);
      case YOU, YOU_ENDING -> asked(example, language);
      case SENDER, SELF_NAMED, HALF_DAY -> first(example, language, Speaker.ANCHOR);
      case FREQUENT -> narrated(example, language);
      case TALK -> spoken(example, language, Speaker.QUESTION);
      case ALIAS -> unspoken(word, language);
      case JOINS -> joined(example, language);
      case WRAPPER, GLYPH -> first(example, "ko", Speaker.ANCHOR);
    };
  }

  /** Whether it makes an interview of answers below questions in bold type. */
  private static @Nullable String answered(String example, String language) {
    Script script = Lines.interview(example, language);
    return script.turns().stream().anyMatch(turn -> turn.speaker() == Speaker.ANSWER)
        ? null
        : "nobody answers";
  }

  /** Whether it ends an answer that somebody gives, so that questions and answers are believed. */
  private static @Nullable String polite(String example, String language) {
    String text = "Q: 何がありますか。\nA: " + example + "\nQ: 誰が来ますか。\nA: " + example;
    return Lines.script(text, language).turns().size() == 4 ? null : "isn't spoken";
  }

  /** Whether a question with it is put to somebody who speaks of themselves below it. */
  private static @Nullable String asked(String example, String language) {
    List<String> self = Lexicon.of(language).texts(WordKind.SELF);
    String one = example + "\n" + self.getFirst() + " 190";
    String text = one + "1.\n" + one + "2.\n" + one + "3.";
    Script script = Lines.script(text, language);
    return script.turns().stream().anyMatch(turn -> turn.speaker() == Speaker.QUESTION)
        ? null
        : "nobody asks";
  }

  /** Whether one narrator reads the questions below it. */
  private static @Nullable String narrated(String example, String language) {
    Script script = Lines.script(example, language);
    return script.turns().stream().allMatch(turn -> turn.speaker() == Speaker.NARRATOR)
        ? null
        : "has speakers";
  }

  /** Whether it stands where somebody is introduced, which nobody says. */
  private static @Nullable String unspoken(Word word, String language) {
    Script script = Lines.spoken(word.example(), language);
    return script.turns().stream().noneMatch(turn -> turn.text().contains(word.text()))
        ? null
        : "is read";
  }

  /** Whether its line isn't taken for a fragment that the page prints. */
  private static @Nullable String joined(String example, String language) {
    Script script = Lines.spoken(example, language);
    return script.dropped().stream().noneMatch(dropped -> dropped.line() == 0)
        ? null
        : "isn't read";
  }

  private static String neutral(String language) {
    return switch (language) {
      case "ko" -> "강물이 맑아졌습니다.";
      case "ja" -> "川がきれいです。";
      case "zh" -> "河水很清。";
      default -> "The river is clean again.";
    };
  }

  private static String more(String text, String language) {
    return text + "\n" + neutral(language);
  }

  private static @Nullable String first(String example, String language, Speaker speaker) {
    Script script = Lines.spoken(more(example, language), language);
    Speaker found = script.turns().get(0).speaker();
    return found == speaker ? null : "is " + found;
  }

  private static @Nullable String spoken(String example, String language, Speaker speaker) {
    Script script = Lines.spoken(more(example, language), language);
    return script.turns().stream().anyMatch(turn -> turn.speaker() == speaker)
        ? null
        : "nobody is " + speaker;
  }

  private static @Nullable String reports(String example, String language) {
    Script script = Lines.spoken(more(example, language), language);
    return script.turns().stream()
            .anyMatch(t -> t.speaker() == Speaker.REPORT || t.speaker() == Speaker.REPORTER)
        ? null
        : "nobody reports";
  }

  private static @Nullable String silent(String example, String language) {
    String text = neutral(language) + "\n" + example + "\n" + neutral(language);
    Script script = Lines.spoken(text, language);
    return script.dropped().stream().anyMatch(dropped -> dropped.line() == 1) ? null : "is read";
  }

  private static @Nullable String verbatim(String example, String language) {
    Script script = Lines.spoken(neutral(language) + "\n" + example, language);
    return script.turns().size() == 1 && script.turns().get(0).text().endsWith(example)
        ? null
        : "isn't read by the narrator as it stands";
  }

  private static @Nullable String untagged(Word word, String language) {
    String label = language.equals("ko") ? "\n[앵커]\n" : "\nHOST: ";
    Script script = Lines.spoken(word.example() + label + neutral(language), language);
    Turn headline = script.turns().get(0);
    boolean right = "headline".equals(headline.title()) && !headline.text().contains("[");
    return right ? null : "stays in " + headline;
  }

  private static @Nullable String styled(String example, String language, Style style) {
    Script script = Lines.spoken(example, language);
    return script.turns().stream().anyMatch(turn -> turn.style() == style) ? null : "no style";
  }

  private static @Nullable String named(String example, String language) {
    Script script = Lines.spoken(example, language);
    Turn turn = script.turns().get(0);
    String name = turn.name();
    return name != null
            && (name.contains("다솜")
                || name.contains("川上")
                || name.toLowerCase(Locale.ROOT).contains("quill")
                || name.contains("Ried"))
        ? null
        : "is named " + name;
  }

  private static @Nullable String unnamed(Word word, String language) {
    Script script = Lines.spoken(word.example(), language);
    Turn turn = script.turns().get(script.turns().size() - 1);
    String title = turn.title();
    return title != null && title.contains(word.text()) ? null : "is " + turn.name() + ", " + title;
  }

  private static @Nullable String gender(String example, String language, Gender gender) {
    Script script = Lines.spoken(example, language);
    return script.turns().stream().anyMatch(turn -> turn.gender() == gender) ? null : "no sex";
  }

  private static @Nullable String unsigned(String example, String language) {
    Script script = Lines.spoken("[앵커]\n" + example + "\n[기자]\n강물이 맑습니다.", language);
    String name = script.turns().get(1).name();
    return name == null ? null : "is the reporter " + name;
  }

  /** Whether somebody is heard as the word tells: by the name before it, as host, as an asker. */
  private static @Nullable String opens(Word word, String language) {
    Script script = Lines.spoken(word.example(), language);
    return switch (word.kind()) {
      case ADDRESSEE ->
          "IDA QUILL".equals(script.turns().getFirst().name()) ? null : "is addressed";
      case ASKING -> spoken(word.example(), language, Speaker.QUESTION);
      default -> {
        String talk = word.example() + "\nQUILL: Are you in?\nTOM HALE: I am.\nQUILL: Good?";
        Turn first = Lines.spoken(talk, language).turns().getFirst();
        yield first.speaker() == Speaker.ANCHOR ? null : "opens as " + first.speaker();
      }
    };
  }

  private static @Nullable String uttered(Word word, String language) {
    Script script = Lines.spoken(word.example(), language);
    return script.turns().stream().noneMatch(turn -> turn.text().contains(word.text()))
        ? null
        : "is read";
  }

  private static @Nullable String handedOver(String example, String language) {
    String text = language.equals("ko") ? "[앵커]\n" + example + "\n[기자]\n강물이 맑습니다." : example;
    Script script = Lines.spoken(text, language);
    return script.turns().get(1).name() == null ? "nobody is called" : null;
  }

  private static @Nullable String signedOff(String example, String language) {
    Script script = Lines.spoken("[리포트]\n강물이 맑습니다.\n" + example, language);
    return Objects.equals(script.turns().get(0).name(), "고다솜") ? null : "nobody signs off";
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "pt-BR", "und", "", "../ko"})
  void anUnknownLanguageHasTheWordsOfAllLanguages(String language) {
    assertThat(Lexicon.of(language).words()).isNotEmpty();
  }
}
