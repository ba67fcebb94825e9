package dev.akin.cli;

import dev.akin.encoder.Encoder;
import dev.akin.search.index.IndexInfo;
import dev.akin.search.index.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An index open for searching with the encoder it was made with, which is loaded when a search
 * first needs it. For one thread.
 */
final class OpenIndex implements AutoCloseable {
  private final SearchIndex index;
  private final Invocation invocation;
  private final ModelChoice choice;
  private @Nullable Encoder encoder;

  private OpenIndex(Path folder, Invocation invocation, ModelChoice choice) throws IOException {
    this.invocation = invocation;
    this.choice = choice;
    this.index = SearchIndex.open(folder, this::encoder);
  }

  /**
   * Opens an index folder.
   *
   * @param choice which encoder to use; the index's own unless one is named
   */
  static OpenIndex open(Path folder, Invocation invocation, ModelChoice choice) throws IOException {
    OpenIndex open = new OpenIndex(folder, invocation, choice);
    if (!open.index.isComplete()) {
      invocation
          .console()
          .note(
              "akin: %s is not complete; 'akin index SOURCE --into %s' goes on with it"
                  .formatted(folder, folder));
    }
    return open;
  }

  /** The same with an encoder at hand, which is closed with the index. */
  OpenIndex with(Optional<Encoder> ready) {
    encoder = ready.orElse(null);
    return this;
  }

  SearchIndex index() {
    return index;
  }

  private Encoder encoder() {
    if (encoder == null) {
      try {
        IndexInfo info = index.info();
        String name = choice.named().orElse(info.encoder().name());
        encoder = choice.open(invocation, name, info.options().truncation());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return encoder;
  }

  @Override
  public void close() throws IOException {
    try (index) {
      if (encoder != null) {
        encoder.close();
      }
    }
  }
}
