package org.nangdok.boot;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * What Spring Boot configures by itself. It stands in a package of its own, since Spring opens each
 * class below this annotation's package in search of parts that Nangdok doesn't have (mixins of
 * Jackson), which costs a start a tenth of a second.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
public class SpringParts {}
