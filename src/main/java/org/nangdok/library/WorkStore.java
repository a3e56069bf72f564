package org.nangdok.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where long works are kept. Implementations are thread-safe; what was saved survives the process.
 */
public interface WorkStore {

  /**
   * A part before it is planned.
   *
   * @param content its text, as the room {@code work} writes it
   */
  @SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
  record NewPart(int chapter, int characters, byte[] content) {}

  /** Keeps a new work; does nothing if there is one with that id. */
  void add(StoredWork work, List<String> chapters, List<NewPart> parts);

  /** The work of that id. */
  Optional<StoredWork> find(String id);

  /**
   * Works, newest first.
   *
   * @param owner whose; everybody's if null
   */
  List<StoredWork> newest(@Nullable String owner, int most);

  /** The titles of a work's chapters, in order. */
  List<String> chapters(String id);

  /** A work's parts, in order. */
  List<StoredPart> parts(String id);

  /** The text of a part. */
  Optional<byte[]> content(String id, int part);

  /**
   * The work that waits to be made and was heard last, if any; not one of those that are paused.
   */
  Optional<String> unmade();

  /** How many works aren't made yet, paused ones counted. */
  int unfinished();

  /**
   * Keeps that a part was planned, and who has which voice since.
   *
   * @param known who had which voice when it was planned
   * @return whether that still held; otherwise nothing is kept, and it is to be planned again
   */
  boolean planned(String id, int part, String reading, String casting, String known);

  /** Keeps that a part's sound is there. */
  void made(String id, int part, long millis);

  /** Keeps why a part can't be read. */
  void failed(String id, int part, String problem);

  /** Has a part made once more. */
  void again(String id, int part);

  /** Keeps whether a work is paused. */
  void pause(String id, boolean paused);

  /** Keeps where somebody stopped listening. */
  void place(String id, StoredWork.Place place);

  /** Somebody asked for a work. */
  void heard(String id, Instant when);

  /** Works that nobody asked for since. */
  List<String> unheardSince(Instant when);

  /** Whether a reading is a part of any work. */
  boolean uses(String reading);

  /**
   * Forgets a work; the readings of its parts stay.
   *
   * @return whether there was one
   */
  boolean remove(String id);
}
