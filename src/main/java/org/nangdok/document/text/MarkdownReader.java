package org.nangdok.document.text;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.markup.Markup;
import org.nangdok.document.markup.MarkupWalker;

/** Reads Markdown (CommonMark with tables, notes and struck-out words). */
public final class MarkdownReader implements DocumentReader {

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), StrikethroughExtension.create(), FootnotesExtension.create());
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\n((?:[^\\n]{0,1000}\\n){1,200}?)(?:---|\\.\\.\\.)[ \\t]*\\n");
  private static final Pattern TITLE =
      Pattern.compile("(?m)^title:[ \\t]*[\"']?(.{1,300}?)[\"']?$");

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();

  @Override
  public DocumentKind kind() {
    return DocumentKind.MARKDOWN;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    String text = FileText.of(file).replace("\r\n", "\n").replace('\r', '\n');
    Matcher front = FRONT_MATTER.matcher(text);
    if (front.find()) {
      Matcher title = TITLE.matcher(front.group(1));
      if (title.find()) {
        account.title(String.valueOf(title.group(1)));
      }
      account.leave(DocumentPart.MARKUP, front.group());
      text = text.substring(front.end());
    }
    account.limit().check();
    String html = renderer.render(parser.parse(text));
    MarkupWalker.walk(Markup.page(html, account), account);
  }
}
