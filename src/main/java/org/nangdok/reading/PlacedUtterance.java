package org.nangdok.reading;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.ssml.Part;
import org.nangdok.ssml.VoiceWish;
import org.nangdok.utterance.Utterance;

/**
 * One utterance and where it stands.
 *
 * @param paragraph its paragraph's number, from 0
 * @param textStart where it begins in the text: an SSML document's or the plain one
 * @param wish the voice that was asked for
 * @param bookmarks named places in its sentence
 */
record PlacedUtterance(
    Utterance utterance,
    int paragraph,
    int textStart,
    @Nullable VoiceWish wish,
    List<Part.Bookmark> bookmarks) {

  PlacedUtterance pausing(Duration pause) {
    return new PlacedUtterance(utterance.pausing(pause), paragraph, textStart, wish, bookmarks);
  }
}
