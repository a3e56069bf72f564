package org.nangdok;

import java.time.Clock;
import org.nangdok.library.ListeningCounts;
import org.nangdok.library.ListeningLists;
import org.nangdok.library.local.ListeningCountTable;
import org.nangdok.library.local.ListeningListTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of listeners: the lists of those with a key, and counts of nobody in particular. */
@Configuration(proxyBeanMethods = false)
class ListeningRooms {

  @Bean
  ListeningLists listeningLists(JdbcClient client) {
    return new ListeningListTable(client, Clock.systemUTC());
  }

  @Bean
  ListeningCounts listeningCounts(JdbcClient client) {
    return new ListeningCountTable(client);
  }
}
