package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Terminal;
import dev.akin.testkit.TestData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What pages and help tell people to type is understood; what can be typed is told. */
class DocumentedCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("```\\w*\\n(.*?)\\n```", Pattern.DOTALL);

  /** Blanks in a row set the columns of an overview, which is no command. */
  private static final Pattern COMMAND = Pattern.compile("(?:\\./)?akin ((?!.*\\S {2,}\\S).*)");

  private static Invocation invocation(List<String> args) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Invocation(
        args,
        Map.of(),
        InputStream.nullInputStream(),
        new Console(nowhere, nowhere, Terminal.NONE),
        new Interruption());
  }

  private static void assertIsUnderstood(String where, String command) {
    List<String> args = new ShellLine(command).words();
    CommandLine line = CommandTree.build(invocation(args));
    assertThatCode(() -> line.parseArgs(args.toArray(String[]::new)))
        .as("%s: akin %s", where, command)
        .doesNotThrowAnyException();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(TestData.projectRoot().resolve("README.md")));
    try (Stream<Path> docs = Files.walk(TestData.projectRoot().resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @Test
  void everyCommandOfThePagesIsUnderstood() throws IOException {
    int count = 0;
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        for (String line : block.group(1).replaceAll("\\\\\\n\\s*", "").split("\\n", -1)) {
          Matcher command = COMMAND.matcher(line.strip());
          if (command.matches()) {
            assertIsUnderstood(page.toString(), command.group(1));
            count++;
          }
        }
      }
    }
    assertThat(count).as("commands found").isGreaterThan(80);
  }

  @Test
  void everyCommandHasHelpWhoseExamplesAreUnderstood() {
    CommandLine all = CommandTree.buildAll(invocation(List.of()));
    List<CommandLine> commands = new ArrayList<>();
    gather(all, commands);
    assertThat(commands).hasSizeGreaterThan(25);
    for (CommandLine command : commands) {
      String name = command.getCommandSpec().qualifiedName();
      String[] footer = command.getCommandSpec().usageMessage().footer();
      List<String> examples =
          Stream.of(footer)
              .map(String::strip)
              .filter(line -> line.startsWith("akin "))
              .map(line -> line.substring("akin ".length()))
              .toList();
      assertThat(examples).as("examples of '%s --help'", name).isNotEmpty();
      examples.forEach(example -> assertIsUnderstood(name + " --help", example));
      assertThat(helpWithoutComplaint(command, name))
          .as("'%s --help'", name)
          .contains(
              "Usage: " + name, command.getParent() == null ? "--version" : "--json", "--help");
    }
  }

  /** Help goes through a formatter, which complains on the user's screen of what it cannot read. */
  private static String helpWithoutComplaint(CommandLine command, String name) {
    PrintStream before = System.err;
    var complaints = new ByteArrayOutputStream();
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      return command.getUsageMessage();
    } finally {
      System.setErr(before);
      assertThat(complaints.toString(StandardCharsets.UTF_8)).as("'%s --help'", name).isEmpty();
    }
  }

  private static void gather(CommandLine line, List<CommandLine> into) {
    into.add(line);
    line.getSubcommands().values().forEach(inner -> gather(inner, into));
  }

  @Test
  void theOverviewOfCommandsNamesEachOfThem() throws IOException {
    String overview = Files.readString(TestData.projectRoot().resolve("docs/cli.md"));
    CommandLine all = CommandTree.buildAll(invocation(List.of()));
    for (String name : CommandTree.names().split(", ", -1)) {
      assertThat(overview).containsPattern("(?m)^akin " + name + "\\b");
      CommandLine command = Objects.requireNonNull(all.getSubcommands().get(name));
      for (String inner : command.getSubcommands().keySet()) {
        assertThat(overview).containsPattern("(?m)^akin " + name + " " + inner + "\\b");
      }
    }
  }
}
