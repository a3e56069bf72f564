package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Attachment;
import org.nangdok.document.Document;
import org.nangdok.document.LeftOutCounts;
import org.nangdok.reading.Preparation;
import org.nangdok.reading.ReadingRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors for files: whatever isn't JSON is a form with a file or a file itself, of whatever kind
 * its content shows.
 */
@RestController
class DocumentController {

  /** Everything but the bodies that are read elsewhere. */
  private static final String NOT_JSON = "!application/json";

  private final UploadedDocuments documents;
  private final Preparation preparation;
  private final ReadingController readings;
  private final DocumentWorks works;
  private final Voices voices;
  private final JsonMapper json;

  DocumentController(
      UploadedDocuments documents,
      Preparation preparation,
      ReadingController readings,
      DocumentWorks works,
      Voices voices,
      JsonMapper json) {
    this.documents = documents;
    this.preparation = preparation;
    this.readings = readings;
    this.works = works;
    this.voices = voices;
    this.json = json;
  }

  /**
   * What a file holds, before it is read.
   *
   * @param characters how long its words are
   * @param leftOut how many parts of each kind aren't read
   */
  record DocumentView(
      String kind,
      String title,
      List<String> authors,
      @Nullable String language,
      long characters,
      List<ChapterView> chapters,
      Map<String, Integer> leftOut,
      List<Attachment> attachments,
      List<String> warnings) {

    static DocumentView of(Document document) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      LeftOutCounts.of(document.leftOut()).forEach((part, count) -> counts.put(part.code(), count));
      return new DocumentView(
          document.kind().code(),
          document.title(),
          document.authors(),
          document.language(),
          document.length(),
          document.chapters().stream()
              .map(one -> new ChapterView(one.title(), one.language(), one.length()))
              .toList(),
          counts,
          document.attachments(),
          document.warnings());
    }
  }

  record ChapterView(String title, @Nullable String language, long characters) {}

  @PostMapping(path = "/api/documents", consumes = NOT_JSON)
  DocumentView document(HttpServletRequest request) throws IOException, InterruptedException {
    return DocumentView.of(documents.of(request, DocumentBody.of(request, json)));
  }

  @PostMapping(path = "/api/articles", consumes = NOT_JSON)
  TextController.ArticleView article(HttpServletRequest request)
      throws IOException, InterruptedException {
    DocumentBody body = DocumentBody.of(request, json);
    return TextController.ArticleView.of(
        preparation.article(body.toRequest(documents.of(request, body))));
  }

  @PostMapping(path = "/api/scripts", consumes = NOT_JSON)
  TextController.ScriptView script(HttpServletRequest request)
      throws IOException, InterruptedException {
    DocumentBody body = DocumentBody.of(request, json);
    return TextController.ScriptView.of(
        preparation.script(body.toRequest(documents.of(request, body))),
        Boolean.TRUE.equals(body.explain()));
  }

  /** One reading, or a work of many where the file is longer than one may be. */
  @PostMapping(path = "/api/readings", consumes = NOT_JSON)
  @Nullable ResponseEntity<?> ask(HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    DocumentBody body = DocumentBody.of(request, json);
    voices.requireReady();
    Document document = documents.of(request, body);
    return document.length() > ReadingRequest.MAX_TEXT
        ? works.ask(document, body.manner())
        : readings.ask(body.toRequest(document), request, response);
  }

  @PostMapping(path = "/api/works", consumes = NOT_JSON)
  ResponseEntity<WorkView> work(HttpServletRequest request)
      throws IOException, InterruptedException {
    DocumentBody body = DocumentBody.of(request, json);
    voices.requireReady();
    return works.ask(
        documents.of(request, body),
        body.manner(),
        request.getParameter("title"),
        request.getParameter("author"));
  }

  /** What other programs share with the installed page: a file, an address or a text. */
  @PostMapping(path = "/listen", consumes = "multipart/form-data")
  ResponseEntity<Void> shared(HttpServletRequest request) throws IOException, InterruptedException {
    if (UploadedDocuments.hasFile(request)) {
      DocumentBody body = DocumentBody.of(request, json);
      voices.requireReady();
      return to("/?id=" + first(documents.of(request, body), body) + "&shared=");
    }
    String query =
        Stream.of("title", "text", "url")
            .filter(name -> !StringUtils.isBlank(request.getParameter(name)))
            .map(name -> name + "=" + encoded(request.getParameter(name)))
            .collect(Collectors.joining("&"));
    return to("/listen?" + query);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /** The reading that a file begins with. */
  private String first(Document document, DocumentBody body) {
    if (document.length() <= ReadingRequest.MAX_TEXT) {
      return readings.make(body.toRequest(document)).id();
    }
    WorkView work = Objects.requireNonNull(works.ask(document, body.manner()).getBody());
    String reading = work.chapters().getFirst().parts().getFirst().reading();
    return StringUtils.defaultString(reading);
  }

  private static ResponseEntity<Void> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}
