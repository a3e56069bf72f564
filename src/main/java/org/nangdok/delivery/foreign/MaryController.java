package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker.Said;
import org.nangdok.speech.TimedPhone;
import org.nangdok.voice.Voice;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * MaryTTS's interface: {@code /process} with text in and sound, words, sounds and times out, and
 * the lists that its clients read, such as Home Assistant's integration.
 */
@RestController
class MaryController {

  private static final String SERVICE = "mary";
  private static final String AUDIO = "AUDIO";
  private static final String NO_PHONES =
      "This voice doesn't know when each of its sounds is heard. Ask for TOKENS, WORDS or AUDIO, or"
          + " for another VOICE.";
  private static final Set<String> INPUTS = Set.of("TEXT", "SSML");
  private static final Map<String, String> EXAMPLES =
      Map.of("en", "The library opens at nine tomorrow.", "ko", "도서관은 내일 아홉 시에 문을 엽니다.");
  private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

  private final ForeignVoices voices;
  private final SpokenAnswer answer;

  MaryController(ForeignVoices voices, SpokenAnswer answer) {
    this.voices = voices;
    this.answer = answer;
  }

  @RequestMapping(
      path = "/process",
      method = {RequestMethod.GET, RequestMethod.POST})
  void process(@RequestParam Map<String, String> parameters, HttpServletResponse response)
      throws IOException, InterruptedException {
    String type = parameters.getOrDefault("INPUT_TYPE", "TEXT");
    String output = parameters.getOrDefault("OUTPUT_TYPE", AUDIO);
    if (!INPUTS.contains(type) || !(output.equals(AUDIO) || MaryOutput.TYPES.contains(output))) {
      throw new ReadingException(
          "request.format",
          "INPUT_TYPE must be TEXT or SSML here, and OUTPUT_TYPE must be AUDIO or one of "
              + String.join(", ", MaryOutput.TYPES)
              + ".");
    }
    String input = parameters.get("INPUT_TEXT");
    Wanted text =
        type.equals("SSML") ? Wanted.ssml(input, "INPUT_TEXT") : Wanted.text(input, "INPUT_TEXT");
    String wanted = parameters.get("VOICE");
    String locale = parameters.get("LOCALE");
    var choice =
        voices.choose(
            SERVICE,
            wanted == null || wanted.isBlank() ? null : wanted,
            locale == null || locale.isBlank() ? null : locale.replace('_', '-'),
            text);
    if (output.equals(AUDIO)) {
      answer.write(text, choice, 1, format(parameters.get("AUDIO")), response);
    } else {
      tell(output, text, choice, response);
    }
  }

  private void tell(
      String output, Wanted text, ForeignVoices.Choice choice, HttpServletResponse response)
      throws IOException, InterruptedException {
    var prepared = answer.prepare(text, choice, 1, response);
    List<Said> sentences = new ArrayList<>();
    answer.speaker().say(prepared, sentences::add);
    List<MaryOutput.Sentence> told = new ArrayList<>();
    for (Said said : sentences) {
      List<TimedPhone> phones =
          MaryOutput.needsPhones(output)
              ? answer
                  .speaker()
                  .phones(said)
                  .orElseThrow(() -> new ReadingException("voice.no-phones", NO_PHONES))
              : List.of();
      told.add(new MaryOutput.Sentence(said, phones));
    }
    response.setContentType(MaryOutput.mediaType(output));
    byte[] body =
        MaryOutput.of(output, locale(choice.voice()), told).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static SpokenFormat format(@Nullable String audio) {
    String kind = audio == null ? "WAVE" : audio.replaceAll("_(FILE|STREAM)$", "");
    return switch (kind) {
      case "WAVE" -> new SpokenFormat("wav");
      case "MP3" -> new SpokenFormat("mp3");
      case "FLAC" -> new SpokenFormat("flac");
      case "VORBIS" -> new SpokenFormat("vorbis");
      default ->
          throw new ReadingException(
              "request.format", "AUDIO may be WAVE_FILE, MP3, FLAC or VORBIS_FILE.");
    };
  }

  @GetMapping(path = "/voices", produces = TEXT)
  String voices() {
    return voices.speaking().stream()
        .map(
            voice ->
                "%s %s %s %s"
                    .formatted(
                        voice.id(),
                        locale(voice),
                        voice.gender() == null ? "female" : voice.gender().code(),
                        voice.engine().equals("mary") ? "hmm" : "other"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @GetMapping(path = "/locales", produces = TEXT)
  String locales() {
    var locales = new TreeSet<String>();
    voices.speaking().forEach(voice -> locales.add(locale(voice)));
    return String.join("\n", locales) + "\n";
  }

  private static String locale(Voice voice) {
    return voice.language().replace('-', '_');
  }

  @GetMapping(path = "/version", produces = TEXT)
  String version() {
    return "Mary TTS server 5.2.1 (Nangdok)\nSpecification version 5.2\n";
  }

  @GetMapping(path = "/audioformats", produces = TEXT)
  String audioFormats() {
    return "WAVE_FILE\nMP3\nFLAC\nVORBIS_FILE\n";
  }

  /** None: a list of effects has one line for each, and no voice here takes any. */
  @GetMapping(path = "/audioeffects", produces = TEXT)
  String audioEffects() {
    return "";
  }

  /** A sentence to try a language with, in one of the two kinds of text that may be given. */
  @GetMapping(path = "/exampletext", produces = TEXT)
  String exampleText(
      @RequestParam(defaultValue = "TEXT") String datatype,
      @RequestParam(defaultValue = "en") String locale) {
    String language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    String sentence = EXAMPLES.get(language);
    if (!INPUTS.contains(datatype) || sentence == null) {
      throw new ReadingException(
          "request.format", "There are examples of TEXT and SSML in the locales en and ko.");
    }
    return datatype.equals("TEXT")
        ? sentence
        : ("<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\""
                + " xml:lang=\"%s\">%s</speak>")
            .formatted(language, sentence);
  }

  @GetMapping(path = "/datatypes", produces = TEXT)
  String dataTypes() {
    return MaryOutput.TYPES.stream()
        .map(type -> type + " OUTPUT\n")
        .collect(Collectors.joining("", "TEXT INPUT\nSSML INPUT\nAUDIO OUTPUT\n", ""));
  }
}
