package org.nangdok.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence on standard error why a command ends, without a stack trace. */
final class Failures {

  /** Shows where a fault of the program itself is. */
  private static final String TRACE = "NANGDOK_TRACE";

  private Failures() {}

  /** Of a command that was begun. */
  static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    ProblemException problem = known(failure);
    int code = ExitCode.FAILED;
    if (problem != null) {
      err.println("nangdok: " + text(problem));
    } else if (failure instanceof InterruptedException) {
      err.println("nangdok: ended before it was done.");
    } else {
      err.println(
          "nangdok: this is a fault of the program: "
              + failure
              + ". Run it again with "
              + TRACE
              + "=true to see where, and report it.");
      code = ExitCode.FAULT;
    }
    if (Boolean.parseBoolean(System.getenv(TRACE))) {
      failure.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  /** Of a command line that can't be understood. */
  static int usage(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("nangdok: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE;
  }

  /** The sentence and its stable code. */
  static String text(ProblemException problem) {
    return problem.sentence() + " (" + problem.code() + ")";
  }

  private static @Nullable ProblemException known(Exception failure) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case IOException io -> problem(io);
      case UncheckedIOException io -> problem(java.util.Objects.requireNonNull(io.getCause()));
      default -> null;
    };
  }

  /** What the machine refuses, in words. */
  static ProblemException problem(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing ->
          new CommandException(
              "command.no-file", "There is no " + missing.getFile() + ".", missing);
      case AccessDeniedException denied ->
          new CommandException(
              "command.no-access",
              denied.getFile() + " may not be read or written by you.",
              denied);
      case NotDirectoryException file ->
          new CommandException("command.no-folder", file.getFile() + " is not a folder.", file);
      case FileSystemException other ->
          new CommandException(
              "command.file-refused",
              other.getFile()
                  + ": "
                  + (other.getReason() == null ? "the system refuses it" : other.getReason())
                  + ".",
              other);
      default ->
          new CommandException(
              "command.io-failed",
              "Reading or writing failed: " + failure.getMessage() + ".",
              failure);
    };
  }
}
