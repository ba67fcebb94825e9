package dev.akin.cli;

import dev.akin.cli.console.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Which commands there are, and how they are read. */
final class CommandTree {
  private static final Map<String, Function<Invocation, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("search", SearchCommand::new);
    COMMANDS.put("index", IndexCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("encode", EncodeCommand::new);
    COMMANDS.put("evaluate", EvaluateCommand::new);
    COMMANDS.put("choose", ChooseCommand::new);
    COMMANDS.put("study", StudyCommand::new);
    COMMANDS.put("words", WordsCommand::tree);
    COMMANDS.put("train", TrainCommand::tree);
    COMMANDS.put("model", ModelCommand::tree);
    COMMANDS.put("info", InfoCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
  }

  private CommandTree() {}

  /**
   * The commands that these arguments can reach: only the one they name, since reading the options
   * of all of them costs a tenth of the start.
   */
  static CommandLine build(Invocation invocation) {
    var line = new CommandLine(new AkinCommand());
    String first = invocation.args().isEmpty() ? "" : invocation.args().getFirst();
    if (COMMANDS.containsKey(first) && !first.equals("completion")) {
      add(line, invocation, first);
    } else {
      COMMANDS.keySet().forEach(name -> add(line, invocation, name));
    }
    configure(line, invocation);
    return line;
  }

  /** Every command there is, for the completion script. */
  static CommandLine buildAll(Invocation invocation) {
    var line = new CommandLine(new AkinCommand());
    COMMANDS.keySet().forEach(name -> add(line, invocation, name));
    return line;
  }

  private static void add(CommandLine line, Invocation invocation, String name) {
    Function<Invocation, Object> maker = COMMANDS.get(name);
    if (maker != null) {
      line.addSubcommand(name, maker.apply(invocation));
    }
  }

  private static void configure(CommandLine line, Invocation invocation) {
    Terminal terminal = invocation.console().terminal();
    Ansi ansi = terminal.hasColours() ? Ansi.ON : Ansi.OFF;
    ColorScheme colours = CommandLine.Help.defaultColorScheme(ansi);
    var failures = new Failures(invocation);
    line.setColorScheme(colours)
        .setUsageHelpWidth(terminal.columns())
        .setOut(new PrintWriter(invocation.console().out(), true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** The names of the commands, for messages. */
  static String names() {
    return COMMANDS.keySet().stream().collect(Collectors.joining(", "));
  }
}
