package org.nangdok.utterance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nangdok.language.SpokenWord;

/**
 * The name of a clip: SHA-256 over all that decides its sound and its marks. Never over an address,
 * so that two articles share the clip of a sentence that both contain.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ClipKey(String hex) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public ClipKey {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("A clip key is 64 lower-case hexadecimal digits.");
    }
  }

  /** Reads a key that came from outside. */
  public static Optional<ClipKey> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new ClipKey(text)) : Optional.empty();
  }

  /**
   * The key of an utterance's clip.
   *
   * @param engineVersion version of the engine that will speak it
   * @param format names everything that decides how sound becomes bytes
   */
  public static ClipKey of(Utterance utterance, String engineVersion, String format) {
    var fields = new Fields();
    var voice = utterance.voice();
    fields.add(voice.engine()).add(engineVersion).add(voice.id()).add(voice.version());
    fields.add(voice.engineVoice()).add(Double.toString(voice.gain()));
    fields.add(format).add(utterance.normaliser());
    var delivery = utterance.delivery();
    fields.add(Double.toString(delivery.speed())).add(Double.toString(delivery.pitch()));
    fields.add(Boolean.toString(delivery.telephone()));
    if (delivery.volume() != 0) { // clips at the voice's own level keep their keys
      fields.add("volume").add(Double.toString(delivery.volume()));
    }
    var reading = utterance.reading();
    fields.add(reading.language()).add(reading.kind().name()).add(reading.text());
    for (SpokenWord word : reading.words()) {
      fields.add(word.spoken()).add(word.pronounced()).add(word.boundary().name());
      fields.add(Integer.toString(word.start())).add(Integer.toString(word.end()));
    }
    return new ClipKey(fields.digest());
  }

  /** Fields with their lengths before them, so that no two lists of fields give the same bytes. */
  private static final class Fields {
    private final MessageDigest digest;

    Fields() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256.", e);
      }
    }

    Fields add(String field) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
      return this;
    }

    String digest() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
