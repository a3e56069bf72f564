package org.nangdok.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nangdok.audio.file.DecodedMp3;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.publish.Id3Tag;
import org.nangdok.publish.Tags;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.book.Book;
import org.nangdok.publish.book.BookTags;

/**
 * Writes a complete reading's sound as a file to take away, with its tags and chapters: MP3, M4A
 * (by ffmpeg), WAV, FLAC, Ogg Opus.
 */
public final class SoundWriter {

  /** What files of sound may end with. */
  public static final List<String> EXTENSIONS =
      List.of("mp3", "m4a", "m4b", "wav", "flac", "ogg", "opus");

  private static final String COVER = "/web/icons/512.png";

  private final Optional<Ffmpeg> ffmpeg;
  private final byte[] cover;

  /**
   * @param ffmpeg the machine's, which M4A needs
   */
  public SoundWriter(Optional<Ffmpeg> ffmpeg) {
    this.ffmpeg = ffmpeg;
    try (InputStream picture = SoundWriter.class.getResourceAsStream(COVER)) {
      this.cover = picture == null ? new byte[0] : picture.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The cover can't be read.", e);
    }
  }

  /** The tag that stands before the sound of an MP3. */
  public byte[] tag(Transcript transcript, Book.Cover picture) {
    return Id3Tag.of(transcript, new Id3Tag.Picture(picture.mediaType(), picture.bytes()));
  }

  /**
   * Makes sure that a kind of file can be made on this machine.
   *
   * @throws ReadingException with code {@code audio.unknown-format} or {@code audio.no-ffmpeg}
   */
  public void require(String extension) {
    if (!EXTENSIONS.contains(extension)) {
      throw new ReadingException(
          "audio.unknown-format",
          "There is no sound file that ends with ."
              + extension
              + " here. Take one of: "
              + String.join(", ", EXTENSIONS)
              + ".");
    }
    if (isM4a(extension)) {
      var unused = requireFfmpeg();
    }
  }

  /**
   * Writes the whole file.
   *
   * @param extension one of {@link #EXTENSIONS}
   * @param picture for the tag of an MP3
   * @throws ReadingException as {@link #require} says
   */
  public void write(
      String extension,
      Transcript transcript,
      Book.Cover picture,
      JoinedAudio audio,
      OutputStream out)
      throws IOException, InterruptedException {
    require(extension);
    if (extension.equals("mp3")) {
      out.write(tag(transcript, picture));
      audio.write(out, 0, audio.length());
    } else if (isM4a(extension)) {
      m4a(transcript, audio, out);
    } else {
      SoundFile kind = SoundFile.byExtension(extension).orElseThrow();
      try (var sound = new DecodedMp3(audio.stream(), audio.length())) {
        kind.write(sound, Tags.comments(transcript), out);
      }
    }
  }

  private static boolean isM4a(String extension) {
    return extension.equals("m4a") || extension.equals("m4b");
  }

  private Ffmpeg requireFfmpeg() {
    return ffmpeg.orElseThrow(
        () ->
            new ReadingException(
                "audio.no-ffmpeg",
                "M4A and M4B need the program ffmpeg on the machine of this service. Take the MP3,"
                    + " Ogg Opus, FLAC or WAV instead."));
  }

  /** The cover of what has none of its own. */
  public Book.Cover cover() {
    return new Book.Cover("image/png", cover);
  }

  /**
   * Writes a book as an M4B with chapters and cover.
   *
   * @throws ReadingException with code {@code audio.no-ffmpeg}
   */
  public void m4b(Book book, OutputStream out) throws IOException, InterruptedException {
    Path file =
        requireFfmpeg()
            .m4b(
                sound -> {
                  for (Book.Chapter chapter : book.chapters()) {
                    chapter.write(sound);
                  }
                },
                BookTags.ffmetadata(book),
                book.cover().bytes());
    try {
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Its index stands in front and is known last: it is made as a whole first. */
  private void m4a(Transcript transcript, JoinedAudio audio, OutputStream out)
      throws IOException, InterruptedException {
    Path file;
    try (InputStream sound = audio.stream()) {
      file = requireFfmpeg().m4a(sound, Tags.ffmetadata(transcript));
    }
    try {
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
