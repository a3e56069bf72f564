package org.nangdok.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the shell launcher starts, seen by a Java that only tells what it was asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir Path above;

  private Path folder;

  @BeforeEach
  void aFolderWithALauncherAndAJar() throws IOException {
    folder = Files.createDirectories(above.resolve("a folder"));
    Files.copy(Path.of("nangdok"), folder.resolve("nangdok"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(folder.resolve("target"));
    Files.writeString(folder.resolve("target/nangdok.jar"), "a jar");
  }

  @Test
  void theFirstServiceWritesDownWhatItLoadedAndTheNextStartsFromIt() throws Exception {
    java(25);

    assertThat(started("serve", "--port", "9000"))
        .contains("-XX:AOTCacheOutput=" + cache())
        .endsWith("serve", "--port", "9000");

    Files.writeString(cache(), "classes");
    assertThat(started("serve")).contains("-XX:AOTCache=" + cache());
    assertThat(started("read", "a text.txt"))
        .contains("-XX:AOTCache=" + cache())
        .endsWith("read", "a text.txt");
  }

  @Test
  void aShortCommandWritesNothingDown() throws Exception {
    java(25);

    assertThat(started("voices")).noneMatch(argument -> argument.startsWith("-XX:AOT"));
  }

  @Test
  void anOlderJavaStartsAsAlways() throws Exception {
    java(21);

    assertThat(started("serve"))
        .noneMatch(argument -> argument.startsWith("-XX:AOT"))
        .contains("-jar", folder.resolve("target/laid-out/nangdok.jar").toString());
  }

  @Test
  void aNewerJarForgetsWhatTheOlderOneLoaded() throws Exception {
    java(25);
    started("serve");
    Files.writeString(cache(), "classes of the older jar");
    Files.setLastModifiedTime(folder.resolve("target/laid-out/done"), FileTime.fromMillis(0));

    assertThat(started("serve")).contains("-XX:AOTCacheOutput=" + cache());
  }

  @Test
  void optionsOfTheirOwnComeAfterOurs() throws Exception {
    java(25);

    List<String> arguments = started("serve");

    assertThat(arguments.indexOf("-Xmx2g")).isGreaterThan(arguments.indexOf("-Xmx384m"));
  }

  @Test
  void onlyAJavaThatKnowsCompactHeadersIsToldToUseThem() throws Exception {
    java(24);
    assertThat(started("serve")).contains("-Xmn40m").doesNotContain("-XX:+UseCompactObjectHeaders");

    java(25);
    assertThat(started("serve")).contains("-Xmn40m", "-XX:+UseCompactObjectHeaders");
    Files.writeString(cache(), "classes of a start with the same headers");
    assertThat(started("serve"))
        .contains("-XX:AOTCache=" + cache(), "-XX:+UseCompactObjectHeaders");
  }

  private Path cache() {
    return folder.resolve("target/laid-out/nangdok.aot");
  }

  /** A Java that says its version, lays out a jar, and prints each argument on a line. */
  private void java(int version) throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case "$1" in
          -version) echo 'openjdk version "%d.0.1" 2026-01-20' >&2 ;;
          -Djarmode=tools) mkdir -p "$6" && cp "$3" "$6/nangdok.jar" ;;
          *) printf '%%s\\n' "$@" ;;
        esac
        """
            .formatted(version));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> started(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(folder.resolve("nangdok").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("NANGDOK_JAVA_OPTIONS", "-Xmx2g");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return out.lines().toList();
  }
}
