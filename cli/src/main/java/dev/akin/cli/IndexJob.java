package dev.akin.cli;

import dev.akin.cli.console.Progress;
import dev.akin.encoder.Encoder;
import dev.akin.reader.IcuBoundaries;
import dev.akin.search.index.IndexBuilder;
import dev.akin.search.index.IndexOptions;
import dev.akin.search.index.IndexProgress;
import dev.akin.search.index.IndexReport;
import dev.akin.search.index.IndexStage;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.split.Boundaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Brings an index folder to what a corpus holds, with progress, stoppable between documents. */
record IndexJob(Invocation invocation, Path folder, IndexOptions options) {
  /** Where passages may be cut: those that know languages without spaces. */
  static final Boundaries BOUNDARIES = IcuBoundaries.root();

  /** Reads the source, encodes what changed, and reports. */
  IndexReport run(Source source, Encoder encoder) throws IOException {
    try (Progress progress = invocation.console().progress("indexing")) {
      // Hundreds of texts are encoded at once, which may take a while before there is a pace.
      progress.say("the first texts");
      return new IndexBuilder(folder, encoder, options, BOUNDARIES)
          .refresh(new Stoppable(source.corpus()), state -> show(progress, state, source));
    } catch (Stopped stopped) {
      throw CommandException.interrupted(
          "stopped; %s keeps what was encoded, and the same command goes on from there"
              .formatted(folder));
    }
  }

  private static void show(Progress progress, IndexProgress state, Source source) {
    if (state.stage() == IndexStage.MERGE || state.stage() == IndexStage.MEASURE) {
      progress.say(state.stage() == IndexStage.MERGE ? "joining segments" : "measuring recall");
      return;
    }
    progress.at(state.encoded() + state.unchanged(), state.unchanged(), () -> source.log().share());
  }

  /** Ends a pass over the corpus where the user wants it. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final class Stoppable implements Corpus {
    private final Corpus corpus;

    Stoppable(Corpus corpus) {
      this.corpus = corpus;
    }

    @Override
    public String name() {
      return corpus.name();
    }

    @Override
    public Stream<Document> documents() {
      return corpus
          .documents()
          .peek(_ -> {
            if (invocation.interruption().isRequested()) {
              throw new Stopped();
            }
          });
    }

    @Override
    public boolean isWhole() {
      return corpus.isWhole();
    }

    @Override
    public OptionalLong size() {
      return corpus.size();
    }
  }
}
