package org.nangdok.delivery.foreign;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.voice.Voice;

/** What the Wyoming protocol tells of a service: its voices that speak now. */
final class WyomingInfo {

  private WyomingInfo() {}

  /**
   * The data of {@code info}.
   *
   * @param service where the service is
   */
  static Map<String, Object> of(List<Voice> voices, URI service) {
    Map<String, Object> program =
        artifact("nangdok", "Nangdok", service.toString(), "Nangdok", version());
    program.put("voices", voices.stream().map(WyomingInfo::voice).toList());
    program.put("supports_synthesize_streaming", true);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("tts", List.of(program));
    for (String other : List.of("asr", "handle", "intent", "wake", "mic", "snd")) {
      info.put(other, List.of());
    }
    return info;
  }

  private static Map<String, Object> voice(Voice voice) {
    Map<String, Object> entry =
        artifact(voice.id(), voice.licence(), voice.source(), voice.name(), voice.version());
    entry.put("languages", List.of(voice.language()));
    return entry;
  }

  private static Map<String, Object> artifact(
      String name, String maker, String url, String description, @Nullable String version) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("attribution", Map.of("name", maker, "url", url));
    entry.put("installed", true);
    entry.put("description", description);
    entry.put("version", version);
    return entry;
  }

  private static @Nullable String version() {
    return WyomingInfo.class.getPackage().getImplementationVersion();
  }
}
