package org.nangdok.library;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.nangdok.utterance.ClipKey;

/** Claims on the clips of whole sections, which cost one question at their beginning. */
public interface SectionClaims extends ClipClaims {

  /**
   * How a reading and some of its clips stood when a section of it was begun.
   *
   * @param known whether there is such a reading
   * @param rests whether it isn't to be made at the moment; then nothing was claimed
   * @param states what was left out of it, as {@link StoredReading#states} has it
   * @param plan MD5 of its clips' keys in their order, in lower-case hexadecimal digits
   * @param kept clips that are made
   * @param claimed clips that whoever asked may make now
   * @param elsewhere when the first claim of another ends; zero if there is none
   */
  record Standing(
      boolean known,
      boolean rests,
      String states,
      String plan,
      Map<ClipKey, ClipInfo> kept,
      Set<ClipKey> claimed,
      Duration elsewhere) {}

  /** Claims what is to be made of some clips of a reading, and tells how all of it stands. */
  Standing begin(String reading, Collection<ClipKey> keys);
}
