package dev.akin.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code akin completion}: the script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Prints the script that completes commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(akin completion bash)",
      "  akin completion zsh > ~/.akin-completion && echo 'source ~/.akin-completion' >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells there is a script for; zsh runs bash's through its own bashcompinit. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "bash|zsh", description = "The shell the script is for.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("akin", CommandTree.buildAll(invocation));
    if (common.json) {
      throw CommandException.badUse("--json: a completion script is no JSON; leave --json out");
    }
    String head =
        switch (shell) {
          case BASH -> "";
          case ZSH ->
              "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";
        };
    invocation.console().line(head + script);
    return ExitCode.OK;
  }
}
