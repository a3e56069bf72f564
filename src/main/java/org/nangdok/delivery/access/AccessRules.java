package org.nangdok.delivery.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.key.KeyFile;
import org.nangdok.key.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What needs which key, by method and path. Whatever isn't named here needs one, so that a new
 * address is closed until somebody opens it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessRules {

  private static final Logger LOG = LoggerFactory.getLogger(AccessRules.class);

  /** What changes the service for everybody, unless it is only looked at. */
  private static final String[] ADMINISTERED = {
    "/api/castings/**", "/api/lexicons/**", "/api/voices/**", "/api/feeds/**", "/v1/lexicons/**"
  };

  /** What the owner of a podcast may change; the address {@code mine} is everybody's own. */
  private static final Pattern OWN_PODCAST =
      Pattern.compile("/api/feeds/(?:mine(?:/.*)?|[^/]+/(?:entries(?:/[^/]+)?|address))");

  private static final List<HttpMethod> CHANGING =
      List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  /** Takes an administrator's key for whatever method; to show a licence, it is downloaded. */
  private static final String[] ADMINISTRATION = {
    "/api/administration/**", "/api/voices/*/licence", "/api/statistics"
  };

  /** What makes sound though it is asked for by GET. */
  private static final String[] MAKING = {
    "/process", "/api/tts", "/synthesize/**", "/v2/synthesize"
  };

  /** What a listener sends who has nothing new read. */
  private static final String[] LISTENING = {
    "/api/readings/*/position",
    "/api/readings/*/heard",
    "/api/readings/search",
    "/api/works/*/parts/*"
  };

  /** The player's own files, and what tells that the service is there. */
  private static final String[] FOR_EVERYBODY = {
    "/",
    "/listen",
    "/statistics",
    "/web/**",
    "/embed.js",
    "/favicon.ico",
    "/manifest.webmanifest",
    "/sw.js",
    "/openapi.json",
    "/api/status",
    "/actuator/health/**"
  };

  @Bean
  SecurityFilterChain access(
      HttpSecurity http,
      AccessSettings settings,
      KeyFile keys,
      SignedLinks links,
      Strangers strangers,
      @Value("${server.address:}") String address,
      @Value("${management.server.port:0}") int managementPort) {
    tellMode(settings.mode(), address);
    var refusals = new AccessRefusals();
    http.csrf(AbstractHttpConfigurer::disable) // there are no cookies
        .headers(AbstractHttpConfigurer::disable) // SecurityHeaders writes them, on refusals too
        .cors(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            failing -> failing.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(
            new KeyFilter(keys, links, settings.mode()), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests -> {
              requests
                  .dispatcherTypeMatchers(
                      DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                  .permitAll();
              requests.requestMatchers(ADMINISTRATION).access(needs(Scope.ADMINISTER));
              requests.requestMatchers("/api/library").access(needs(Scope.READ));
              if (settings.mode() == AccessMode.OPEN) {
                // All that anybody ever had read is the person's at this machine.
                requests.requestMatchers(kept(strangers)).access(needs(Scope.ADMINISTER));
              }
              // Whose podcast it is decides the room itself.
              ownPodcasts(requests, settings.mode());
              for (HttpMethod method : CHANGING) {
                requests.requestMatchers(method, ADMINISTERED).access(needs(Scope.ADMINISTER));
              }
              if (settings.mode() == AccessMode.OPEN) {
                requests.anyRequest().permitAll();
                return;
              }
              // A port of its own is kept from strangers by the network, not by keys.
              requests
                  .requestMatchers(
                      request -> managementPort > 0 && request.getLocalPort() == managementPort)
                  .permitAll();
              requests.requestMatchers(HttpMethod.GET, FOR_EVERYBODY).permitAll();
              requests.requestMatchers(HttpMethod.HEAD, FOR_EVERYBODY).permitAll();
              requests.requestMatchers("/api/links").access(needs(Scope.READ));
              requests.requestMatchers(MAKING).access(needs(Scope.MAKE));
              for (String path : LISTENING) {
                requests.requestMatchers(HttpMethod.POST, path).access(needs(Scope.READ));
              }
              requests
                  .requestMatchers(HttpMethod.PUT, "/api/works/*/place")
                  .access(needs(Scope.READ));
              for (HttpMethod method : CHANGING) {
                requests.requestMatchers(method, "/**").access(needs(Scope.MAKE));
              }
              requests.anyRequest().access(needs(Scope.READ));
            });
    return http.build();
  }

  private static void ownPodcasts(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      AccessMode mode) {
    requests.requestMatchers(HttpMethod.GET, "/podcasts/**").permitAll();
    requests.requestMatchers(HttpMethod.HEAD, "/podcasts/**").permitAll();
    var own =
        requests.requestMatchers(
            request ->
                CHANGING.contains(HttpMethod.valueOf(request.getMethod()))
                    && OWN_PODCAST.matcher(RoutedPath.of(request)).matches());
    if (mode == AccessMode.OPEN) {
      own.permitAll();
    } else {
      own.access(needs(Scope.MAKE));
    }
  }

  @Bean
  Strangers strangers(AccessSettings settings, @Value("${server.address:}") String address) {
    return new Strangers(settings, address);
  }

  @Bean
  SignedLinks signedLinks(AccessSettings settings, KeyFile keys) {
    return new SignedLinks(settings, keys, Clock.systemUTC());
  }

  /** Every method may come in, so that each address can tell which it takes (405, not 400). */
  @Bean
  StrictHttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejectedRequests() {
    return new AccessRefusals();
  }

  /** Requests of strangers for what is kept of the person at the machine. */
  private static RequestMatcher kept(Strangers strangers) {
    return request -> {
      String path = RoutedPath.of(request);
      boolean kept = path.equals("/api/readings") || path.equals("/api/works");
      boolean listing = kept && !request.getMethod().equals("POST");
      boolean removing =
          request.getMethod().equals("DELETE")
              && (path.startsWith("/api/readings/") || path.startsWith("/api/works/"));
      boolean podcast = OWN_PODCAST.matcher(path).matches();
      return (listing || removing || podcast) && strangers.isOne(request);
    };
  }

  private static AuthorizationManager<RequestAuthorizationContext> needs(Scope scope) {
    return (authentication, request) ->
        new AuthorizationDecision(allows(authentication.get(), scope));
  }

  private static boolean allows(@Nullable Authentication asking, Scope scope) {
    return asking instanceof KeyAuthentication key
        ? key.may(scope)
        : asking instanceof LinkAuthentication && scope == Scope.READ;
  }

  private static void tellMode(AccessMode mode, String address) {
    if (mode == AccessMode.KEYS) {
      LOG.info("Only who has a key is served; nangdok keys create makes one");
    } else if (address.isEmpty() || !Strangers.isLoopback(address)) {
      LOG.warn(
          "Everybody who reaches the port is served. Set nangdok.web.mode=keys, put a proxy with"
              + " its own authentication in front, or set server.address=127.0.0.1");
    } else {
      LOG.info("Only this machine is served, without a key but for administration");
    }
  }
}
