package org.nangdok;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.speech.remote.RemoteEngine;
import org.nangdok.speech.remote.RemoteServer;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A speech server that an administrator names, under {@code nangdok.remote.} in the configuration;
 * docs/voices.md has an example.
 *
 * @param address what {@code /audio/speech} is put behind; without it there is no such engine
 * @param keyVariable the environment variable that holds the key
 * @param model the server's name of its model
 * @param format in which sound is asked for
 * @param pcmRate samples per second where the format is PCM
 * @param timeout the longest time for one answer
 * @param charactersADay how many characters may be sent in a day (UTC)
 * @param quality how natural the voices are beside others; casting takes the highest
 * @param voices the server's voices that may speak
 */
@ConfigurationProperties("nangdok.remote")
public record RemoteSettings(
    @Nullable URI address,
    @DefaultValue("NANGDOK_REMOTE_KEY") String keyVariable,
    @DefaultValue("tts-1") String model,
    @DefaultValue("wav") RemoteServer.Format format,
    @DefaultValue("24000") int pcmRate,
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("100000") long charactersADay,
    @DefaultValue("2") int quality,
    @DefaultValue List<RemoteVoice> voices) {

  /**
   * One voice of the server.
   *
   * @param voice the server's name of it
   * @param language BCP 47 tag
   * @param pitch mean fundamental frequency in Hz
   * @param gain decibels that make it as loud as the others
   */
  public record RemoteVoice(
      String voice,
      String language,
      @Nullable Gender gender,
      @DefaultValue("150") double pitch,
      @DefaultValue("0") double gain) {}

  Optional<RemoteServer> server() {
    URI named = address;
    if (named == null) {
      return Optional.empty();
    }
    String key = System.getenv(keyVariable);
    return Optional.of(
        new RemoteServer(
            named,
            key == null ? "" : key.strip(),
            model,
            format,
            pcmRate,
            timeout,
            charactersADay));
  }

  List<InstalledVoice> installed() {
    return voices.stream()
        .map(
            one ->
                new InstalledVoice(
                    new Voice(
                        (one.language().split("-", 2)[0] + "-remote-" + one.voice())
                            .toLowerCase(Locale.ROOT),
                        RemoteEngine.NAME,
                        one.voice(),
                        model,
                        one.language(),
                        one.gender(),
                        one.voice(),
                        "as the server's owner says",
                        "a speech server that the administrator named",
                        one.gain()),
                    one.pitch(),
                    quality))
        .toList();
  }
}
