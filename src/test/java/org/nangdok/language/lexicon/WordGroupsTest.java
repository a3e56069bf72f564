package org.nangdok.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;

class WordGroupsTest {

  private final WordGroups groups =
      WordGroups.open(VoicesFolder.shipped(), "lexicon/ko/groups.tsv");

  @Test
  void aGroupIsItsWordsAndAPatternForAnyOfThem() {
    assertThat(groups.words("quoted-daily")).contains("코스피", "환율");
    assertThat(Pattern.matches(groups.anyOf("quoted-daily"), "환율")).isTrue();
    assertThat(Pattern.matches(groups.anyOf("quoted-daily"), "나무")).isFalse();
  }

  @Test
  void aGroupThatIsMissingIsNoPatternForEverything() {
    assertThatThrownBy(() -> groups.anyOf("no-such-group"))
        .hasMessage("lexicon/ko/groups.tsv has no group named no-such-group.");
  }
}
