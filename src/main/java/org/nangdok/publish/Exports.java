package org.nangdok.publish;

import java.util.List;
import java.util.Optional;

/** All transcript formats, found by the ending of a file's name. */
public final class Exports {

  private static final List<Export> ALL =
      List.of(
          new WebVtt(),
          new SubRip(),
          new PodcastTranscript(),
          new PlainText(),
          new HtmlTranscript(),
          new DaptTranscript(),
          new SsmlScript(),
          new SchemaOrg());

  private Exports() {}

  /** The endings of all of them. */
  public static List<String> extensions() {
    return ALL.stream().map(Export::extension).toList();
  }

  /** The format whose files end so. */
  public static Optional<Export> byExtension(String extension) {
    return ALL.stream().filter(export -> export.extension().equals(extension)).findFirst();
  }
}
