package org.nangdok.page;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import org.jsoup.Connection;
import org.jsoup.Jsoup;

/**
 * Only the page room opens connections to addresses of strangers; what an administrator names has
 * doors of its own.
 */
@AnalyzeClasses(packages = "org.nangdok", importOptions = DoNotIncludeTests.class)
class OneDoorTest {

  private static final String DOOR = "org.nangdok.page..";

  /** Lists files within the service's own jar through a jar: URL, never anybody's address. */
  private static final String OWN_JAR = "org.nangdok.data..";

  /** Sources of voice packs, and speech servers: from files and settings, never from a request. */
  private static final String[] ADMINISTRATORS_SERVERS = {
    "org.nangdok.voice.pack..", "org.nangdok.speech.remote.."
  };

  /** They have the sockets of those who come to them. */
  private static final String ACCEPTING = "org\\.nangdok\\.delivery\\.foreign\\.Wyoming.*";

  @ArchTest
  static final ArchRule whoAcceptsConnectionsOpensNone =
      noClasses()
          .that()
          .haveNameMatching(ACCEPTING)
          .should()
          .callConstructorWhere(target(owner(assignableTo(Socket.class))))
          .orShould()
          .callMethodWhere(target(owner(assignableTo(Socket.class))).and(target(name("connect"))))
          .orShould()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.hc..", "java.net.http..")
                  .or(assignableTo(URLConnection.class))
                  .or(assignableTo(SocketChannel.class)));

  @ArchTest
  static final ArchRule onlyThePageRoomHasHttpClients =
      noClasses()
          .that()
          .resideOutsideOfPackages(DOOR, OWN_JAR)
          .and()
          .resideOutsideOfPackages(ADMINISTRATORS_SERVERS)
          .and()
          .haveNameNotMatching("org\\.nangdok\\.command\\.RunningService(\\$.*)?")
          .and()
          .haveNameNotMatching(ACCEPTING)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.apache.hc..", "java.net.http..", "org.springframework.web.client..")
                  .or(assignableTo(URLConnection.class))
                  .or(assignableTo(Socket.class))
                  .or(assignableTo(SocketChannel.class))
                  .or(assignableTo(Connection.class)));

  @ArchTest
  static final ArchRule nobodyOpensAddressesDirectly =
      noClasses()
          .that()
          .resideOutsideOfPackage(OWN_JAR)
          .should()
          .callMethod(URL.class, "openStream")
          .orShould()
          .callMethod(URL.class, "openConnection")
          .orShould()
          .callMethod(Jsoup.class, "connect", String.class);

  @ArchTest
  static final ArchRule springStaysAtTheAddressFilter =
      noClasses()
          .that()
          .resideInAPackage(DOOR)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.springframework..")
                  .and(not(resideInAnyPackage("org.springframework.boot.http.client.."))))
          .because("the room is plain Java but for the filter");

  @ArchTest
  static final ArchRule thePageRoomKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage(DOOR)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.nangdok..")
                  .and(not(resideInAnyPackage(DOOR, "org.nangdok.problem.."))));
}
