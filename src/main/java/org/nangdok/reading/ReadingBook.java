package org.nangdok.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;
import org.nangdok.publish.book.Book;

/** A complete reading as a book: a chapter for what stands below each subheading. */
public final class ReadingBook {

  private ReadingBook() {}

  /**
   * @param audio the reading's own
   * @param service the service's public address
   * @throws ReadingException with code {@code reading.unfinished} while sentences are still being
   *     made
   */
  public static Book of(Reading reading, JoinedAudio audio, URI service, Book.Cover cover) {
    Transcript transcript = Transcripts.of(reading, service);
    return new Book(
        transcript.id(),
        transcript.title(),
        transcript.byline() == null ? transcript.site() : transcript.byline(),
        transcript.language(),
        transcript.url(),
        reading.created(),
        cover,
        chapters(transcript, audio::write),
        unread(reading));
  }

  /** The sentences that were left out because no voice could speak them. */
  public static List<String> unread(Reading reading) {
    Reading.Progress progress = reading.progress();
    if (progress.skipped() == 0) {
      return List.of();
    }
    return reading.sentences().stream()
        .filter(one -> progress.sentences().get(one.index()) instanceof SentenceState.Skipped)
        .map(PlannedSentence::text)
        .toList();
  }

  /** Writes a stretch of bytes of an MP3 of whole frames. */
  public interface Sound {
    void write(OutputStream out, long from, long to) throws IOException;
  }

  /** A stretch of a reading between two subheadings. */
  private record Section(Transcript transcript, long start, long millis, Sound sound)
      implements Book.Part {

    @Override
    public void write(OutputStream out) throws IOException {
      sound.write(out, bytes(start), bytes(start + millis));
    }

    private static long bytes(long millis) {
      return millis / Mp3Frames.MILLIS * Mp3Frames.BYTES;
    }
  }

  /**
   * The chapters of a transcript.
   *
   * @param sound all of it
   */
  public static List<Book.Chapter> chapters(Transcript transcript, Sound sound) {
    List<Sentence> all =
        transcript.turns().stream().flatMap(turn -> turn.sentences().stream()).toList();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 1; i < all.size(); i++) {
      boolean opens = all.get(i).heading() && all.get(i).line() != all.get(i - 1).line();
      if (opens && !all.get(i - 1).heading()) {
        starts.add(i);
      }
    }
    List<Book.Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      boolean last = i + 1 == starts.size();
      int to = last ? all.size() : starts.get(i + 1);
      long start = i == 0 ? 0 : all.get(from).start();
      long end = last ? transcript.millis() : all.get(to).start();
      var section =
          new Section(slice(transcript, from, to, start, end - start), start, end - start, sound);
      String title = i == 0 ? transcript.title() : heading(all, from);
      chapters.add(new Book.Chapter(title, List.of(section)));
    }
    return chapters;
  }

  private static String heading(List<Sentence> all, int from) {
    var title = new StringBuilder(all.get(from).text());
    for (int i = from + 1; i < all.size() && all.get(i).line() == all.get(from).line(); i++) {
      title.append(' ').append(all.get(i).text());
    }
    return title.toString();
  }

  private static Transcript slice(Transcript whole, int from, int to, long start, long millis) {
    List<Turn> turns = new ArrayList<>();
    int index = 0;
    for (Turn turn : whole.turns()) {
      List<Sentence> own = new ArrayList<>();
      for (Sentence one : turn.sentences()) {
        if (index >= from && index < to) {
          own.add(
              new Sentence(
                  one.text(), one.line(), one.heading(), one.start() - start, one.end() - start));
        }
        index++;
      }
      if (!own.isEmpty()) {
        turns.add(
            new Turn(
                turn.role(),
                turn.person(),
                turn.name(),
                turn.title(),
                turn.voice(),
                turn.gender(),
                own));
      }
    }
    return new Transcript(
        whole.id(),
        whole.title(),
        whole.language(),
        whole.url(),
        whole.site(),
        whole.byline(),
        whole.published(),
        whole.audio(),
        millis,
        turns,
        whole.credits());
  }
}
