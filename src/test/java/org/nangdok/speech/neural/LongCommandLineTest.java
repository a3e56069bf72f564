package org.nangdok.speech.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** ONNX Runtime starts in a process whose class path is as long as those that Maven makes. */
class LongCommandLineTest {

  @Test
  void aLongClassPathDoesNotEndTheProcess() throws Exception {
    String own =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String padding = (File.pathSeparator + "/nowhere/some-library-1.2.3.jar").repeat(1_000);
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                own + padding,
                LongCommandLineTest.class.getName()));
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** What the other process does. */
  public static void main(String[] arguments) {
    Graph.environment();
  }
}
