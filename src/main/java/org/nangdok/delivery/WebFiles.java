package org.nangdok.delivery;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the files of {@code web/}. */
@Configuration(proxyBeanMethods = false)
class WebFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/web/**")
        .addResourceLocations("classpath:/web/")
        .setCacheControl(CacheControl.maxAge(0, TimeUnit.SECONDS).mustRevalidate());
  }
}
