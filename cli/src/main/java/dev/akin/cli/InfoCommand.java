package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.search.index.IndexInfo;
import dev.akin.search.index.IndexOptions;
import dev.akin.search.index.Recall;
import dev.akin.search.index.SearchIndex;
import dev.akin.text.Json;
import dev.akin.vector.KernelChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin info}: what runs here, or what an index is. */
@Command(
    name = "info",
    description = "Shows versions, machine and cache folder, or what an index is and holds.",
    footer = {"", "Examples:", "  akin info", "  akin info papers.akin --json"})
final class InfoCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "An index folder.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--digest",
      description =
          "Also print a digest of the index's passages, vectors and postings; two indexes of the"
              + " same content have the same, however they came about. Reads the whole index.")
  private boolean digest;

  InfoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, Json> facts = folder.isPresent() ? ofIndex(folder.get()) : ofMachine();
    if (digest) {
      facts.put("digest", Json.of(SearchIndex.contentDigest(requireFolder())));
    }
    Console console = invocation.console();
    if (common.json) {
      console.json(new Json.Members(facts));
    } else {
      facts.forEach((name, value) -> console.line(DisplayWidth.pad(name, 16) + plain(value)));
    }
    return ExitCode.OK;
  }

  private Path requireFolder() {
    return folder.orElseThrow(
        () -> CommandException.badUse("--digest is of an index: name its folder"));
  }

  /** A fact for people: texts without their quotes. */
  static String plain(Json value) {
    return switch (value) {
      case Json.Text(String text) -> text;
      case Json.Array(var items) ->
          String.join(", ", items.stream().map(InfoCommand::plain).toList());
      default -> value.toLine();
    };
  }

  private Map<String, Json> ofMachine() throws IOException {
    Map<String, Json> facts = new LinkedHashMap<>();
    facts.put("akin", Json.of(Version.number()));
    facts.put(
        "java",
        Json.of(
            "%s, %s"
                .formatted(
                    Runtime.version(), System.getProperty("java.vm.name", "unknown machine"))));
    facts.put(
        "system",
        Json.of(
            "%s %s"
                .formatted(
                    System.getProperty("os.name", "unknown"),
                    System.getProperty("os.arch", "unknown"))));
    facts.put("processors", Json.of(Runtime.getRuntime().availableProcessors()));
    facts.put("heap", Json.of(Messages.bytes(Runtime.getRuntime().maxMemory())));
    KernelChoice kernels = KernelChoice.current();
    facts.put("kernels", Json.of(kernels.name() + ": " + kernels.reason()));
    CacheFolder cache = CacheFolder.of(invocation.env());
    facts.put("cache", Json.of(cache.root().toString()));
    facts.put("cachedIndexes", Json.of(countFolders(cache.indexes())));
    facts.put("cacheSize", Json.of(Messages.bytes(size(cache.root()))));
    return facts;
  }

  private static long countFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.count();
    }
  }

  private static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Map<String, Json> ofIndex(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    IndexInfo info = SearchIndex.describe(folder);
    IndexOptions options = info.options();
    IndexInfo.Contents contents = info.contents();
    Map<String, Json> facts = new LinkedHashMap<>();
    facts.put("index", Json.of(folder.toString()));
    facts.put("encoder", Json.of(info.encoder().name()));
    facts.put("identity", Json.of(info.encoder().hash()));
    facts.put("dimension", Json.of(info.encoder().dimension()));
    facts.put("complete", Json.of(info.isComplete()));
    facts.put("documents", Json.of(contents.documents()));
    facts.put("passages", Json.of(contents.passages()));
    facts.put("vectors", Json.of(contents.vectors()));
    facts.put("truncated", Json.of(contents.truncated()));
    facts.put("size", Json.of(Messages.bytes(contents.bytes())));
    facts.put("splitting", Json.of(options.splitting().toString()));
    facts.put("truncation", Json.of(low(options.truncation())));
    facts.put("language", Json.of(low(options.language())));
    facts.put("storage", Json.of(low(options.storage())));
    facts.put("targetRecall", Json.of(options.targetRecall()));
    facts.put(
        "recall", info.recall().map(recall -> Json.of(recall.measured())).orElse(new Json.Null()));
    facts.put(
        "candidates", info.recall().map(Recall::candidates).map(Json::of).orElse(new Json.Null()));
    facts.put("fields", new Json.Array(info.fields().stream().map(Json::of).toList()));
    return facts;
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
