package org.nangdok.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<Turn> TURNS =
      List.of(
          new Turn(
              "narrator",
              "narrator",
              null,
              "headline",
              "ko-a",
              "female",
              List.of(new Sentence("물길 & <바람> --> 지도", 0, 0, 1200))),
          new Turn(
              "anchor",
              "anchor",
              null,
              null,
              "ko-b",
              "female",
              List.of(
                  new Sentence("강이 얼었습니다.", 2, 2000, 3100),
                  new Sentence("다들 조심하셔야겠습니다.", 2, 3300, 4900),
                  new Sentence("현장을 연결합니다.", 3, 5200, 6500))),
          new Turn(
              "interview",
              "이 모 씨",
              "이 모 씨",
              "A&B 대표 <가명>",
              "ko-c",
              null,
              List.of(
                  new Sentence(
                      "이렇게 추운 겨울은 태어나서 처음 봅니다, 정말이지 숨을 쉬기도 어려울 만큼 바람이 매섭습니다.",
                      4,
                      3_661_000,
                      3_667_123))));

  private static final Transcript TRANSCRIPT =
      new Transcript(
          "id",
          "물길 & <바람>",
          "ko",
          "https://news.example/1?a=1&b=2",
          "낭독",
          null,
          null,
          "https://listen.example/api/readings/id/audio.mp3",
          3_667_200,
          TURNS,
          List.of("촬영 아무개"));

  private static String export(String extension) {
    return Exports.byExtension(extension).orElseThrow().write(TRANSCRIPT);
  }

  private static List<Sentence> sentences() {
    return TURNS.stream().flatMap(turn -> turn.sentences().stream()).toList();
  }

  @Test
  void webVttCuesSayWhoSpeaksAndWhen() {
    String vtt = export("vtt");
    assertThat(vtt).startsWith("WEBVTT\n\n").contains("NOTE synthetic voices");
    Pattern cue =
        Pattern.compile(
            "(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3}) --> (\\d\\d:\\d\\d:\\d\\d\\.\\d{3})\\n<v\\.(\\w+) ([^>\\n]+)>([^<]*)</v>\\n\\n");
    Matcher cues = cue.matcher(vtt);
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    long last = -1;
    while (cues.find()) {
      long start =
          Long.parseLong(cues.group(1)) * 3_600_000
              + Long.parseLong(cues.group(2)) * 60_000
              + Long.parseLong(cues.group(3)) * 1000
              + Long.parseLong(cues.group(4));
      assertThat(start).isGreaterThan(last);
      last = start;
      names.add(unescaped(cues.group(7)));
      texts.add(unescaped(cues.group(8)));
    }
    assertThat(texts).containsExactlyElementsOf(sentences().stream().map(Sentence::text).toList());
    assertThat(names).containsExactly("낭독", "앵커", "앵커", "앵커", "이 모 씨");
    assertThat(last).isEqualTo(3_661_000);
  }

  @Test
  void subRipCardsAreShortAndInOrder() {
    String[] cards = export("srt").strip().split("\n\n");
    long last = -1;
    var text = new StringBuilder();
    for (int i = 0; i < cards.length; i++) {
      String[] lines = cards[i].split("\n");
      assertThat(lines[0]).isEqualTo(Integer.toString(i + 1));
      Matcher times =
          Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d),(\\d{3}) --> \\d\\d:\\d\\d:\\d\\d,\\d{3}")
              .matcher(lines[1]);
      assertThat(times.matches()).isTrue();
      long start =
          Long.parseLong(times.group(1)) * 3_600_000
              + Long.parseLong(times.group(2)) * 60_000
              + Long.parseLong(times.group(3)) * 1000
              + Long.parseLong(times.group(4));
      assertThat(start).isGreaterThan(last);
      last = start;
      assertThat(lines.length).isBetween(3, 4);
      for (int k = 2; k < lines.length; k++) {
        assertThat(lines[k].length()).isLessThanOrEqualTo(32);
        text.append(lines[k]).append(' ');
      }
    }
    assertThat(text.toString()).contains("이 모 씨: 이렇게 추운 겨울은").contains("앵커: 강이 얼었습니다. 다들");
  }

  @Test
  void thePodcastTranscriptHoldsEachSentenceWithItsSpeaker() {
    JsonNode document = JSON.readTree(export("json"));
    assertThat(document.get("version").asString()).isEqualTo("1.0.0");
    assertThat(document.get("segments").size()).isEqualTo(5);
    JsonNode last = document.at("/segments/4");
    assertThat(last.get("speaker").asString()).isEqualTo("이 모 씨");
    assertThat(last.get("startTime").asDouble()).isCloseTo(3661.0, within(1e-9));
    assertThat(last.get("body").asString()).isEqualTo(sentences().getLast().text());
  }

  @Test
  void chaptersBeginWhereTurnsDo() {
    JsonNode document = JSON.readTree(new PodcastChapters().write(TRANSCRIPT));
    assertThat(document.get("version").asString()).isEqualTo("1.2.0");
    assertThat(document.at("/chapters/0/title").asString()).isEqualTo("물길 & <바람>");
    assertThat(document.at("/chapters/1/startTime").asDouble()).isEqualTo(2.0);
    assertThat(document.at("/chapters/0/endTime").asDouble()).isEqualTo(2.0);
    assertThat(document.at("/chapters/2/title").asString()).isEqualTo("이 모 씨 · A&B 대표 <가명>");
  }

  @Test
  void aSectionUnderASubheadingIsAChapter() {
    var narrator =
        new Turn(
            "narrator",
            "narrator",
            null,
            null,
            "ko-a",
            null,
            List.of(
                new Sentence("들판이 바뀌었습니다.", 2, 0, 1_000),
                new Sentence("왜 바뀌었나?", 4, true, 1_200, 2_000),
                new Sentence("세 가지 까닭.", 4, true, 2_100, 2_900),
                new Sentence("비가 적었습니다.", 6, 3_000, 4_000),
                new Sentence("앞으로", 8, true, 4_500, 5_000),
                new Sentence("물을 아껴야 합니다.", 10, 5_200, 6_000)));
    var transcript =
        new Transcript(
            "r",
            "들판",
            "ko",
            null,
            null,
            null,
            null,
            "https://a.example/a.mp3",
            6_100,
            List.of(narrator),
            List.of());

    assertThat(Tags.chapters(transcript))
        .containsExactly(
            new Tags.Chapter(0, 1_200, "낭독"),
            new Tags.Chapter(1_200, 4_500, "왜 바뀌었나? 세 가지 까닭."),
            new Tags.Chapter(4_500, 6_100, "앞으로"));
  }

  @Test
  void aChapterOfSomebodyWithoutANameIsCalledByTheRoleInTheArticlesLanguage() {
    JsonNode document = JSON.readTree(new PodcastChapters().write(TRANSCRIPT));
    assertThat(document.at("/chapters/1/title").asString()).isEqualTo("앵커");
    assertThat(Tags.comments(TRANSCRIPT)).contains("CHAPTER002NAME=앵커");
    assertThat(RoleName.of("reporter", "en-GB")).isEqualTo("Reporter");
  }

  @Test
  void ssmlGivesEachTurnAVoice() throws Exception {
    Document ssml = xml(export("ssml"));
    Element root = ssml.getDocumentElement();
    assertThat(root.getLocalName()).isEqualTo("speak");
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2001/10/synthesis");
    NodeList voices = root.getElementsByTagNameNS("*", "voice");
    assertThat(voices.getLength()).isEqualTo(3);
    Element anchor = (Element) voices.item(1);
    assertThat(anchor.getAttribute("name")).isEqualTo("ko-b");
    assertThat(anchor.getAttribute("gender")).isEqualTo("female");
    assertThat(anchor.getAttribute("languages")).isEqualTo("ko");
    assertThat(root.getAttribute("version")).isEqualTo("1.1");
    assertThat(root.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang")).isEqualTo("ko");
    assertThat(((Element) voices.item(2)).hasAttribute("gender")).isFalse();
    NodeList paragraphs = anchor.getElementsByTagNameNS("*", "p");
    assertThat(paragraphs.getLength()).isEqualTo(2);
    assertThat(paragraphs.item(0).getTextContent()).isEqualTo("강이 얼었습니다. 다들 조심하셔야겠습니다.");
  }

  @Test
  void daptKeepsCharactersAndActorsApart() throws Exception {
    Document dapt = xml(export("ttml"));
    NodeList agents = dapt.getElementsByTagNameNS("http://www.w3.org/ns/ttml#metadata", "agent");
    List<String> characters = new ArrayList<>();
    for (int i = 0; i < agents.getLength(); i++) {
      Element agent = (Element) agents.item(i);
      if (agent.getAttribute("type").equals("character")) {
        characters.add(agent.getElementsByTagNameNS("*", "name").item(0).getTextContent());
        Element actor = (Element) agent.getElementsByTagNameNS("*", "actor").item(0);
        assertThat(actor.getAttribute("agent")).startsWith("actor_");
      }
    }
    assertThat(characters).containsExactly("낭독", "앵커", "이 모 씨");
    Element tt = dapt.getDocumentElement();
    String dialect = "http://www.w3.org/ns/ttml/profile/dapt#metadata";
    assertThat(tt.getAttributeNS("http://www.w3.org/ns/ttml#parameter", "contentProfiles"))
        .isEqualTo("http://www.w3.org/ns/ttml/profile/dapt1.0/content");
    assertThat(tt.getAttributeNS(dialect, "scriptRepresents")).isEqualTo("audio.dialogue");
    assertThat(tt.getAttributeNS(dialect, "scriptType")).isEqualTo("originalTranscript");
    NodeList events = dapt.getElementsByTagNameNS("http://www.w3.org/ns/ttml", "div");
    assertThat(events.getLength()).isEqualTo(5);
    assertThat(events.item(0).getTextContent()).isEqualTo("물길 & <바람> --> 지도");
    assertThat(((Element) events.item(4)).getAttribute("begin")).isEqualTo("01:01:01.000");
  }

  @Test
  void htmlNamesEachSpeakerAndEscapesEverything() {
    org.jsoup.nodes.Document html = Jsoup.parse(export("html"));
    assertThat(html.select("cite").eachText()).containsExactly("낭독:", "앵커:", "이 모 씨:");
    assertThat(html.select("h1").text()).isEqualTo("물길 & <바람>");
    assertThat(html.select("바람")).isEmpty();
    assertThat(html.select("time").eachText()).containsExactly("0:00", "0:02", "61:01");
    assertThat(html.select("cite + time + p")).hasSize(3);
    assertThat(html.select("small").eachText()).contains("촬영 아무개");
    assertThat(html.select("p").eachText()).contains("강이 얼었습니다. 다들 조심하셔야겠습니다.", "현장을 연결합니다.");
  }

  @Test
  void plainTextShowsNamesTitlesAndCredits() {
    assertThat(export("txt"))
        .contains("[이 모 씨 / A&B 대표 <가명>]\n", "촬영 아무개", "All voices are synthetic.");
  }

  @Test
  void jsonLdNamesWhoIsQuoted() {
    JsonNode audio = JSON.readTree(export("jsonld"));
    assertThat(audio.get("@type").asString()).isEqualTo("AudioObject");
    assertThat(audio.get("duration").asString()).isEqualTo("PT1H1M7.2S");
    assertThat(audio.at("/hasPart/0/@type/0").asString()).isEqualTo("Quotation");
    assertThat(audio.at("/hasPart/0/spokenByCharacter").isMissingNode()).isTrue();
    assertThat(audio.at("/hasPart/1/startOffset").asDouble()).isEqualTo(2.0);
    assertThat(audio.at("/hasPart/1/endOffset").asDouble()).isEqualTo(6.5);
    assertThat(audio.at("/hasPart/2/spokenByCharacter/jobTitle").asString())
        .isEqualTo("A&B 대표 <가명>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vtt", "srt", "json", "txt", "html", "ttml", "ssml", "jsonld"})
  void everyExportSaysThatTheVoicesAreSynthetic(String extension) {
    assertThat(export(extension)).contains(Transcript.SYNTHETIC);
  }

  private static Document xml(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
