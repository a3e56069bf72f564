package org.nangdok;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service's entry point. */
@SpringBootApplication
public class Nangdok {
  public static void main(String[] args) {
    SpringApplication.run(Nangdok.class, args);
  }
}
