package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.encoder.Encoder;
import dev.akin.search.index.IndexRefusedException;
import dev.akin.search.index.IndexReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin index}: builds or refreshes an index folder. */
@Command(
    name = "index",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Builds or refreshes an index of a folder, a file (text, Markdown, HTML, PDF, JSON Lines,"
          + " CSV, TSV; .gz and .zst of all) or a BEIR folder.",
      "Run again it embeds only what changed and removes what is gone. Stopped or killed, it goes"
          + " on from the last commit."
    },
    footer = {
      "",
      "Examples:",
      "  akin index papers.jsonl --into papers.akin",
      "  akin index mail.csv --into mail.akin --id-column nr --text-column body",
      "  akin index scifact --into scifact.akin --split none --truncation cut --model bge-small"
    })
final class IndexCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A folder or file.")
  private Path path = Path.of("");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "The index folder: a new or empty one, or an index to refresh.")
  private Path folder = Path.of("");

  @Mixin private ModelChoice model = new ModelChoice();
  @Mixin private IndexChoices choices = new IndexChoices();
  @Mixin private SourceChoices reading = new SourceChoices();

  IndexCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    choices.check();
    String name = model.named().orElse(ModelChoice.DEFAULT);
    ModelChoice.check(name);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw CommandException.badUse("--into %s is a file; an index is a folder".formatted(folder));
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Source source = Source.of(path, reading.options());
    long start = System.nanoTime();
    try (Encoder encoder = model.open(invocation, name, choices.truncation())) {
      IndexReport report =
          new IndexJob(invocation, folder, choices.options(encoder.maxTokens()))
              .run(source, encoder);
      double seconds = (System.nanoTime() - start) / 1e9;
      Console console = invocation.console();
      source.noteSkipped(console);
      IndexReports.noteKept(console, report);
      IndexReports.noteTruncation(console, report);
      if (common.json) {
        console.json(IndexReports.json(folder, report, source.log(), seconds));
      } else {
        IndexReports.print(console, folder, report, seconds);
      }
      return ExitCode.OK;
    } catch (IndexRefusedException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }
}
