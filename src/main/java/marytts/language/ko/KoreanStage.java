package marytts.language.ko;

import java.util.Locale;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.modules.InternalModule;

/**
 * A stage of MaryTTS's chain for which nothing is left to do, because the tokeniser has done it:
 * tags and boundaries are known as soon as the words are.
 */
public class KoreanStage extends InternalModule {

  /** Called by MaryTTS with the name of the stage that it reaches. */
  public KoreanStage(String output) {
    super("KoreanStage " + output, before(output), stage(output), Locale.KOREAN);
  }

  private static MaryDataType before(String output) {
    return output.equals("INTONATION") ? MaryDataType.PHONEMES : MaryDataType.WORDS;
  }

  /** By constants, because types can't be asked for by name while modules are registered. */
  private static MaryDataType stage(String output) {
    return output.equals("INTONATION") ? MaryDataType.INTONATION : MaryDataType.PARTSOFSPEECH;
  }

  @Override
  public MaryData process(MaryData input) {
    var output = new MaryData(outputType(), input.getLocale());
    output.setDocument(input.getDocument());
    return output;
  }
}
