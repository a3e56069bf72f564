package org.nangdok.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes this program's commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script that lets bash or zsh complete commands and options.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bash, in ~/.bashrc:  source <(nangdok completion bash)",
      "  zsh, in ~/.zshrc:    source <(nangdok completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells that understand the script. */
  enum Shell {
    BASH,
    ZSH
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      defaultValue = "bash",
      description = "bash or zsh (default: ${DEFAULT-VALUE}).")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    String script = AutoComplete.bash(root.getCommandName(), root);
    // zsh runs bash's script once its own completion is there
    out.print(
        shell == Shell.ZSH
            ? "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + script
            : script);
    out.flush();
    return ExitCode.DONE;
  }
}
