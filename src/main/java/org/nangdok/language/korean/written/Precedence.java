package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.written.Lattice.Weighted;

/** What each class of written text weighs without any evidence; the only place that says it. */
final class Precedence {

  /** What a user or the author says outweighs everything. */
  static final double ASKED = 100;

  private static final double FIRST = 1;
  private static final double STEP = .01;

  /** A class that is read only where something speaks for it ({@code evidence.tsv}). */
  private static final double BY_EVIDENCE = .3;

  private Precedence() {}

  /** All classes; those that come first in {@link #inOrder} weigh more. */
  static List<Weighted> of(
      VoicesFolder voices, Letters letters, Counters counters, Symbols symbols) {
    var units = new Units(voices);
    var weighted = new ArrayList<Weighted>();
    double weight = FIRST;
    for (WrittenForm form : inOrder(voices, letters, counters, units, symbols)) {
      weighted.add(new Weighted(form, weight));
      weight -= STEP;
    }
    byEvidence(units).forEach(form -> weighted.add(new Weighted(form, BY_EVIDENCE)));
    return List.copyOf(weighted);
  }

  private static List<WrittenForm> inOrder(
      VoicesFolder voices, Letters letters, Counters counters, Units units, Symbols symbols) {
    return List.of(
        new EmailAddress(letters),
        new WebAddress(letters),
        new Handle(letters),
        new ListedName(voices),
        new CaseNumber(),
        new DateForm(),
        new ClockTime(),
        new PhoneNumber(),
        new SerialNumber(),
        new ServiceNumber(voices),
        new NamedDay(voices),
        new MonthForm(),
        new WeekdayForm(),
        new ShortYear(),
        new Fraction(),
        new Score(counters),
        new Money(voices),
        new UnitAlone(units),
        new RomanisedKorean(voices),
        new RomanNumeral(),
        new LatinGloss(letters),
        new LatinToken(letters, voices),
        new Ordinal(),
        new EnglishCount(counters),
        new Code(counters, units),
        new Decades(counters, units),
        new Approximate(counters),
        new Measure(counters, units),
        new Hanja(voices),
        new Masked(),
        new HangulRun(),
        symbols);
  }

  private static List<WrittenForm> byEvidence(Units units) {
    return List.of(
        new LotNumber(),
        new Verse(),
        new BloodPressure(units),
        new ShortDate(),
        new VersionNumber(),
        new HelpLine());
  }
}
