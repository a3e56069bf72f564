package org.nangdok.library.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.library.ClipInfo;
import org.nangdok.speech.Mark;
import org.nangdok.utterance.ClipKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clips as they were kept at first: {@code <key>.mp3} with the sound and {@code <key>.json} with
 * the marks. Read and removed, not written any more.
 */
final class ClipPairs {

  static final String SOUND = ".mp3";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Function<ClipKey, Path> place;

  /**
   * @param place the folder of a clip
   */
  ClipPairs(Function<ClipKey, Path> place) {
    this.place = place;
  }

  /** The file beside the sound. */
  private record MarksFile(int soundEnd, boolean exact, Mark[] marks) {}

  Optional<ClipInfo> info(ClipKey key) throws IOException {
    try {
      long bytes = Files.size(sound(key));
      var marks = JSON.readValue(Files.readAllBytes(marks(key)), MarksFile.class);
      return bytes == 0 || bytes % Mp3Frames.BYTES != 0
          ? Optional.empty()
          : Optional.of(
              new ClipInfo(bytes, marks.soundEnd(), List.of(marks.marks()), marks.exact()));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty(); // a damaged clip is made again
    }
  }

  Optional<byte[]> bytes(ClipKey key) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(sound(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  long remove(ClipKey key) throws IOException {
    long bytes = size(sound(key)) + size(marks(key));
    Files.deleteIfExists(sound(key)); // first: what can be seen is whole
    Files.deleteIfExists(marks(key));
    return bytes;
  }

  long marksSize(ClipKey key) throws IOException {
    return size(marks(key));
  }

  /** How large a file is; 0 if there is none. */
  static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private Path sound(ClipKey key) {
    return place.apply(key).resolve(key.hex() + SOUND);
  }

  private Path marks(ClipKey key) {
    return place.apply(key).resolve(key.hex() + ".json");
  }
}
