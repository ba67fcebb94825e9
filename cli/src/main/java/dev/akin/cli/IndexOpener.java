package dev.akin.cli;

import dev.akin.encoder.Encoder;
import dev.akin.search.index.IndexRefusedException;
import dev.akin.search.index.SearchIndex;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From what the user named to an open index: the index itself, or the one of the source. */
final class IndexOpener {
  /** The words-only index has no use for vectors: the smallest there are. */
  private static final String WORDS_ONLY = "hashed-8";

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A folder, file or index folder.")
  private Path path = Path.of("");

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Keep the source's index here, not in the cache folder.")
  private Optional<Path> folder = Optional.empty();

  @Mixin private ModelChoice model = new ModelChoice();
  @Mixin private IndexChoices indexing = new IndexChoices();
  @Mixin private SourceChoices reading = new SourceChoices();

  /** What the source was called when the index that is open was made. */
  private Path typed = Path.of("");

  /** Refuses what cannot work, before any work. */
  void check() throws IOException {
    indexing.check();
    if (model.named().isPresent()) {
      ModelChoice.check(model.named().get());
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    boolean hasIndexing =
        folder.isPresent()
            || !indexing.all().equals(new IndexChoices().all())
            || !reading.options().equals(new SourceChoices().options());
    if (SearchIndex.isIndex(path) && hasIndexing) {
      throw CommandException.badUse(
          path
              + " is an index already; leave out the options that say how a source is read and"
              + " indexed");
    }
  }

  /**
   * Opens the index, made or refreshed first where the source asks for it.
   *
   * @param isLexical whether vectors are not needed
   * @throws CommandException if an index the user named is refused
   */
  OpenIndex open(Invocation invocation, boolean isLexical) throws IOException {
    try {
      return openOrMake(invocation, isLexical);
    } catch (IndexRefusedException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private OpenIndex openOrMake(Invocation invocation, boolean isLexical) throws IOException {
    if (SearchIndex.isIndex(path)) {
      return OpenIndex.open(path, invocation, model);
    }
    String name = model.named().orElse(ModelChoice.DEFAULT);
    SourceIndex own = at(invocation, name);
    if (folder.isPresent() && model.named().isEmpty() && SearchIndex.isIndex(own.index())) {
      name = SearchIndex.describe(own.index()).encoder().name();
      if (name.equals(WORDS_ONLY) && !isLexical) {
        throw CommandException.badUse(
            "--index %s was made by --mode lexical and holds words only; name another folder"
                .formatted(folder.get()));
      }
    } else if (isLexical && model.named().isEmpty() && !own.isFresh()) {
      name = WORDS_ONLY;
      own = at(invocation, name);
    }
    try {
      return open(invocation, own, name, isLexical);
    } catch (FormatException | IndexRefusedException e) {
      boolean isAboutIndex = Failures.message(e).contains(own.index().toString());
      if (folder.isPresent() || !isAboutIndex) {
        throw e;
      }
      invocation.console().note("akin: made anew: " + Failures.message(e));
      own.delete();
      return open(invocation, own, name, isLexical);
    }
  }

  private OpenIndex open(Invocation invocation, SourceIndex own, String name, boolean isLexical)
      throws IOException {
    if (own.isFresh()) {
      typed = own.typed();
      OpenIndex open = OpenIndex.open(own.index(), invocation, model);
      return isLexical || folder.isPresent() ? open : withItsEncoder(open);
    }
    Encoder encoder = model.open(invocation, name, indexing.truncation());
    try {
      own.refresh(encoder);
      typed = own.typed();
      return OpenIndex.open(own.index(), invocation, model).with(Optional.of(encoder));
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /**
   * A model may have changed under its name: an index of the cache is then made anew, so that must
   * be known before the search.
   */
  private static OpenIndex withItsEncoder(OpenIndex open) throws IOException {
    try {
      open.index().requireEncoder();
      return open;
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private SourceIndex at(Invocation invocation, String name) throws IOException {
    Source source = source();
    return folder.isPresent()
        ? new SourceIndex(invocation, source, indexing, folder.get())
        : SourceIndex.cached(invocation, source, name, indexing);
  }

  private Source source() {
    return Source.of(path, reading.options());
  }

  /** Turns a file as the index names it into one that can be opened from where the user is. */
  UnaryOperator<String> place() throws IOException {
    return SearchIndex.isIndex(path)
        ? UnaryOperator.identity()
        : file -> source().place(typed, file);
  }
}
