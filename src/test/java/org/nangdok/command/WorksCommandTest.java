package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.document.Reads;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import picocli.CommandLine;

/** Books of any kind go from the command line into works of the running service. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=" + WorksCommandTest.USED,
      "nangdok.sample=false",
      "server.address=127.0.0.1"
    })
class WorksCommandTest {

  static final String USED = "target/test-data/works-command";

  @TempDir Path folder;
  @LocalServerPort private int port;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String service = "";

  @BeforeEach
  void name() {
    service = "http://127.0.0.1:" + port;
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new WorksCommand())
        .setExecutionExceptionHandler(Failures::explain)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Stream.concat(Stream.of("--data=" + USED, "--service=" + service), Stream.of(arguments))
                .toArray(String[]::new));
  }

  @Test
  void aBookLongerThanAReadingBecomesAWorkInItsChapters() throws Exception {
    String page =
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><h1>%s</h1>%s</body></html>";
    String long1 = "<p>강물은 오늘도 다리 아래로 흐르고 아이들은 손을 흔든다.</p>".repeat(4_000);
    Path book =
        Files.write(
            folder.resolve("book.epub"),
            Reads.zip(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
                "b.opf",
                "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>긴 강</dc:title></metadata>"
                    + "<manifest><item id=\"n\" href=\"n.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
                    + "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/>"
                    + "<item id=\"b\" href=\"b.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                    + "<spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
                "n.xhtml",
                "<html xmlns:epub=\"http://www.idpf.org/2007/ops\"><body><nav epub:type=\"toc\"><ol><li><a href=\"a.xhtml\">위</a></li>"
                    + "<li><a href=\"b.xhtml\">아래</a></li></ol></nav></body></html>",
                "a.xhtml",
                page.formatted("위", long1),
                "b.xhtml",
                page.formatted("아래", long1)));

    assertThat(run("add", book.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("0/", "긴 강");
    String id = out.toString().split(" ", 2)[0];
    run("pause", id);

    assertThat(run("add", book.toString(), "--title", "다른 이름")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("다른 이름");
    String other = out.toString().split(" ", 2)[0];
    assertThat(run("remove", id)).isZero();
    assertThat(run("remove", other)).isZero();
  }

  @Test
  void textsInOtherCharsetsAreFilesToo() throws Exception {
    Path text =
        Files.write(
            folder.resolve("old.txt"),
            "제1장 강\n\n강물이 흐릅니다. 아이들이 다리 위에서 손을 흔들고 있습니다.\n".getBytes("windows-949"));

    assertThat(run("add", text.toString(), "--title", "옛 글")).as(err.toString()).isZero();
    String id = out.toString().split(" ", 2)[0];
    assertThat(run("list")).as(err.toString()).isZero();
    assertThat(out.toString()).contains(id, "옛 글");
    Path audio = folder.resolve("old.zip");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> run("list") == 0 && out.toString().contains("1/1"));
    assertThat(run("save", id, "-o", audio.toString())).as(err.toString()).isZero();
    assertThat(audio).isNotEmptyFile();
    run("remove", id);
  }

  @Test
  void whatCantBeReadIsSaidInTheServicesWords() throws Exception {
    Path nothing = Files.write(folder.resolve("x.bin"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});

    assertThat(run("add", nothing.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("(document.unsupported)").doesNotContain("Exception");
    assertThat(run("add", folder.resolve("no.epub").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("(command.no-file)");
  }
}
