package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Of a mail its author's words are read; everything else is listed. */
class MailReaderTest {

  private static final String HEAD =
      "From: =?utf-8?B?7J207IScIA==?= <a@example.org>\r\nTo: b@example.org\r\nDate: Mon, 2 Nov 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\n";

  @Test
  void quotationsAndSignatureAreListed() {
    Document document =
        Reads.of(
            HEAD
                + "Subject: Re: Meeting on Friday\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + "Dear Bora,\r\n\r\nthe meeting will take place on Friday at ten o'clock in the large\r\nroom on the second floor.\r\n\r\n"
                + "On 1 Nov 2026, Bora wrote:\r\n> When do we meet?\r\n> And where?\r\n\r\nSee you there.\r\n-- \r\nSeo\r\nTel. 02\r\n");

    assertThat(document.kind()).isEqualTo(DocumentKind.MAIL);
    assertThat(document.title()).isEqualTo("Meeting on Friday");
    assertThat(Reads.words(document))
        .containsExactly(
            "Meeting on Friday",
            "Dear Bora,",
            "the meeting will take place on Friday at ten o'clock in the large room on the second floor.",
            "See you there.");
    assertThat(Reads.left(document, DocumentPart.QUOTED_MAIL))
        .containsExactly("On 1 Nov 2026, Bora wrote: When do we meet? And where?");
    assertThat(Reads.left(document, DocumentPart.SIGNATURE)).containsExactly("-- Seo Tel. 02");
    assertThat(Reads.left(document, DocumentPart.MAIL_HEADER)).contains("From: 이서 <a@example.org>");
  }

  @Test
  void ofTwoFormsOneIsReadAndAttachmentsAreOffered() {
    String pdf = Base64.getEncoder().encodeToString(new byte[300]);
    Document document =
        Reads.of(
            HEAD
                + "Subject: x\r\nContent-Type: multipart/mixed; boundary=\"o\"\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary=i=1\r\n\r\n"
                + "--i=1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello there.\r\n--i=1\r\nContent-Type: text/html\r\n\r\n<p>Hello <b>there</b>.</p>\r\n--i=1--\r\n"
                + "--o\r\nContent-Type: application/pdf; name=\"report.pdf\"\r\nContent-Disposition: attachment; filename=\"report.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + pdf
                + "\r\n--o--\r\n");

    assertThat(Reads.words(document)).containsExactly("x", "Hello there.");
    assertThat(Reads.left(document, DocumentPart.DUPLICATE)).containsExactly("Hello there.");
    assertThat(document.attachments())
        .containsExactly(new Attachment("report.pdf", "application/pdf", 300));
  }

  @Test
  void lettersOfOldEncodingsAreRight() {
    byte[] head =
        "From: a@example.org\r\nSubject: =?ks_c_5601-1987?B?vsiz5w==?=\r\nContent-Type: text/plain; charset=ks_c_5601-1987\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] text = "똠방각하가 왔다.".getBytes(Charset.forName("x-windows-949"));
    byte[] file = new byte[head.length + text.length];
    System.arraycopy(head, 0, file, 0, head.length);
    System.arraycopy(text, 0, file, head.length, text.length);

    assertThat(Reads.words(Reads.of(file))).containsExactly("안녕", "똠방각하가 왔다.");
  }

  @Test
  void markedQuotationsOfHtmlMailsAreListed() {
    Document document =
        Reads.of(
            HEAD
                + "Subject: y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div>좋습니다.</div><div class=\"gmail_quote\"><div>누가 씀:</div><blockquote>갈까요?</blockquote></div>");

    assertThat(Reads.words(document)).containsExactly("y", "좋습니다.");
    assertThat(Reads.left(document, DocumentPart.QUOTED_MAIL)).containsExactly("누가 씀: 갈까요?");
  }

  @Test
  void aMailOfNothingButAnotherMailIsThatMail() {
    Document document =
        Reads.of(
            HEAD
                + "Subject: Fwd: z\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n"
                + "From: c@example.org\r\nSubject: inner\r\nContent-Type: text/plain\r\n\r\nThe inner text.\r\n--o--\r\n");

    assertThat(Reads.words(document)).containsExactly("z", "inner", "The inner text.");
  }

  @Test
  void markupThatSaysNothingOfItselfIsReadAsMarkup() {
    Document document =
        Reads.of(HEAD + "Subject: y\r\n\r\n<p><b>누리</b> 14일</p><p>다리를\r\n고쳤다.<br>\r\n</p>\r\n");
    Document plain = Reads.of(HEAD + "Subject: y\r\n\r\n<b> 다음에 쓰세요.\r\n");

    assertThat(Reads.words(document)).containsExactly("y", "누리 14일", "다리를 고쳤다.");
    assertThat(Reads.words(plain)).last().isEqualTo("<b> 다음에 쓰세요.");
  }

  @Test
  void savedPagesAreReadByTheirArticle() {
    Document document =
        Reads.of(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/a\r\nSubject: t\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://news.example/a\r\n\r\n"
                + "<html lang=\"en\"><head><title>A bridge opens</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>A bridge opens</h1>"
                + "<p>The new bridge over the river was opened on Monday after four years of work.</p><p>Thousands of people walked across it in the first hours, the city said in a statement.</p></article></body></html>\r\n--b--\r\n");

    assertThat(document.kind()).isEqualTo(DocumentKind.MHTML);
    assertThat(Reads.words(document))
        .hasSize(3)
        .doesNotContain("Home")
        .first()
        .isEqualTo("A bridge opens");
  }
}
