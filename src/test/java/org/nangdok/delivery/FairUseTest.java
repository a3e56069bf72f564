package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.bucket4j.TimeMeter;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.delivery.access.CallerWithKey;
import org.nangdok.library.local.AskedInMemory;
import org.nangdok.library.local.SharesInMemory;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class FairUseTest {

  private final AtomicLong clock = new AtomicLong();
  private final MockMvc service =
      MockMvcBuilders.standaloneSetup(new Desk())
          .setControllerAdvice(new ProblemAnswers())
          .addInterceptors(
              new FairUse(
                  new LimitSettings(30, 100_000, Duration.ofMinutes(1), 3, 100, 2_000),
                  new SharesInMemory(ticking())))
          .build();

  @RestController
  static class Desk {
    @PostMapping({
      "/api/articles",
      "/api/scripts",
      "/api/readings",
      "/api/pronunciations",
      "/api/pronunciations/sample",
      "/v1/audio/speech",
      "/v1/speech",
      "/process",
      "/synthesize"
    })
    String take() {
      return "taken";
    }

    @GetMapping("/api/readings/1")
    String show() {
      return "shown";
    }
  }

  private TimeMeter ticking() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return clock.get();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String from)
      throws Exception {
    return service
        .perform(
            request.with(
                plain -> {
                  plain.setRemoteAddr(from);
                  return plain;
                }))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse ask(String from) throws Exception {
    return answer(post("/api/readings").content("{}"), from);
  }

  private void useUp(String from) throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(ask(from).getStatus()).isEqualTo(200);
    }
  }

  /** Each spelling that is answered counts; any other is no address at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/articles",
        "/api/scripts",
        "/api/readings",
        "/api/pronunciations/sample",
        "/v1/audio/speech",
        "/v1/speech",
        "/process",
        "/synthesize"
      })
  void noSpellingOfAnAddressGetsAroundItsLimit(String address) throws Exception {
    var random = new Random(address.hashCode());
    String client = "8.8." + Math.floorMod(address.hashCode(), 256) + ".1";
    int answered = 0;
    int limited = 0;
    for (int i = 0; i < 400; i++) {
      MockHttpServletResponse answer =
          answer(post(URI.create(spelled(address, random))).content("{}"), client);
      answered += answer.getStatus() == 200 ? 1 : 0;
      limited += answer.getStatus() == 429 ? 1 : 0;
      assertThat(answer.getStatus()).isIn(200, 400, 404, 405, 429);
    }
    assertThat(answered).isLessThanOrEqualTo(30);
    assertThat(limited).isPositive();
  }

  /** Escaped, doubled, dotted, in capitals, with parameters. */
  private static String spelled(String address, Random random) {
    var spelled = new StringBuilder();
    for (char c : address.toCharArray()) {
      switch (random.nextInt(c == '/' ? 12 : 6)) {
        case 0 -> spelled.append(c == '/' ? "//" : "%%%02x".formatted((int) c));
        case 1 -> spelled.append(c == '/' ? "/./" : "%%%02X".formatted((int) c));
        case 2 ->
            spelled.append(
                c == '/'
                    ? ";a=b/"
                    : random.nextInt(9) == 0 ? "" + Character.toUpperCase(c) : "" + c);
        default -> spelled.append(c);
      }
    }
    return spelled.append(random.nextInt(6) == 0 ? "/" : "").toString();
  }

  @Test
  void row83RefusesTheThirtyFirstArticleInAMinute() throws Exception {
    useUp("8.8.4.4");

    MockHttpServletResponse refusal = ask("8.8.4.4");

    assertThat(refusal.getStatus()).isEqualTo(429);
    assertThat(refusal.getHeader("Retry-After")).isEqualTo("2");
    assertThat(refusal.getContentAsString())
        .contains("\"limit.rate\"", "Too many new articles; try again in 2 seconds.");
    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(ask("8.8.4.4").getStatus()).isEqualTo(200);
    assertThat(ask("8.8.4.4").getStatus()).isEqualTo(429);
  }

  @Test
  void row84AForwardedAddressBuysNothing() throws Exception {
    useUp("8.8.4.4");

    MockHttpServletRequestBuilder spoofed =
        post("/api/readings")
            .content("{}")
            .header("X-Forwarded-For", "9.9.9.9")
            .header("Forwarded", "for=9.9.9.9")
            .header("X-Real-IP", "9.9.9.9");

    assertThat(answer(spoofed, "8.8.4.4").getStatus()).isEqualTo(429);
  }

  @Test
  void aNetworkIsOneClient() throws Exception {
    useUp("8.8.4.4");
    assertThat(ask("8.8.4.200").getStatus()).isEqualTo(429);
    assertThat(ask("8.8.5.4").getStatus()).isEqualTo(200);

    useUp("2606:4700::1");
    assertThat(ask("2606:4700::ffff:0:0:2").getStatus()).isEqualTo(429);
    assertThat(ask("2606:4700:0:1::1").getStatus()).isEqualTo(200);
  }

  @Test
  void listeningIsNotLimited() throws Exception {
    useUp("8.8.4.4");

    assertThat(answer(get("/api/readings/1"), "8.8.4.4").getStatus()).isEqualTo(200);
    assertThat(answer(post("/api/pronunciations").content("{}"), "8.8.4.4").getStatus())
        .isEqualTo(200);
  }

  @Test
  void bytesAreLimitedWhateverTheyAreFor() throws Exception {
    byte[] large = new byte[60_000];

    assertThat(answer(post("/api/pronunciations").content(large), "8.8.4.4").getStatus())
        .isEqualTo(200);
    MockHttpServletResponse refusal = answer(post("/api/pronunciations").content(large), "8.8.4.4");
    assertThat(refusal.getStatus()).isEqualTo(429);
    assertThat(refusal.getHeader("Retry-After")).isEqualTo("12");
    assertThat(refusal.getContentAsString()).contains("Too many bytes");
  }

  @Test
  void theMachinesOwnRequestsAreNotLimited() throws Exception {
    useUp("127.0.0.1");

    assertThat(ask("127.0.0.1").getStatus()).isEqualTo(200);
    useUp("::1");
    assertThat(ask("0:0:0:0:0:0:0:1").getStatus()).isEqualTo(200);
  }

  @Test
  void aKeyHasAShareOfItsOwnWhereverItIsUsed() throws Exception {
    try (var key = CallerWithKey.asks()) {
      useUp("8.8.4.4");
      assertThat(ask("127.0.0.1").getStatus()).isEqualTo(429);
    }
    assertThat(ask("8.8.4.4").getStatus()).isEqualTo(200);
  }

  @Test
  void aClientHasAFewReadingsMadeAtTheSameTime() throws Exception {
    Set<String> inWork = new HashSet<>(Set.of("1", "2"));
    MockMvc desk =
        MockMvcBuilders.standaloneSetup(new Numbering())
            .setControllerAdvice(new ProblemAnswers())
            .addInterceptors(new ActiveReadings(2, new AskedInMemory(inWork::contains)))
            .build();

    assertThat(number(desk, "8.8.4.4").getHeader("Location")).endsWith("/1");
    assertThat(number(desk, "8.8.4.4").getStatus()).isEqualTo(202);
    MockHttpServletResponse refusal = number(desk, "8.8.4.5");
    assertThat(refusal.getStatus()).isEqualTo(429);
    assertThat(refusal.getHeader("Retry-After")).isEqualTo("10");
    assertThat(number(desk, "8.8.5.4").getStatus()).isEqualTo(202);
    inWork.remove("1");
    assertThat(number(desk, "8.8.4.4").getStatus()).isEqualTo(202);
  }

  private static MockHttpServletResponse number(MockMvc desk, String from) throws Exception {
    return desk.perform(
            post("/api/readings")
                .with(
                    plain -> {
                      plain.setRemoteAddr(from);
                      return plain;
                    }))
        .andReturn()
        .getResponse();
  }

  @RestController
  static class Numbering {
    private final AtomicInteger last = new AtomicInteger();

    @PostMapping("/api/readings")
    ResponseEntity<String> take() {
      return ResponseEntity.accepted()
          .location(URI.create("/api/readings/" + last.incrementAndGet()))
          .build();
    }
  }

  @Test
  void limitsOfNothingAreRefusedAtStart() {
    assertThatThrownBy(() -> new LimitSettings(0, 1, Duration.ofMinutes(1), 3, 1, 1))
        .hasMessageContaining("nangdok.limits");
  }
}
