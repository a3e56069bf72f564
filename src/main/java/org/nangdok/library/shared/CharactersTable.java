package org.nangdok.library.shared;

import org.nangdok.speech.SpeechException;
import org.nangdok.speech.remote.SpentCharacters;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all machines together have sent today, in the table {@code spent_characters}. */
public final class CharactersTable implements SpentCharacters {

  private final JdbcClient client;

  public CharactersTable(JdbcClient client) {
    this.client = client;
  }

  @Override
  public void take(int characters, long most) {
    try {
      int counted =
          characters > most
              ? 0
              : client
                  .sql(
                      "insert into spent_characters as s (day, sent)"
                          + " values ((now() at time zone 'utc')::date, :characters)"
                          + " on conflict (day) do update set sent = s.sent + :characters"
                          + " where s.sent + :characters <= :most")
                  .param("characters", characters)
                  .param("most", most)
                  .update();
      if (counted == 0) {
        throw new SpeechException(
            "Today's " + most + " characters for the speech server are used up.");
      }
    } catch (DataAccessException e) {
      throw new SpeechException("The count of characters can't be kept.", e);
    }
  }
}
