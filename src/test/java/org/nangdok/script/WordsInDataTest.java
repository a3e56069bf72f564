package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The room's programs hold no word of a human language: words, endings and phrases stand in its
 * data files, where each has an example. What may stand in a literal is told here, with the reason.
 */
class WordsInDataTest {

  private static final Path SOURCES = Path.of("src/main/java/org/nangdok/script");

  /** Comments, then text blocks, strings and characters, so that none is taken for another. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\\n]*|\"{3}.*?\"{3}|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'");

  /** What is no word in a literal: escapes and the groups, flags and classes of patterns. */
  private static final Pattern NOTATION =
      Pattern.compile(
          "\\\\u[0-9a-fA-F]{4}|\\\\{1,2}[pP]\\{\\w+\\}|\\\\{1,2}[a-zA-Z]|\\(\\?[i]\\)|[a-zA-Z]-[a-zA-Z]");

  private static final Pattern MESSAGE =
      Pattern.compile("(?s)(?:throw new|warnings\\.add|warnings::add)\\b.*?;");

  /** Why a line isn't read, as the answer's codes say, and the roles of an explanation. */
  private static final Set<String> CODES =
      Set.of(
          "action",
          "aside",
          "byline",
          "contact",
          "credit",
          "cue",
          "dateline",
          "duplicate",
          "furniture",
          "given",
          "hashtag",
          "header",
          "heading",
          "interview",
          "label",
          "notice",
          "ornament",
          "other",
          "placeholder",
          "silent",
          "tag");

  /** Keys of people and turns that have no name. */
  private static final Set<String> KEYS =
      Set.of(
          "anchor",
          "anchor:",
          "anon",
          "answer",
          "headline",
          "interview:",
          "interview:anon",
          "narrator",
          "question",
          "report",
          "speaker:",
          "speaker:1");

  /** Files of this room, and the code of what holds for all languages. */
  private static final Set<String> FILES =
      Set.of(
          "any",
          "files.txt",
          "phrases.tsv",
          "endings.tsv",
          "page-lines.tsv",
          "weights.tsv",
          "words/",
          ".tsv",
          "/org/nangdok/script/");

  /** What formats and addresses are written with, whatever the language. */
  private static final Set<String> NOTATIONS =
      Set.of(
          "WEBVTT",
          "Kind: ",
          "Language: ",
          "NOTE",
          "&lt;",
          "&gt;",
          "http",
          "www.",
          "0123456789abcdefABCDEF-/");

  /** Signs that stand for a letter that isn't told. */
  private static final Set<String> MASKS = Set.of("○◯OoXx△□*");

  /** Tags of captions and pages, and the names of a pattern's groups. */
  private static final Set<String> MARKUP =
      Set.of("v ", "</v>", "(?i)(?:<|&lt;)br ?/?(?:>|&gt;)", "before", "after");

  /** Bounds of the alphabet. */
  private static final Set<String> BOUNDS = Set.of("A", "Z", "z");

  /** Parts of warnings, which speak to the reader of the answer. */
  private static final Set<String> WARNINGS =
      Set.of(
          "line ",
          " is spoken though it isn't to be",
          " would be changed",
          " would be lost",
          "Who speaks could not be told safely (",
          "), so one narrator reads everything.");

  private static final Set<String> ALLOWED =
      Stream.of(CODES, KEYS, FILES, NOTATIONS, MASKS, MARKUP, BOUNDS, WARNINGS)
          .flatMap(Set::stream)
          .collect(Collectors.toSet());

  @Test
  void noLiteralHoldsAWordOfALanguage() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String literal : literals(Files.readString(file))) {
          found.add(file.getFileName() + ": " + literal);
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void wordsAreFoundWhereverTheyStand() {
    assertThat(literals("x.equals(\"기자\") || c == '다' || /* 말 */ y.endsWith(\"さん\") // 말"))
        .containsExactly("기자", "다", "さん");
    assertThat(literals("Pattern.compile(\"(?i)\\\\b(?:said) \\\\p{L}+\"); a(\"THE \");"))
        .containsExactly("(?i)\\\\b(?:said) \\\\p{L}+", "THE ");
    assertThat(literals("c >= '\\uac00'; d = \"「『\"; throw new E(\"No such line.\");")).isEmpty();
  }

  /** The literals of a program that hold letters and aren't allowed. */
  private static List<String> literals(String source) {
    String program = MESSAGE.matcher(source).replaceAll(";");
    return TOKEN
        .matcher(program)
        .results()
        .map(MatchResult::group)
        .filter(token -> token.charAt(0) != '/')
        .map(token -> token.replaceAll("^[\"']+|[\"']+$", ""))
        .filter(literal -> !ALLOWED.contains(literal) && hasLetters(literal))
        .toList();
  }

  private static boolean hasLetters(String literal) {
    Matcher notation = NOTATION.matcher(literal);
    return notation.replaceAll("").codePoints().anyMatch(WordsInDataTest::isLetter);
  }

  /** Letters of one's own, not the long sound sign, which is a dash as well. */
  private static boolean isLetter(int c) {
    return Character.isLetter(c) && c != 0x30fc;
  }
}
