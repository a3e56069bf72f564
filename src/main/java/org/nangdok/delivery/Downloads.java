package org.nangdok.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.library.CoverStore.Owner;
import org.nangdok.publish.DownloadName;
import org.nangdok.publish.Export;
import org.nangdok.publish.Exports;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.book.Book;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingBook;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.SoundWriter;
import org.nangdok.reading.Transcripts;
import org.nangdok.work.Work;
import org.nangdok.work.WorkDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the files in which a complete reading is taken away, each as a stream. */
@Component
class Downloads {

  private static final List<String> ARCHIVED = List.of("txt", "vtt", "srt", "json", "html");

  private final ReadingDesk desk;
  private final Covers covers;
  private final URI service;
  private final SoundWriter sounds;

  @Autowired
  Downloads(ReadingDesk desk, Covers covers, @Value("${nangdok.public-address}") URI service) {
    this(desk, covers, service, Ffmpeg.find());
  }

  Downloads(ReadingDesk desk, Covers covers, URI service, Optional<Ffmpeg> ffmpeg) {
    this.desk = desk;
    this.covers = covers;
    this.service = service;
    this.sounds = new SoundWriter(ffmpeg);
  }

  /** The MP3 with its tag. */
  TaggedAudio mp3(Reading reading) {
    return new TaggedAudio(sounds.tag(transcript(reading), cover(reading)), desk.joined(reading));
  }

  /**
   * Makes sure that there can be such a file.
   *
   * @throws org.nangdok.reading.ReadingException with code {@code audio.no-ffmpeg} where there is
   *     no ffmpeg for it
   */
  void require(String extension) {
    sounds.require(extension);
  }

  /** Writes the sound as another kind of file. */
  void write(Reading reading, String extension, OutputStream out)
      throws IOException, InterruptedException {
    sounds.write(extension, transcript(reading), cover(reading), desk.joined(reading), out);
  }

  /** A complete reading as a book. */
  Book book(Reading reading) {
    return ReadingBook.of(reading, desk.joined(reading), service, cover(reading));
  }

  /**
   * A complete work as a book.
   *
   * @throws org.nangdok.work.WorkException with code {@code work.unfinished}
   */
  Book book(WorkDesk works, Work work) {
    return works.book(work, service, cover(Owner.WORK, work.facts().id()));
  }

  /** Writes an M4B with chapters and cover. */
  void m4b(Book book, OutputStream out) throws IOException, InterruptedException {
    sounds.m4b(book, out);
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

  private Book.Cover cover(Reading reading) {
    return cover(Owner.READING, reading.id());
  }

  /** The document's own picture, else the one that is made here. */
  private Book.Cover cover(Owner owner, String id) {
    return covers.find(owner, id).orElseGet(sounds::cover);
  }

  private Transcript transcript(Reading reading) {
    return Transcripts.of(reading, service);
  }
}
