package org.nangdok.voice.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;

/**
 * A pack of voices that can be installed, one file each in {@code voices/packs}.
 *
 * @param name by which people install it
 * @param engine the engine that speaks its voices
 * @param title the display name
 * @param languages BCP 47 tags
 * @param licence SPDX identifier or the licence's name
 * @param terms what the licence asks, in sentences for people
 * @param licenceFile the one of the files that holds the licence's text
 * @param source where it comes from
 * @param quality how natural it sounds beside others; the voices that come with the program have 0
 * @param about bytes of all files together, roughly where a size isn't known
 * @param files what is downloaded
 * @param speakers who speaks, in each of the languages
 */
public record PackOffer(
    String name,
    String engine,
    String title,
    List<String> languages,
    String licence,
    String terms,
    @Nullable String licenceFile,
    String source,
    int quality,
    long about,
    List<PackFile> files,
    List<Speaker> speakers) {

  public PackOffer {
    languages = List.copyOf(languages);
    files = List.copyOf(files);
    speakers = List.copyOf(speakers);
  }

  /**
   * One speaker of a pack.
   *
   * @param id the end of the voices' ids; a voice's id begins with its language
   * @param engineVoice the engine's own name
   * @param name the display name
   * @param pitch mean fundamental frequency in Hz
   * @param gain decibels that make the voice as loud as the others (BS.1770)
   */
  public record Speaker(
      String id,
      String engineVoice,
      String name,
      @Nullable Gender gender,
      double pitch,
      double gain) {}
}
