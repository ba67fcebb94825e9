package dev.akin.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/** The end of a refresh: few segments, a measured graph, a commit that says it is complete. */
final class Finish {
  /** A graph search walks each segment's graph: so many cost little more than one. */
  private static final int MOST_SEGMENTS = 4;

  private final IndexWriter writer;
  private final Commits commits;
  private final Stopwatch watch;
  private final Consumer<IndexStage> listener;

  Finish(IndexWriter writer, Commits commits, Stopwatch watch, Consumer<IndexStage> listener) {
    this.writer = writer;
    this.commits = commits;
    this.watch = watch;
    this.listener = listener;
  }

  /** Merges, measures unless the measurement of before still holds, commits. */
  IndexInfo run(Path folder, IndexOptions options, boolean isChanged) throws IOException {
    Optional<Recall> recall = commits.manifest().recall();
    boolean isMeasured =
        recall.isPresent() && recall.get().target() == options.targetRecall() && !isChanged;
    if (!isMeasured) {
      watch.start(IndexStage.MERGE);
      listener.accept(IndexStage.MERGE);
      writer.forceMerge(MOST_SEGMENTS);
      commits.commit();
      watch.start(IndexStage.MEASURE);
      listener.accept(IndexStage.MEASURE);
      try (IndexView view = new IndexView(folder, DirectoryReader.open(writer.getDirectory()))) {
        recall = new RecallMeter(view).measure(options.targetRecall());
      }
    }
    watch.start(IndexStage.WRITE);
    commits.finish(options, recall);
    try (IndexView view = new IndexView(folder, DirectoryReader.open(writer.getDirectory()))) {
      return view.info();
    }
  }
}
