package org.nangdok.publish.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The rules of the DAISY 2.02 specification, held against the files of a book. */
final class DaisyRules {

  /** Metadata that the control centre must have (2.1.2). */
  private static final List<String> REQUIRED =
      List.of(
          "dc:creator",
          "dc:date",
          "dc:format",
          "dc:identifier",
          "dc:language",
          "dc:publisher",
          "dc:title",
          "ncc:charset",
          "ncc:pageFront",
          "ncc:pageNormal",
          "ncc:pageSpecial",
          "ncc:tocItems",
          "ncc:totalTime");

  private DaisyRules() {}

  static void hold(Map<String, byte[]> files) throws Exception {
    assertThat(files.keySet()).allMatch(name -> name.matches("[a-z0-9._-]+"));
    Document ncc = xml(files, "ncc.html");
    for (String name : REQUIRED) {
      assertThat(meta(ncc, name)).as(name).isNotBlank();
    }
    assertThat(meta(ncc, "dc:format")).isEqualTo("Daisy 2.02");
    assertThat(meta(ncc, "ncc:files")).isEqualTo(Integer.toString(files.size()));
    List<Element> headings = ncc.select("h1, h2, h3, h4, h5, h6");
    assertThat(headings.getFirst().tagName()).isEqualTo("h1");
    assertThat(headings.getFirst().className()).isEqualTo("title");
    assertThat(meta(ncc, "ncc:tocItems")).isEqualTo(Integer.toString(headings.size()));
    assertThat(ncc.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    List<String> inOrder = new ArrayList<>();
    for (Element heading : headings) {
      assertThat(heading.select("a")).hasSize(1);
      String target = heading.select("a").attr("href");
      element(files, target);
      inOrder.add(target.substring(0, target.indexOf('#')));
    }
    Document master = xml(files, "master.smil");
    assertThat(master.select("ref").eachAttr("src")).isEqualTo(inOrder);
    long elapsed = 0;
    for (String name : inOrder) {
      elapsed += presentation(files, name, elapsed);
    }
    assertThat(clock(meta(ncc, "ncc:totalTime"))).isCloseTo(elapsed, within(1_000L));
    validate(files, "ncc.html");
    for (String name : files.keySet()) {
      if (name.endsWith(".html")) {
        validate(files, name);
      }
    }
  }

  /** Returns its length in milliseconds. */
  private static long presentation(Map<String, byte[]> files, String name, long elapsed)
      throws Exception {
    Document smil = xml(files, name);
    assertThat(meta(smil, "dc:format")).isEqualTo("Daisy 2.02");
    assertThat(clock(meta(smil, "ncc:totalElapsedTime"))).isCloseTo(elapsed, within(1_000L));
    assertThat(smil.select("layout > region")).hasSize(1);
    Element sequence = Objects.requireNonNull(smil.select("body > seq").first());
    assertThat(smil.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    long at = 0;
    for (Element par : sequence.children()) {
      assertThat(par.tagName()).isEqualTo("par");
      assertThat(par.attr("endsync")).isEqualTo("last");
      assertThat(par.select("> text")).hasSize(1);
      assertThat(element(files, par.select("> text").attr("src")).text()).isNotBlank();
      for (Element audio : par.select("audio")) {
        assertThat(files).containsKey(audio.attr("src"));
        assertThat(npt(audio.attr("clip-begin"))).isEqualTo(at);
        assertThat(npt(audio.attr("clip-end"))).isGreaterThan(at);
        at = npt(audio.attr("clip-end"));
        // MPEG-2 layer III at 24 kHz and 64 kbit/s: 192 bytes are 24 ms
        assertThat(at)
            .isLessThanOrEqualTo(
                Objects.requireNonNull(files.get(audio.attr("src"))).length / 192L * 24);
      }
    }
    assertThat(sequence.attr("dur")).isEqualTo(MediaTime.seconds(at));
    assertThat(clock(meta(smil, "ncc:timeInThisSmil"))).isCloseTo(at, within(1_000L));
    return at;
  }

  private static Element element(Map<String, byte[]> files, String reference) {
    int sharp = reference.indexOf('#');
    Element found =
        xml(files, reference.substring(0, sharp)).getElementById(reference.substring(sharp + 1));
    assertThat(found).as(reference).isNotNull();
    return Objects.requireNonNull(found);
  }

  private static Document xml(Map<String, byte[]> files, String name) {
    assertThat(files).containsKey(name);
    return Jsoup.parse(new String(files.get(name), StandardCharsets.UTF_8), "", Parser.xmlParser());
  }

  private static String meta(Document document, String name) {
    return document.select("meta[name=" + name + "]").attr("content");
  }

  private static long npt(String time) {
    assertThat(time).matches("npt=\\d+\\.\\d{3}s");
    return Math.round(Double.parseDouble(time.substring(4, time.length() - 1)) * 1000);
  }

  private static long clock(String time) {
    assertThat(time).matches("\\d\\d+:\\d\\d:\\d\\d");
    String[] parts = time.split(":");
    return ((Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60
            + Long.parseLong(parts[2]))
        * 1000;
  }

  /** By XHTML's own document type definition, which epubcheck has among its schemas. */
  private static void validate(Map<String, byte[]> files, String name) throws Exception {
    try (var schemas = Epubcheck.loader()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setValidating(true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setEntityResolver(
          (publicId, systemId) -> {
            String file = systemId.substring(systemId.lastIndexOf('/') + 1);
            String folder = "com/adobe/epubcheck/schema/20/dtd/";
            InputStream in = schemas.getResourceAsStream(folder + file);
            in =
                in == null
                    ? schemas.getResourceAsStream(folder + file.replace(".ent", ".dtdinc"))
                    : in;
            assertThat(in).as(systemId).isNotNull();
            return new InputSource(in);
          });
      List<String> faults = new ArrayList<>();
      parser.setErrorHandler(
          new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
              faults.add(e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
              faults.add(e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
              faults.add(e.getMessage());
            }
          });
      parser.parse(new ByteArrayInputStream(files.get(name)));
      assertThat(faults).as(name).isEmpty();
    }
  }
}
