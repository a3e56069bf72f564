package org.nangdok.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page in the macros of man(7), made of what picocli knows: names, options, exit codes.
 */
final class ManPage {

  private final StringBuilder roff = new StringBuilder();

  private ManPage() {}

  /** One page for a program and all its commands. */
  static String of(CommandSpec root) {
    var page = new ManPage();
    String program = root.name();
    page.line(".TH " + program.toUpperCase(java.util.Locale.ROOT) + " 1 \"\" \"Nangdok\"");
    page.line(".SH NAME");
    page.text(program + " - " + description(root));
    page.line(".SH SYNOPSIS");
    page.text(program + " COMMAND [OPTIONS]");
    page.line(".SH COMMANDS");
    page.commands(root);
    page.line(".SH EXIT STATUS");
    page.pairs(root.usageMessage().exitCodeList());
    page.line(".SH ENVIRONMENT");
    page.text(
        "Every setting of the service has a variable, such as NANGDOK_DATA for nangdok.data, and"
            + " counts for every command; docs/settings.md names them all. Options come before"
            + " variables. NO_COLOR takes away colours, NANGDOK_TRACE=true shows where a fault is.");
    return page.roff.toString();
  }

  private void commands(CommandSpec parent) {
    for (Map.Entry<String, CommandLine> one : parent.subcommands().entrySet()) {
      CommandSpec spec = one.getValue().getCommandSpec();
      boolean alias = !one.getKey().equals(spec.name());
      if (!alias && !spec.usageMessage().hidden()) {
        command(spec);
        commands(spec);
      }
    }
  }

  private void command(CommandSpec spec) {
    line(".SS " + escaped(spec.qualifiedName()));
    text(description(spec));
    String synopsis = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0).strip();
    line(".PP");
    line(".B " + escaped(synopsis.replaceAll("\\s+", " ")));
    for (PositionalParamSpec one : spec.positionalParameters()) {
      if (!one.hidden()) {
        pair(one.paramLabel(), joined(one.description()));
      }
    }
    for (OptionSpec one : spec.options()) {
      if (!one.hidden()) {
        String value = one.arity().max() > 0 && !one.negatable() ? " " + one.paramLabel() : "";
        pair(String.join(", ", one.names()) + value, joined(one.description()));
      }
    }
    List<String> examples = List.of(spec.usageMessage().footer());
    if (!examples.isEmpty()) {
      line(".PP");
      line("Examples:");
      line(".nf");
      examples.forEach(this::text);
      line(".fi");
    }
  }

  private void pairs(Map<String, String> pairs) {
    pairs.forEach(this::pair);
  }

  private void pair(String term, String text) {
    line(".TP");
    line(".B " + escaped(term));
    text(text);
  }

  /** A line that begins with a dot or an apostrophe would be taken for a request. */
  private void text(String text) {
    String safe = escaped(text);
    line(safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe);
  }

  private void line(String line) {
    roff.append(line).append('\n');
  }

  private static String description(CommandSpec spec) {
    return joined(spec.usageMessage().description());
  }

  private static String joined(String[] lines) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      all.add(String.format(line));
    }
    return String.join(" ", all);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
