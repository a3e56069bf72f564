package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.nangdok.reading.MemoryBudget;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestSizeFilterTest {

  private final MemoryBudget budget = new MemoryBudget(1_000_000);
  private final RequestSizeFilter filter = new RequestSizeFilter(budget, Duration.ofMillis(50));

  @Test
  void largeBodiesTogetherHaveABudgetThatIsAlwaysGivenBack() throws Exception {
    long before = budget.left();
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    FilterChain slow =
        (request, response) -> {
          inside.countDown();
          try {
            leave.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("and then it fails");
        };
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = others.submit(() -> answer(900_000, slow).getStatus());
      inside.await();

      MockHttpServletResponse second = answer(900_000, new MockFilterChain());
      assertThat(second.getStatus()).isEqualTo(503);
      assertThat(second.getHeader("Retry-After")).isEqualTo("10");
      assertThat(second.getContentAsString()).contains("\"service.busy\"");
      assertThat(answer(10_000, new MockFilterChain()).getStatus()).isEqualTo(200);

      leave.countDown();
      assertThat(first).failsWithin(Duration.ofSeconds(10));
    }
    assertThat(budget.left()).isEqualTo(before);
    assertThat(answer(900_000, new MockFilterChain()).getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse answer(int length, FilterChain chain) throws Exception {
    var request = new MockHttpServletRequest("POST", "/api/articles");
    request.setContent(new byte[length]);
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, chain);
    return response;
  }
}
