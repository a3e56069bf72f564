package org.nangdok.document.office;

import java.util.List;

/** Rows of tables as they are read: cells with a bar between them. */
final class TableRows {

  private static final int LONG_CELL = 300;

  private TableRows() {}

  static String of(List<String> cells) {
    return String.join(" | ", cells);
  }

  /** Whether a cell holds a text, so that the table only puts texts side by side. */
  static boolean isText(String cell) {
    return cell.length() > LONG_CELL;
  }
}
