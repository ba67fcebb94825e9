package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.cli.console.Progress;
import dev.akin.study.catalog.StudyCatalog;
import dev.akin.study.catalog.StudyFolder;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.claim.StudyPage;
import dev.akin.study.claim.StudyResult;
import dev.akin.study.system.Systems;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin study}: published claims, tried again. */
@Command(
    name = "study",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Tries published claims again, each with a control and a verdict that follows from"
          + " intervals.",
      "'list' shows all with their last verdict, 'show' one of them, 'run' repeats one."
    },
    footer = {
      "",
      "Examples:",
      "  akin study list",
      "  akin study show pooling",
      "  akin study run pooling --data ../data"
    })
final class StudyCommand implements Callable<Integer> {
  /** Where a checkout of this project keeps its studies. */
  private static final Path USUAL = Path.of("docs", "studies");

  private static final long SEED = 42;

  /** What is done with studies. */
  enum Action {
    LIST,
    SHOW,
    RUN
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "list|show|run", description = "What to do.")
  private Action action = Action.LIST;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which study; 'all' runs all of them.")
  private Optional<String> name = Optional.empty();

  @Mixin private DataChoice data = new DataChoice();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "The folder of results and pages. Default: docs/studies, where there is one.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Of all draws. Default: 42.")
  private long seed = SEED;

  StudyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    switch (action) {
      case LIST -> {
        if (name.isPresent()) {
          throw CommandException.badUse(
              "'list' shows all studies and takes no name, got '%s'; 'akin study show %s' shows one"
                  .formatted(name.get(), name.get()));
        }
        checkFolder();
        list();
      }
      case SHOW -> {
        Study study = named();
        checkFolder();
        show(study);
      }
      case RUN -> {
        List<Study> studies =
            name.equals(Optional.of("all")) ? StudyCatalog.all() : List.of(named());
        checkFolder();
        for (Study study : studies) {
          checkData(study);
        }
        for (Study study : studies) {
          run(study);
        }
      }
    }
    return ExitCode.OK;
  }

  /** Refuses a folder of results that is none, before anything is measured. */
  private void checkFolder() {
    boolean isRun = action == Action.RUN;
    if (folder.isEmpty()) {
      if (isRun && !Files.isDirectory(USUAL)) {
        throw CommandException.badUse(
            "there is no folder %s here; name one for the results with --into DIR"
                .formatted(USUAL));
      }
      return;
    }
    Path wanted = folder.get();
    Path nearest = wanted.toAbsolutePath();
    while (isRun && nearest.getParent() != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    if (Files.exists(nearest) && !Files.isDirectory(nearest)) {
      throw CommandException.badUse(
          "%s is a file; the results of studies go into a folder".formatted(nearest));
    }
    if (!Files.exists(nearest)) {
      throw CommandException.badUse("there is no folder %s with results".formatted(wanted));
    }
  }

  private void checkData(Study study) {
    for (String needed : study.data()) {
      Path path = data.root(invocation.env()).resolve(needed);
      if (!Files.exists(path)) {
        throw CommandException.failed(
            "%s: no such file or folder; the study '%s' needs it: name the folder of the data with"
                    .formatted(path, study.name())
                + " --data");
      }
    }
  }

  private Study named() {
    String asked =
        name.orElseThrow(() ->
            CommandException.badUse(
                "which study? one of " + String.join(", ", StudyCatalog.names())));
    return StudyCatalog.find(asked)
        .orElseThrow(() ->
            CommandException.badUse(
                "there is no study '%s'%s; studies: %s"
                    .formatted(
                        asked,
                        Messages.didYouMean(asked, StudyCatalog.names()),
                        String.join(", ", StudyCatalog.names()))));
  }

  private StudyFolder folder() {
    return new StudyFolder(folder.orElse(USUAL));
  }

  private void list() throws IOException {
    Console console = invocation.console();
    int width = StudyCatalog.names().stream().mapToInt(DisplayWidth::of).max().orElse(0);
    for (Study study : StudyCatalog.all()) {
      Optional<StudyResult> result = folder().find(study);
      String verdict = result.map(r -> r.outcome().verdict().printedName()).orElse("not run yet");
      if (common.json) {
        console.json(
            Console.members(
                "study", Json.of(study.name()),
                "title", Json.of(study.title()),
                "paper", Json.of(study.claim().paper()),
                "year", Json.of(study.claim().year()),
                "verdict", Json.of(verdict)));
      } else {
        console.line(
            "%s  %s  %s"
                .formatted(
                    DisplayWidth.pad(study.name(), width),
                    DisplayWidth.pad(verdict, 14),
                    study.title()));
      }
    }
  }

  private void show(Study study) throws IOException {
    StudyResult result =
        folder()
            .find(study)
            .orElseThrow(() ->
                CommandException.failed(
                    "the study '%s' was not run yet: akin study run %s"
                        .formatted(study.name(), study.name())));
    print(study, result);
  }

  private void print(Study study, StudyResult result) {
    if (common.json) {
      invocation.console().json(result.toJson());
    } else {
      invocation.console().line(StudyPage.of(study, result).stripTrailing());
    }
  }

  private void run(Study study) throws IOException {
    StudyFolder results = folder();
    long start = System.nanoTime();
    StudyResult result;
    try (Systems systems = EvaluationSystems.open(invocation);
        Progress progress = invocation.console().progress(study.name())) {
      Path work =
          Files.createDirectories(
              CacheFolder.of(invocation.env()).root().resolve("studies").resolve(study.name()));
      Outcome outcome =
          study.run(
              new StudyContext(data.root(invocation.env()), systems, work, seed, progress::say));
      result =
          new StudyResult(
              study.name(),
              environment(),
              LocalDate.now(ZoneOffset.UTC).toString(),
              Math.rint((System.nanoTime() - start) / 1e8) / 10,
              seed,
              outcome);
    }
    results.write(study, result);
    print(study, result);
  }

  private static String environment() {
    return String.format(
        Locale.ROOT,
        "Java %s, %s %s, %d processors",
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }
}
