import java.io.File;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import marytts.LocalMaryInterface;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;

/**
 * What a program of somebody else's does with nangdok-korean, and that it works without the application.
 *
 * <p>{@code java -cp target/nangdok-korean.jar:target/korean-libraries/* src/build/java/KoreanFromOutside.java}
 */
final class KoreanFromOutside {

  private static final String SENTENCE = "국립공원에 꽃이 피었습니다.";

  private KoreanFromOutside() {}

  public static void main(String[] arguments) throws Exception {
    var korean = new KoreanLanguage(VoicesFolder.shipped());
    String heard = korean.read("값이 3% 올랐습니다.").pronounced();
    demand(heard.equals("갑씨 삼 퍼센트 올랃씀니다"), "the front-end says " + heard);

    var mary = new LocalMaryInterface();
    mary.setLocale(Locale.KOREAN);
    mary.setVoice("haneul");
    try (AudioInputStream sound = mary.generateAudio(SENTENCE)) {
      double seconds = sound.getFrameLength() / sound.getFormat().getSampleRate();
      demand(seconds > 1 && seconds < 5, "MaryTTS speaks for " + seconds + " s");
      if (arguments.length > 0) {
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, new File(arguments[0]));
      }
    }
    try {
      Class.forName("org.nangdok.Nangdok");
      throw new IllegalStateException("The application is on the class path: this proves nothing.");
    } catch (ClassNotFoundException alone) {
      System.out.println("nangdok-korean reads and speaks by itself.");
    }
  }

  private static void demand(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("nangdok-korean doesn't work by itself: " + what);
    }
  }
}
