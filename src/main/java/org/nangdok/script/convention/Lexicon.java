package org.nangdok.script.convention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of one language's transcripts, those of every language included. Immutable. */
public final class Lexicon {

  private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();
  private static final int LONGEST = 60;

  private final List<Word> words;
  private final Map<String, Set<WordKind>> kinds = new HashMap<>();
  private final Map<WordKind, List<String>> texts = new EnumMap<>(WordKind.class);
  private final String glyphs;
  private final Map<Character, String> wrappers = new HashMap<>();

  private Lexicon(List<Word> words) {
    this.words = List.copyOf(words);
    StringBuilder signs = new StringBuilder();
    for (Word word : words) {
      kinds.computeIfAbsent(key(word.text()), k -> EnumSet.noneOf(WordKind.class)).add(word.kind());
      texts.computeIfAbsent(word.kind(), k -> new ArrayList<>()).add(word.text());
      if (word.kind() == WordKind.GLYPH) {
        signs.append(word.text());
      }
      if (word.kind() == WordKind.WRAPPER && word.text().length() == 2) {
        wrappers.put(word.text().charAt(0), word.text());
      }
    }
    this.glyphs = signs.toString();
  }

  /**
   * The words for texts in a language.
   *
   * @param language BCP 47 tag; only its first part counts
   */
  public static Lexicon of(String language) {
    int hyphen = language.indexOf('-');
    String primary = hyphen < 0 ? language : language.substring(0, hyphen);
    String code = primary.toLowerCase(Locale.ROOT);
    if (!code.matches("[a-z]{2,3}")) {
      code = "any";
    }
    return LOADED.computeIfAbsent(code, Lexicon::load);
  }

  private static Lexicon load(String code) {
    List<Word> words = new ArrayList<>();
    for (String name : WordFile.names()) {
      String language = name.indexOf('-') < 0 ? name : name.substring(0, name.indexOf('-'));
      if (language.equals("any") || language.equals(code)) {
        words.addAll(WordFile.read(name));
      }
    }
    return new Lexicon(words);
  }

  /** The form in which words are compared: NFKC, no white space, lower case. */
  public static String key(String text) {
    String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder key = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u3000') {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  /** Whether NFKC surely leaves a text as it is: asking the normaliser costs more than looking. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hangul = c >= '\uac00' && c <= '\ud7a3';
      boolean han = c >= '\u4e00' && c <= '\u9fff';
      if (c >= 0x80 && !hangul && !han) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character may stand before a label and says nothing about the role. */
  public boolean isGlyph(char c) {
    return c > 0x7f
        && (glyphs.indexOf(c) >= 0
            || Character.getType(c) == Character.OTHER_SYMBOL && closer(c) == 0);
  }

  /** All words in the order of their files. */
  public List<Word> words() {
    return words;
  }

  /** What a word means; empty if it isn't known. */
  public Set<WordKind> kinds(String text) {
    return text.length() > LONGEST ? Set.of() : kinds.getOrDefault(key(text), Set.of());
  }

  /** Whether a word has a meaning. */
  public boolean has(WordKind kind, String text) {
    return kinds(text).contains(kind);
  }

  /** The words of a kind as printed, in order. */
  public List<String> texts(WordKind kind) {
    return texts.getOrDefault(kind, List.of());
  }

  /** Whether one of the words of a kind occurs in a text, in exactly this spelling. */
  public boolean occurs(WordKind kind, String text) {
    for (String word : texts(kind)) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text begins with one of the words of a kind. */
  public boolean begins(WordKind kind, String text) {
    return begins(kind, text, 0);
  }

  /** Whether one of the words of a kind stands at a position of a text. */
  public boolean begins(WordKind kind, String text, int position) {
    for (String word : texts(kind)) {
      if (text.startsWith(word, position)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text ends with one of the words of a kind. */
  public boolean ends(WordKind kind, String text) {
    for (String word : texts(kind)) {
      if (text.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /** The character that closes a bracket, or 0 if the character opens none. */
  public char closer(char opener) {
    String pair = wrappers.get(opener);
    return pair == null ? 0 : pair.charAt(1);
  }
}
