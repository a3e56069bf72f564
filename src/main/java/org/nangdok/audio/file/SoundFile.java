package org.nangdok.audio.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A kind of sound file that we write ourselves, as a stream: nothing is held but one frame. */
public sealed interface SoundFile permits WavFile, FlacFile, OggOpusFile {

  /** All kinds by the ending of a file's name; {@code ogg} and {@code opus} are one. */
  static Optional<SoundFile> byExtension(String extension) {
    return Optional.ofNullable(
        switch (extension) {
          case "wav" -> new WavFile();
          case "flac" -> new FlacFile();
          case "ogg", "opus" -> new OggOpusFile();
          default -> null;
        });
  }

  /** The media type. */
  String mediaType();

  /**
   * Writes the whole file.
   *
   * @param comments {@code NAME=value}, as Vorbis comments have them; kinds without comments leave
   *     them out
   */
  void write(DecodedMp3 sound, List<String> comments, OutputStream out) throws IOException;
}
