package org.nangdok.voice.pack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param speakers who speaks, in each of the languages; empty if its people stand in the catalogue
 * @param asks whether the licence must be accepted before
 * @param byItself whether a service fetches it without being asked
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
    List<Speaker> speakers,
    boolean asks,
    boolean byItself) {

  public PackOffer {
    languages = List.copyOf(languages);
    files = List.copyOf(files);
    speakers = List.copyOf(speakers);
    if (byItself && asks) {
      throw new IllegalArgumentException(
          "A pack whose licence must be accepted can't be fetched without being asked for.");
    }
  }

  /** The packages that its files can be put together of. */
  public Set<PackPackage> packages() {
    return files.stream()
        .flatMap(file -> file.parts().stream())
        .map(PackPart::archive)
        .collect(Collectors.toCollection(LinkedHashSet::new));
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
