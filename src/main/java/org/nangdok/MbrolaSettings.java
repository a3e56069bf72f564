package org.nangdok;

import java.nio.file.Path;
import org.nangdok.script.Gender;
import org.nangdok.speech.mbrola.MbrolaEngine;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a machine may have MBROLA and its Korean database hn1, under {@code nangdok.mbrola.} in the
 * configuration. Their voice speaks only for who names it, because its licence forbids products
 * that are sold.
 *
 * @param enabled whether the voice is there at all
 * @param program the program {@code mbrola}
 * @param database the file {@code hn1}
 */
@ConfigurationProperties("nangdok.mbrola")
public record MbrolaSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/usr/bin/mbrola") Path program,
    @DefaultValue("/usr/share/mbrola/hn1/hn1") Path database) {

  /** Its voice. */
  static final InstalledVoice HN1 =
      new InstalledVoice(
          new Voice(
              "ko-hn1",
              MbrolaEngine.NAME,
              MbrolaEngine.VOICE,
              "1",
              "ko",
              Gender.MALE,
              "한말",
              "MBROLA hn1: non-free, with the program mbrola only, not in products that are sold",
              "MBROLA diphone database hn1 by Kyongsok Gim and Hyunsong Chung, on this machine",
              3.1),
          115,
          InstalledVoice.BY_NAME_ONLY);

  /** Whether the machine has both and may use them. */
  boolean isPresent() {
    return enabled && MbrolaEngine.isPresent(program, database);
  }
}
