package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.library.AskedReadings;
import org.nangdok.library.AskedReadingsContract;

@Tag("cluster")
class SharedAskedReadingsTest extends AskedReadingsContract {

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  @Override
  protected List<AskedReadings> machines() {
    return List.of(
        new SharedAskedReadings(library.client), new SharedAskedReadings(library.client));
  }

  @Override
  protected void begin(String reading) {
    library
        .client
        .sql("insert into reading (id, finished, created) values (:id, false, now())")
        .param("id", reading)
        .update();
  }

  @Override
  protected void finish(String reading) {
    set(reading, "finished = true");
  }

  private void set(String reading, String what) {
    library
        .client
        .sql("update reading set " + what + " where id = :id")
        .param("id", reading)
        .update();
  }

  @Test
  void whatRestsDoesNotCountAndAnHourLaterNothingDoes() {
    var asked = new SharedAskedReadings(library.client);
    begin("one");
    begin("two");
    asked.asked("a", "one");
    asked.asked("a", "two");
    set("one", "rests = true");
    assertThat(asked.inWork("a")).isEqualTo(1);

    library.client.sql("update client_reading set asked = now() - interval '61 minutes'").update();
    assertThat(asked.inWork("a")).isZero();
    asked.sweep();
    assertThat(
            library.client.sql("select count(*) from client_reading").query(Integer.class).single())
        .isZero();
  }
}
