package org.nangdok.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;

/** A reading's name: 32 hexadecimal digits of what is read, by whom and how. */
final class ReadingId {

  private ReadingId() {}

  /** The same words in the same voices with the same facts around them are the same reading. */
  static String of(Article article, List<PlannedTurn> turns) {
    return of(article.title(), article.url(), article.site(), article.byline(), turns);
  }

  static String of(
      @Nullable String title,
      @Nullable String url,
      @Nullable String site,
      @Nullable String byline,
      List<PlannedTurn> turns) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, title, url, site, byline);
      for (PlannedTurn turn : turns) {
        add(digest, turn.speaker().code(), turn.person(), turn.name(), turn.title());
        add(digest, String.valueOf(turn.style()), turn.voice().id());
        for (PlannedSentence sentence : turn.sentences()) {
          add(digest, sentence.key().hex(), sentence.utterance().pauseAfter().toString());
          add(digest, Integer.toString(sentence.line()));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static void add(MessageDigest digest, @Nullable String... fields) {
    for (String field : fields) {
      digest.update((field == null ? "-" : "+" + field).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }
}
