package org.nangdok.script.person;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.Style;

/**
 * A speaker as printed beside a label.
 *
 * @param name the person's name
 * @param title title or function; stands alone where no name is printed
 * @param style the manner that the print shows
 * @param gender the sex that the print states
 */
public record Who(
    @Nullable String name, @Nullable String title, @Nullable Style style, @Nullable Gender gender) {

  /** Nobody in particular. */
  public static final Who NOBODY = new Who(null, null, null, null);

  /** Whether neither name nor title is printed. */
  public boolean isNobody() {
    return name == null && title == null;
  }

  /** The same speaker, whose sex another mark states. */
  public Who withGender(@Nullable Gender other) {
    return new Who(name, title, style, gender == null ? other : gender);
  }

  /** The same speaker in another manner. */
  public Who withStyle(@Nullable Style other) {
    return new Who(name, title, other == null ? style : other, gender);
  }

  /** The same speaker by another name. */
  public Who withName(@Nullable String other) {
    return new Who(other, title, style, gender);
  }

  /** The same speaker with another title. */
  public Who withTitle(@Nullable String other) {
    return new Who(name, other, style, gender);
  }
}
