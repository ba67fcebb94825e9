package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.encoder.TextTooLongException;
import dev.akin.encoder.Truncation;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin encode}: documents to vectors in a file. */
@Command(
    name = "encode",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Writes the vector of each document (title and text) of a folder or file.",
      "npy: rows, with the ids in FILE.ids; jsonl: id, text, vector, metadata; word2vec: text that"
          + " gensim reads."
    },
    footer = {
      "",
      "Examples:",
      "  akin encode papers.jsonl --out papers.npy",
      "  akin encode questions.tsv --role query --model bge-small --out - | head"
    })
final class EncodeCommand implements Callable<Integer> {
  /** Texts encoded at once: enough to sort by length, little to lose. */
  private static final int BATCH = 512;

  /** The layouts of the file. */
  enum Layout {
    NPY,
    JSONL,
    WORD2VEC
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A folder or file.")
  private Path path = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to; - writes JSON Lines to standard output.")
  private String out = "";

  @Option(
      names = "--as",
      paramLabel = "npy|jsonl|word2vec",
      description = "Default: by the name: .npy, .jsonl, .vec or .txt.")
  private Optional<Layout> layout = Optional.empty();

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  @Option(
      names = "--role",
      paramLabel = "document|query",
      description =
          "What the texts are for: models with prompts treat them differently."
              + " Default: document.")
  private Role role = Role.DOCUMENT;

  @Option(
      names = "--truncation",
      paramLabel = "error|warn|cut|split",
      description = "What happens to a text longer than the model reads. Default: warn.")
  private Truncation truncation = Truncation.WARN;

  @Mixin private ModelChoice model = new ModelChoice();
  @Mixin private SourceChoices reading = new SourceChoices();

  EncodeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Layout chosen = layout();
    String name = model.named().orElse(ModelChoice.DEFAULT);
    ModelChoice.check(name);
    if (!out.equals("-")) {
      OutFile.check("--out", Path.of(out), force);
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Source source = Source.of(path, reading.options());
    long start = System.nanoTime();
    try (Encoder encoder = model.open(invocation, name, truncation);
        VectorSink sink = sink(chosen, encoder.dimension())) {
      EncodingReport report = encode(source, encoder, sink);
      sink.finish();
      source.noteSkipped(invocation.console());
      report(report, encoder, (System.nanoTime() - start) / 1e9);
    }
    return ExitCode.OK;
  }

  private Layout layout() {
    if (out.equals("-")) {
      if (layout.isPresent() && layout.get() != Layout.JSONL) {
        throw CommandException.badUse("--out - writes jsonl; give a file for " + layout.get());
      }
      return Layout.JSONL;
    }
    if (layout.isPresent()) {
      return layout.get();
    }
    String extension = out.substring(out.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "npy" -> Layout.NPY;
      case "jsonl" -> Layout.JSONL;
      case "vec", "txt" -> Layout.WORD2VEC;
      default ->
          throw CommandException.badUse(
              "--out %s: no layout has that name's ending; use .npy, .jsonl, .vec or .txt, or say"
                      .formatted(out)
                  + " --as");
    };
  }

  private VectorSink sink(Layout chosen, int dimension) throws IOException {
    Interruption interruption = invocation.interruption();
    return switch (chosen) {
      case NPY -> VectorSinks.npy(Path.of(out), dimension, interruption);
      case WORD2VEC -> VectorSinks.word2vec(Path.of(out), dimension, interruption);
      case JSONL ->
          out.equals("-")
              ? VectorSinks.jsonLines(invocation.console())
              : VectorSinks.jsonLines(Path.of(out), interruption);
    };
  }

  private EncodingReport encode(Source source, Encoder encoder, VectorSink sink)
      throws IOException {
    EncodingReport report = EncodingReport.NOTHING;
    List<Document> batch = new ArrayList<>(BATCH);
    try (Progress progress = invocation.console().progress("encoding");
        Stream<Document> documents = source.corpus().documents()) {
      progress.say("the first texts");
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        batch.add(all.next());
        if (batch.size() == BATCH || !all.hasNext()) {
          report = report.plus(flush(batch, encoder, sink));
          progress.at(report.texts(), 0, () -> source.log().share());
        }
        if (invocation.interruption().isRequested()) {
          throw CommandException.interrupted("stopped; nothing was kept");
        }
        if (out.equals("-") && invocation.console().isOutGone()) {
          break;
        }
      }
    }
    return report;
  }

  private EncodingReport flush(List<Document> batch, Encoder encoder, VectorSink sink)
      throws IOException {
    List<String> texts = batch.stream().map(Document::titleAndText).toList();
    try (Matrix rows = Matrix.allocate(texts.size(), encoder.dimension())) {
      EncodingReport report = encoder.encode(texts, role, rows, 0);
      append(sink, batch, rows);
      batch.clear();
      return report;
    } catch (TextTooLongException e) {
      throw e.of(batch.get(e.text()), 0);
    }
  }

  private static void append(VectorSink sink, List<Document> batch, Matrix rows)
      throws IOException {
    try {
      sink.append(batch, rows);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    }
  }

  private void report(EncodingReport report, Encoder encoder, double seconds) {
    Console console = invocation.console();
    if (common.json && !out.equals("-")) {
      console.json(
          Console.members(
              "out", Json.of(out),
              "model", Json.of(encoder.identity().name()),
              "identity", Json.of(encoder.identity().hash()),
              "dimension", Json.of(encoder.dimension()),
              "documents", Json.of(report.texts()),
              "tokens", Json.of(report.tokens()),
              "truncated", Json.of(report.truncated()),
              "lostTokens", Json.of(report.lostTokens()),
              "unknownTokens", Json.of(report.unknownTokens()),
              "seconds", Json.of(seconds)));
      return;
    }
    console.note(
        String.format(
            Locale.ROOT,
            "akin: %s, %d dimensions, by %s in %.1f s; %,d too long, %,d tokens not read%s",
            Messages.count(report.texts(), "document"),
            encoder.dimension(),
            encoder.identity(),
            seconds,
            report.truncated(),
            report.lostTokens(),
            IndexReports.unknown(report)));
  }
}
