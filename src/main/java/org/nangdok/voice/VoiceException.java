package org.nangdok.voice;

import java.util.Collection;
import java.util.Map;
import org.nangdok.problem.ProblemException;

/** A request for voices that can't be fulfilled. */
public final class VoiceException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private VoiceException(String code, String sentence, Map<String, Object> members) {
    super(code, sentence, members, null);
  }

  /** No voice has this id: code {@code voice.unknown}. */
  static VoiceException unknown(String id) {
    return new VoiceException(
        "voice.unknown",
        "There is no voice named " + shortened(id) + "; GET /api/voices lists them.",
        Map.of());
  }

  /** No voice speaks this language: code {@code voice.no-language}. */
  static VoiceException noLanguage(
      String language, Collection<String> spoken, Collection<String> packs) {
    return new VoiceException(
        "voice.no-language",
        "No voice speaks the language \""
            + shortened(language)
            + "\" of this text; voices speak "
            + String.join(", ", spoken)
            + "."
            + (packs.isEmpty()
                ? ""
                : " These packs would speak it: "
                    + String.join(", ", packs)
                    + " (./nangdok voices install NAME).")
            + " If the text is in another language, name it in `language` (--language on the command"
            + " line).",
        Map.of("languages", java.util.List.copyOf(spoken)));
  }

  /** The voice speaks another language than the text: code {@code voice.other-language}. */
  public static VoiceException otherLanguage(Voice voice, String language) {
    return new VoiceException(
        "voice.other-language",
        "The voice "
            + voice.id()
            + " speaks "
            + voice.language()
            + ", but the text is in "
            + shortened(language)
            + "; choose a voice of that language.",
        Map.of());
  }

  /** The name of a site isn't a host's: code {@code voice.bad-site}. */
  static VoiceException badSite(String site) {
    return new VoiceException(
        "voice.bad-site",
        "\""
            + shortened(site)
            + "\" isn't the name of a host; write it like news.example.com, in ASCII letters.",
        Map.of());
  }

  /** There is no such role: code {@code voice.bad-role}. */
  static VoiceException badRole(String role) {
    return new VoiceException(
        "voice.bad-role",
        "\""
            + shortened(role)
            + "\" isn't a role; roles are anchor, reporter, report, interview, narrator, question and"
            + " answer.",
        Map.of());
  }

  /** A casting that can't be understood: code {@code voice.bad-casting}. */
  public static VoiceException badCasting(String sentence) {
    return new VoiceException("voice.bad-casting", sentence, Map.of());
  }

  /** Nothing is decided for a site: code {@code voice.no-casting}. */
  public static VoiceException noCasting(String site) {
    return new VoiceException(
        "voice.no-casting", "Nothing is decided for " + shortened(site) + ".", Map.of());
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
