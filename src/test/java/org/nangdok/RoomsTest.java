package org.nangdok;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms and their one-way flow. */
@AnalyzeClasses(
    packages = {"org.nangdok", "marytts.language.ko"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest
  static final ArchRule roomsFlowOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("problem")
          .definedBy("org.nangdok.problem..")
          .layer("data")
          .definedBy("org.nangdok.data..")
          .layer("key")
          .definedBy("org.nangdok.key..")
          .layer("page")
          .definedBy("org.nangdok.page..")
          .layer("article")
          .definedBy("org.nangdok.article..")
          .layer("document")
          .definedBy("org.nangdok.document..")
          .layer("script")
          .definedBy("org.nangdok.script..")
          .layer("language")
          .definedBy("org.nangdok.language..")
          .layer("ssml")
          .definedBy("org.nangdok.ssml..")
          .layer("voice")
          .definedBy("org.nangdok.voice..")
          .layer("utterance")
          .definedBy("org.nangdok.utterance..")
          .layer("speech")
          .definedBy("org.nangdok.speech..")
          .layer("audio")
          .definedBy("org.nangdok.audio..")
          .layer("library")
          .definedBy("org.nangdok.library..")
          .layer("reading")
          .definedBy("org.nangdok.reading..")
          .layer("publish")
          .definedBy("org.nangdok.publish..")
          .layer("feed")
          .definedBy("org.nangdok.feed..")
          .layer("work")
          .definedBy("org.nangdok.work..")
          .layer("delivery")
          .definedBy("org.nangdok.delivery..")
          .layer("command")
          .definedBy("org.nangdok.command..")
          .whereLayer("problem")
          .mayNotAccessAnyLayer()
          .whereLayer("data")
          .mayOnlyAccessLayers("problem")
          .whereLayer("key")
          .mayOnlyAccessLayers("problem", "data")
          .whereLayer("page")
          .mayOnlyAccessLayers("problem", "data")
          .whereLayer("article")
          .mayOnlyAccessLayers("problem", "data", "page")
          .whereLayer("document")
          .mayOnlyAccessLayers("problem", "data", "page", "article")
          .whereLayer("script")
          .mayOnlyAccessLayers("problem", "data", "article")
          .whereLayer("language")
          .mayOnlyAccessLayers("problem", "data")
          .whereLayer("ssml")
          .mayOnlyAccessLayers("problem", "language")
          .whereLayer("voice")
          .mayOnlyAccessLayers("problem", "data", "script")
          .whereLayer("utterance")
          .mayOnlyAccessLayers("problem", "language", "voice")
          .whereLayer("speech")
          .mayOnlyAccessLayers("problem", "data", "language", "voice", "utterance")
          .whereLayer("audio")
          .mayOnlyAccessLayers("problem", "speech")
          .whereLayer("library")
          .mayOnlyAccessLayers("problem", "data", "page", "audio", "speech", "utterance")
          .whereLayer("publish")
          .mayOnlyAccessLayers("problem")
          .whereLayer("reading")
          .mayOnlyAccessLayers(
              "problem",
              "data",
              "page",
              "article",
              "document",
              "script",
              "language",
              "ssml",
              "voice",
              "utterance",
              "speech",
              "audio",
              "library",
              "publish")
          .whereLayer("feed")
          .mayOnlyAccessLayers("problem", "page", "library", "reading")
          .whereLayer("work")
          .mayOnlyAccessLayers(
              "problem", "article", "document", "script", "voice", "library", "publish", "reading")
          .whereLayer("delivery")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("org.nangdok.(*)..").should().beFreeOfCycles();

  /** Inside the rooms too: values above, parts below, one way. */
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.nangdok.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule springStaysOutOfTextAndSound =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..article..",
              "..document..",
              "..script..",
              "..language..",
              "..ssml..",
              "..utterance..",
              "..voice..",
              "..audio..",
              "..publish..",
              "..feed..",
              "..work..",
              "..data..",
              "..problem..",
              "..key..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  /** Of room page they use what tells a file's letters. */
  @ArchTest
  static final ArchRule documentsFetchNothing =
      noClasses()
          .that()
          .resideInAPackage("org.nangdok.document..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.nangdok\\.page\\.(?!Charsets|PageDecoder).*")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "org.apache.hc..");

  /** Machines whose clocks are apart agree by the database's clock and by monotonic ones. */
  @ArchTest
  static final ArchRule sharedWorkAsksNoClockOfThisMachine =
      noClasses()
          .that()
          .resideInAPackage("org.nangdok.library.shared..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethodWhere(
              target(owner(type(java.time.Clock.class))).and(target(nameStartingWith("system"))));

  @ArchTest
  static final ArchRule maryStaysInItsRoom =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.nangdok.speech.mary..", "marytts..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("marytts..").and(not(resideInAPackage("marytts.language.ko.."))));

  /** The wiring sees all rooms and no room sees the wiring. */
  @ArchTest
  static final ArchRule theWiringIsSeenByNobody =
      noClasses()
          .that()
          .resideInAnyPackage("org.nangdok.*..", "marytts..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.nangdok");

  /** What answers listeners knows that something speaks, not what. */
  @ArchTest
  static final ArchRule enginesAreWiredOnly =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..article..",
              "..script..",
              "org.nangdok.language..",
              "..reading..",
              "..feed..",
              "..delivery..",
              "..publish..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..speech.espeak..",
              "..speech.mary..",
              "..speech.mbrola..",
              "..speech.neural..",
              "..speech.recorded..",
              "..speech.remote..");

  /**
   * MaryTTS's Korean stands on the front-end and the recordings: nangdok-korean is no more than
   * that.
   */
  @ArchTest
  static final ArchRule maryKoreanIsSmall =
      noClasses()
          .that()
          .resideInAPackage("marytts..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.nangdok..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.nangdok.data..",
                              "org.nangdok.language..",
                              "org.nangdok.speech",
                              "org.nangdok.speech.korean..",
                              "org.nangdok.speech.recorded.."))));

  @ArchTest
  static final ArchRule insidesOfTheLibraryAreWiredOnly =
      noClasses()
          .that()
          .resideInAnyPackage("..reading..", "..feed..", "..work..", "..delivery..", "..publish..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nangdok.library.local..", "org.nangdok.library.shared..");
}
