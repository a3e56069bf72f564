package org.nangdok.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nangdok.audio.file.DecodedMp3;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.publish.DownloadName;
import org.nangdok.publish.Export;
import org.nangdok.publish.Exports;
import org.nangdok.publish.Id3Tag;
import org.nangdok.publish.Tags;
import org.nangdok.publish.Transcript;
import org.nangdok.reading.JoinedAudio;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.Transcripts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes the files in which a complete reading is taken away, each as a stream. */
@Component
class Downloads {

  private static final List<String> ARCHIVED = List.of("txt", "vtt", "srt", "json", "html");

  private final ReadingDesk desk;
  private final URI service;
  private final Optional<Ffmpeg> ffmpeg;
  private final byte[] cover;

  @Autowired
  Downloads(ReadingDesk desk, @Value("${nangdok.public-address}") URI service) throws IOException {
    this(desk, service, Ffmpeg.find());
  }

  Downloads(ReadingDesk desk, URI service, Optional<Ffmpeg> ffmpeg) throws IOException {
    this.desk = desk;
    this.service = service;
    this.ffmpeg = ffmpeg;
    try (InputStream picture = new ClassPathResource("web/icons/512.png").getInputStream()) {
      this.cover = picture.readAllBytes();
    }
  }

  /** The MP3 with its tag. */
  TaggedAudio mp3(Reading reading) {
    return new TaggedAudio(Id3Tag.of(transcript(reading), cover), desk.joined(reading));
  }

  /** Writes the sound as another kind of file. */
  void write(Reading reading, SoundFile kind, OutputStream out) throws IOException {
    JoinedAudio audio = desk.joined(reading);
    try (var sound = new DecodedMp3(audio.stream(), audio.length())) {
      kind.write(sound, Tags.comments(transcript(reading)), out);
    }
  }

  /**
   * Makes sure that there can be an M4A.
   *
   * @throws ReadingException with code {@code audio.no-ffmpeg} where there is no ffmpeg
   */
  Ffmpeg requireFfmpeg() {
    return ffmpeg.orElseThrow(
        () ->
            new ReadingException(
                "audio.no-ffmpeg",
                "M4A needs the program ffmpeg on the machine of this service. Take the MP3,"
                    + " Ogg Opus, FLAC or WAV instead."));
  }

  /** Writes an M4A, whose index stands in front and is known last: it is made as a whole first. */
  void m4a(Reading reading, OutputStream out) throws IOException, InterruptedException {
    Path file;
    try (InputStream sound = desk.joined(reading).stream()) {
      file = requireFfmpeg().m4a(sound, Tags.ffmetadata(transcript(reading)));
    }
    try {
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Sound, transcript and captions in one archive. */
  void zip(Reading reading, OutputStream out) throws IOException {
    Transcript transcript = transcript(reading);
    TaggedAudio mp3 = mp3(reading);
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (String extension : ARCHIVED) {
      Export export = Exports.byExtension(extension).orElseThrow();
      zip.putNextEntry(new ZipEntry(DownloadName.of(transcript.title(), extension)));
      zip.write(export.write(transcript).getBytes(StandardCharsets.UTF_8));
    }
    zip.setLevel(Deflater.NO_COMPRESSION); // MP3 gets no smaller
    zip.putNextEntry(new ZipEntry(DownloadName.of(transcript.title(), "mp3")));
    mp3.write(zip, 0, mp3.length());
    zip.finish();
  }

  private Transcript transcript(Reading reading) {
    return Transcripts.of(reading, service);
  }
}
