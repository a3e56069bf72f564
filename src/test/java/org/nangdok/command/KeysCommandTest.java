package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.key.Key;
import org.nangdok.key.KeyFile;
import org.nangdok.key.Scope;
import picocli.CommandLine;

class KeysCommandTest {

  @TempDir Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data=" + data;
    return new CommandLine(new KeysCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Failures::explain)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  @Test
  void aKeyIsMadeShownOnceListedAndEnded() {
    assertThat(run("create", "--name", "the archive", "--scope", "make")).isZero();
    String token = out.toString().strip();
    Key key = KeyFile.in(data).prove(token).orElseThrow();
    assertThat(key.scope()).isEqualTo(Scope.MAKE);

    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains(key.id(), "make", "the archive").doesNotContain(token);

    assertThat(run("revoke", key.id())).isZero();
    assertThat(KeyFile.in(data).prove(token)).isEmpty();
    assertThat(run("revoke", key.id())).isEqualTo(1);
    assertThat(err.toString()).contains("(key.unknown)").doesNotContain("Exception");
  }

  @Test
  void aKeyOfPagesIsBoundToThem() {
    assertThat(
            run(
                "create",
                "--name",
                "widget",
                "--scope",
                "read",
                "--origin",
                "https://a.example",
                "--origin",
                "https://b.example"))
        .isZero();
    Key key = KeyFile.in(data).prove(out.toString().strip()).orElseThrow();

    assertThat(key.origins()).containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void aRotatedKeyIsFollowedByAnother() {
    run("create", "--name", "one", "--scope", "read");
    String old = out.toString().strip();
    String id = KeyFile.in(data).prove(old).orElseThrow().id();

    assertThat(run("rotate", id, "--keep-old", "0")).isZero();

    assertThat(KeyFile.in(data).prove(old)).isEmpty();
    assertThat(KeyFile.in(data).prove(out.toString().strip())).isPresent();
  }

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("create", "--name", "x", "--scope", "own")).isEqualTo(2);
    assertThat(run("create", "--scope", "read")).isEqualTo(2);
    assertThat(run("create", "--name", "x", "--scope", "administer", "--origin", "https://a.b"))
        .isEqualTo(1);
  }
}
