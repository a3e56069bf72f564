package org.nangdok.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Feeds as an independent reader (ROME) finds them. */
class PodcastFeedTest {

  private static final Instant ADDED = Instant.parse("2026-11-02T03:04:05Z");

  @Test
  void anEpisodeHasItsSoundItsDatesAndItsTranscripts() throws Exception {
    SyndFeed feed =
        parsed(episode("물길이 열렸다", "민들레", OffsetDateTime.parse("2026-11-01T09:00:00+09:00")));

    assertThat(feed.getTitle()).isEqualTo("마을 소식");
    assertThat(feed.getLanguage()).isEqualTo("ko");
    assertThat(feed.getDescription()).contains(Transcript.SYNTHETIC);
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("물길이 열렸다");
    assertThat(entry.getUri()).isEqualTo("nangdok:r1");
    assertThat(entry.getLink()).isEqualTo("https://news.example/1");
    assertThat(entry.getPublishedDate()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(entry.getDescription().getValue()).startsWith("길이 새로 열렸습니다.");
    var sound = entry.getEnclosures().getFirst();
    assertThat(sound.getUrl())
        .isEqualTo("https://listen.example/api/readings/r1/audio.mp3?download");
    assertThat(sound.getLength()).isEqualTo(12_480);
    assertThat(sound.getType()).isEqualTo("audio/mpeg");
    assertThat(foreign(entry, "transcript"))
        .extracting(element -> element.getAttributeValue("type"))
        .containsExactly("text/vtt", "application/x-subrip", "application/json", "text/html");
    assertThat(foreign(entry, "transcript").getFirst().getAttributeValue("url"))
        .isEqualTo("https://listen.example/api/readings/r1/transcript.vtt");
    assertThat(foreign(entry, "chapters")).hasSize(1);
    assertThat(foreign(entry, "person").getFirst().getText()).isEqualTo("민들레");
  }

  /** The example of the specification's page on podcast:guid. */
  @Test
  void aPodcastHasTheNameThatItsAddressGivesWhateverItsScheme() {
    for (String address :
        List.of(
            "mp3s.nashownotes.com/pc20rss.xml",
            "https://mp3s.nashownotes.com/pc20rss.xml",
            "http://mp3s.nashownotes.com/pc20rss.xml//")) {
      assertThat(PodcastGuid.of(address)).hasToString("917393e3-1b1e-5cef-ace4-edaa54e1f810");
    }
  }

  @Test
  void withoutADateOfItsOwnTheArticleHasThatOfItsComing() throws Exception {
    SyndEntry entry = parsed(episode("물길", null, null)).getEntries().getFirst();
    assertThat(entry.getPublishedDate().toInstant()).isEqualTo(ADDED);
    assertThat(foreign(entry, "person")).isEmpty();
  }

  @Test
  void row104WhateverTheTitleHoldsTheFeedIsWellFormedAndSaysIt() throws Exception {
    String title = "]]> <script>alert(1)</script> & \"물길\" \u0000\u0008\uFFFE\uD800 끝";
    SyndEntry entry = parsed(episode(title, title, null)).getEntries().getFirst();
    assertThat(entry.getTitle()).startsWith("]]> <script>alert(1)</script> & \"물길\"").endsWith("끝");
  }

  private static List<Element> foreign(SyndEntry entry, String name) {
    return entry.getForeignMarkup().stream()
        .filter(
            element -> element.getNamespaceURI().equals("https://podcastindex.org/namespace/1.0"))
        .filter(element -> element.getName().equals(name))
        .toList();
  }

  private static SyndFeed parsed(Podcast.Episode episode) throws Exception {
    var podcast =
        new Podcast(
            "마을 소식",
            null,
            null,
            "https://listen.example/feeds/village.xml",
            "https://listen.example/feeds/village.xml",
            "https://listen.example/",
            "https://listen.example/feeds/village.png",
            false,
            List.of(episode));
    return new SyndFeedInput().build(new StringReader(PodcastFeed.write(podcast, link -> link)));
  }

  private static Podcast.Episode episode(
      String title, @Nullable String byline, @Nullable OffsetDateTime published) {
    var sentence = new Transcript.Sentence("길이 새로 열렸습니다.", 1, 0, 1_500);
    var turn =
        new Transcript.Turn(
            "narrator", "narrator", null, null, "ko-a", "female", List.of(sentence));
    var transcript =
        new Transcript(
            "r1",
            title,
            "ko",
            "https://news.example/1",
            "마을신문",
            byline,
            published,
            "https://listen.example/api/readings/r1/audio.mp3",
            1_560,
            List.of(turn),
            List.of());
    return new Podcast.Episode(transcript, 12_480, ADDED);
  }
}
