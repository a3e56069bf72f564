package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {

  private static final Charset UHC = Charset.forName("x-windows-949");
  private static final String KOREAN = "<p>똠방각하가 펲시를 마시며 햏자를 만났다고 밝혔습니다.</p>";

  private static byte[] page(String meta, String body, Charset charset) {
    return ("<!doctype html><html><head>" + meta + "</head><body>" + body).getBytes(charset);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }

  @Test
  void readsTheSyllablesThatOnlyUnifiedHangulCodeHas() {
    byte[] raw = bytes("3C 70 3E 8C 63 20 C5 B5 20 C1 64 20");
    // 8C63 is 똠 in Unified Hangul Code; EUC-KR has no such pair.
    assertThat(PageDecoder.decode(raw, "text/html; charset=euc-kr")).startsWith("<p>똠 ");
    assertThat(new String(bytes("8C 63 BB DB C1 7E"), Charset.forName("EUC-KR")))
        .contains("\ufffd");
  }

  @ParameterizedTest(name = "{0} is windows-949")
  @ValueSource(
      strings = {
        "euc-kr", "EUC-KR", "euckr", "ks_c_5601-1987", "ks_c_5601-1989", "KSC5601", "ksc_5601",
        "korean", "cp949", "CP949", "uhc", "ms949", "windows-949", "x-windows-949"
      })
  void takesEveryKoreanNameForWindows949(String name) {
    byte[] declared = page("<meta charset=" + name + ">", KOREAN, UHC);

    assertThat(PageDecoder.decode(declared, "text/html")).contains(KOREAN);
    assertThat(PageDecoder.decode(page("", KOREAN, UHC), "text/html; charset=\"" + name + "\""))
        .contains(KOREAN);
  }

  @Test
  void believesBytesThatAreUtf8OverEveryDeclaration() {
    byte[] page = page("<meta charset='euc-kr'>", KOREAN, StandardCharsets.UTF_8);

    assertThat(PageDecoder.decode(page, "text/html; charset=euc-kr")).contains(KOREAN);
  }

  @Test
  void believesBytesThatAreKoreanOverAWrongUtf8() {
    byte[] page = page("<meta charset='utf-8'>", KOREAN, UHC);

    assertThat(PageDecoder.decode(page, "text/html; charset=utf-8")).contains(KOREAN);
  }

  @Test
  void recognisesKoreanWithoutAnyDeclaration() {
    assertThat(PageDecoder.decode(page("", KOREAN, UHC), "text/html")).contains(KOREAN);
    assertThat(PageDecoder.decode(page("", KOREAN, UHC), null)).contains(KOREAN);
  }

  @Test
  void believesThePageOverAServersDefaultOfLatin1() {
    byte[] page = page("<meta charset='euc-kr'>", KOREAN, UHC);

    assertThat(PageDecoder.decode(page, "text/html; charset=ISO-8859-1")).contains(KOREAN);
  }

  @Test
  void keepsUtf8WithAStrayByte() throws Exception {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write(page("<meta charset='utf-8'>", KOREAN, StandardCharsets.UTF_8));
    page.write(0xEB);
    page.write(" 끝".getBytes(StandardCharsets.UTF_8));

    assertThat(PageDecoder.decode(page.toByteArray(), "text/html; charset=utf-8"))
        .contains(KOREAN)
        .endsWith("\ufffd 끝");
  }

  @Test
  void keepsKoreanWithAStrayByte() throws Exception {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write(page("<meta charset='euc-kr'>", KOREAN, UHC));
    page.write(0xFF);

    assertThat(PageDecoder.decode(page.toByteArray(), "text/html")).contains(KOREAN);
  }

  @ParameterizedTest(name = "{0} declared as {1}")
  @CsvSource({
    "windows-31j, Shift_JIS, 橋が開通しました。①",
    "windows-31j, x-sjis, 橋が開通しました。",
    "EUC-JP, euc-jp, 橋が開通しました。",
    "ISO-2022-JP, iso-2022-jp, 橋が開通しました。",
    "GB18030, gb2312, 新桥今天开通。镕",
    "GB18030, gbk, 新桥今天开通。",
    "GB18030, gb18030, 新桥今天开通。€",
    "Big5-HKSCS, big5, 新橋今天開通。",
    "windows-1252, iso-8859-1, It’s a café – naïve",
    "windows-1252, us-ascii, It’s a café",
    "windows-1251, windows-1251, Новый мост открыт",
    "KOI8-R, koi8-r, Новый мост открыт",
    "ISO-8859-2, iso-8859-2, Nový most je otevřen",
    "windows-1254, iso-8859-9, Köprü açıldı",
    "x-windows-874, tis-620, สะพานใหม่เปิดแล้ว",
  })
  void readsDeclaredCharsets(String charset, String name, String text) {
    byte[] body = page("", text, Charset.forName(charset));

    assertThat(PageDecoder.decode(body, "text/html; charset=" + name)).endsWith(text);
    assertThat(PageDecoder.decode(page(meta(name), text, Charset.forName(charset)), null))
        .endsWith(text);
  }

  private static String meta(String name) {
    return "<META content=\"text/html; charset=" + name + "\" HTTP-EQUIV=Content-Type>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void readsUtf16WithAndWithoutAMark(String charset) {
    byte[] marked = ("\ufeff" + KOREAN).getBytes(Charset.forName(charset));
    byte[] bare = KOREAN.getBytes(Charset.forName(charset));

    assertThat(PageDecoder.decode(marked, "text/html; charset=euc-kr")).isEqualTo(KOREAN);
    assertThat(PageDecoder.decode(bare, "text/html; charset=utf-16")).isEqualTo(KOREAN);
  }

  @Test
  void dropsTheMarkOfUtf8() {
    byte[] marked = ("\ufeff" + KOREAN).getBytes(StandardCharsets.UTF_8);

    assertThat(PageDecoder.decode(marked, "text/html; charset=euc-kr")).isEqualTo(KOREAN);
  }

  @Test
  void readsTheXmlDeclaration() {
    byte[] page =
        ("<?xml version='1.0' encoding='Shift_JIS'?><p>橋です").getBytes(Charset.forName("Shift_JIS"));

    assertThat(PageDecoder.decode(page, "application/xhtml+xml")).endsWith("橋です");
  }

  @Test
  void ignoresCharsetsInScriptsAndComments() {
    String meta = "<!-- <meta charset=big5> --><script>'<meta charset=big5>'</script>";
    byte[] page =
        page(meta + "<meta charset=windows-1251>", "мост", Charset.forName("windows-1251"));

    assertThat(PageDecoder.decode(page, null)).endsWith("мост");
  }

  @ParameterizedTest(name = "row 58: charset {0} falls back to UTF-8")
  @ValueSource(strings = {"unknown", "utf-7", "x-nonsense", "", "\"", "none;;"})
  void fallsBackToUtf8(String name) {
    byte[] page = page("", "plain 다리 text", StandardCharsets.UTF_8);

    assertThat(PageDecoder.decode(page, "text/html; charset=" + name)).endsWith("plain 다리 text");
  }

  @Test
  void neverTakesUtf7ForMarkup() {
    byte[] page = "+ADw-script+AD4-".getBytes(StandardCharsets.US_ASCII);

    assertThat(PageDecoder.decode(page, "text/html; charset=utf-7")).doesNotContain("<");
  }

  @Test
  void takesUndeclaredWesternQuotesForWindows1252() {
    byte[] page = page("", "It’s the mayor’s “new” café", Charset.forName("windows-1252"));

    assertThat(PageDecoder.decode(page, "text/html")).endsWith("It’s the mayor’s “new” café");
  }

  @Test
  void readsNoBytesAsNoText() {
    assertThat(PageDecoder.decode(new byte[0], "text/html; charset=euc-kr")).isEmpty();
  }
}
