package org.nangdok.voice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs of voices that sound so much alike that neighbours shouldn't have them. */
final class AlikeVoices {

  private final Map<String, Set<String>> pairs = new HashMap<>();

  private AlikeVoices() {}

  /**
   * Reads the pairs under {@code alike}.
   *
   * @throws VoiceFileException naming the file and what is wrong in it
   */
  static AlikeVoices of(YamlFile file, Catalogue catalogue) {
    AlikeVoices alike = new AlikeVoices();
    for (Object pair : file.list("alike")) {
      if (!(pair instanceof List<?> ids) || ids.size() != 2) {
        throw new VoiceFileException(
            file.place() + ": alike: \"" + pair + "\" isn't a pair of voices.");
      }
      String first = String.valueOf(ids.get(0));
      String second = String.valueOf(ids.get(1));
      for (String id : List.of(first, second)) {
        if (!catalogue.mayBe(id)) {
          throw new VoiceFileException(
              file.place() + ": alike: \"" + id + "\" isn't in voices/catalogue or voices/packs.");
        }
      }
      alike.pairs.computeIfAbsent(first, id -> new HashSet<>()).add(second);
      alike.pairs.computeIfAbsent(second, id -> new HashSet<>()).add(first);
    }
    return alike;
  }

  /** Whether two voices are such a pair. */
  boolean are(String first, String second) {
    return pairs.getOrDefault(first, Set.of()).contains(second);
  }
}
