package org.nangdok.page;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache's HTTP client with everything off that acts on its own: no redirects, retries, cookies,
 * authentication, proxies from the environment, decompression or connections kept for later.
 *
 * <p>Spring Boot's builder for the same client offers the address filter but neither the total
 * deadline, which needs the request's own cancellation, nor a limit on the head of an answer.
 */
final class GuardedClient {

  private static final int MAX_LINE = 16 * 1024;
  private static final int MAX_HEADERS = 200;

  private GuardedClient() {}

  static CloseableHttpClient create(
      FetchSettings settings, GuardedResolver resolver, SSLContext tls) {
    Timeout total = Timeout.of(settings.total());
    Http1Config head =
        Http1Config.custom().setMaxLineLength(MAX_LINE).setMaxHeaderCount(MAX_HEADERS).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(head).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(settings.connect()))
                    .setSocketTimeout(total)
                    .build())
            .setMaxConnTotal(settings.atOnce())
            .setMaxConnPerRoute(settings.atOnce())
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(total)
                .setConnectionRequestTimeout(total)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent(settings.userAgent())
        .setDefaultHeaders(
            List.of(
                new BasicHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml;q=0.9"),
                new BasicHeader(HttpHeaders.ACCEPT_LANGUAGE, "ko,en;q=0.7"),
                new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")))
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }
}
