package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.cluster.PostgresServer;
import org.nangdok.library.ClientShares;
import org.nangdok.library.ClientSharesContract;
import org.nangdok.library.LibraryException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("cluster")
class SharedSharesTest extends ClientSharesContract {

  private static final ClientShares.Share HOUR = new ClientShares.Share(30, Duration.ofHours(1));

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  private SharedShares machine() {
    return new SharedShares(library.database.connections(), new DatabaseTime(library.client));
  }

  @Override
  protected List<ClientShares> machines() {
    return List.of(machine(), machine());
  }

  private int rows() {
    return library.client.sql("select count(*) from client_share").query(Integer.class).single();
  }

  @Test
  void whatIsFullAgainIsForgottenAndNothingElse() {
    SharedShares shares = machine();
    shares.take("a", "articles", 30, HOUR);
    shares.sweep();
    assertThat(rows()).isEqualTo(1);
    assertThat(shares.take("a", "articles", 1, HOUR)).isPresent();

    library.client.sql("update client_share set expires_at = 1").update();
    shares.sweep();
    assertThat(rows()).isZero();
    assertThat(shares.take("a", "articles", 1, HOUR)).isEmpty();
  }

  @Test
  void noAddressStandsInTheDatabase() {
    machine().take("[8, 8, 4]", "articles", 1, HOUR);
    String all =
        library.client.sql("select s::text from client_share s").query(String.class).single();
    assertThat(all).doesNotContain("8, 8, 4");
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsCounted() {
    var place =
        new SharedDatabase.Place(
            library.postgres.url("nangdok"), PostgresServer.USER, PostgresServer.PASSWORD, 1);
    SharedShares shares;
    try (var database = SharedDatabase.open(place)) {
      shares =
          new SharedShares(
              database.connections(), new DatabaseTime(JdbcClient.create(database.connections())));
    }
    assertThatThrownBy(() -> shares.take("a", "articles", 1, HOUR))
        .isInstanceOfSatisfying(
            LibraryException.class, away -> assertThat(away.code()).isEqualTo("storage.failed"));
  }
}
