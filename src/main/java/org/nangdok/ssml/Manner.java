package org.nangdok.ssml;

import org.jspecify.annotations.Nullable;

/**
 * How words are to be spoken.
 *
 * @param language BCP 47 tag, if the author says it
 * @param voice the voice that is wished for, if any
 * @param prosody rate, pitch and volume
 */
public record Manner(@Nullable String language, @Nullable VoiceWish voice, Prosody prosody) {

  static final Manner PLAIN = new Manner(null, null, Prosody.PLAIN);

  Manner in(@Nullable String tag) {
    return tag == null ? this : new Manner(tag, voice, prosody);
  }

  Manner by(VoiceWish wish) {
    return new Manner(wish.language() == null ? language : wish.language(), wish, prosody);
  }

  Manner with(Prosody changed) {
    return new Manner(language, voice, changed);
  }
}
