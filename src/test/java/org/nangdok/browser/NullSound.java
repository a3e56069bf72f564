package org.nangdok.browser;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A private PulseAudio that plays into nothing, once for the whole run: Firefox refuses to play
 * without a sound device.
 */
final class NullSound {

  private static @Nullable String server;

  private NullSound() {}

  /**
   * The address for {@code PULSE_SERVER}; one that the environment names already is taken as it is.
   */
  static synchronized String start() {
    if (server != null) {
      return server;
    }
    String given = System.getenv("PULSE_SERVER");
    String address = given == null ? begin() : given;
    server = address;
    return address;
  }

  private static String begin() {
    Path folder = Engine.temporaryFolder();
    Path socket = folder.resolve("native");
    Program program =
        Program.start(
            Map.of(
                "HOME", folder.toString(),
                "XDG_RUNTIME_DIR", folder.toString(),
                "PULSE_RUNTIME_PATH", folder.toString()),
            List.of(
                Engine.find("pulseaudio").orElseThrow(),
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "--disable-shm=yes",
                "-L",
                "module-null-sink sink_name=null rate=48000 channels=2",
                "-L",
                "module-native-protocol-unix socket=" + socket + " auth-anonymous=1"));
    Runtime.getRuntime().addShutdownHook(new Thread(program::close));
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(socket));
    return "unix:" + socket;
  }
}
