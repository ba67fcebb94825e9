package dev.akin.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/** The end of a refresh: few segments, a measured graph, a commit that says it is complete. */
final class Finish {
  /** A graph search walks each segment's graph: so many cost little more than one. */
  private static final int MOST_SEGMENTS = 4;

  private final IndexWriter writer;
  private final Commits commits;
  private final Stopwatch watch;
  private final Refresh refresh;

  Finish(IndexWriter writer, Commits commits, Stopwatch watch, Refresh refresh) {
    this.writer = writer;
    this.commits = commits;
    this.watch = watch;
    this.refresh = refresh;
  }

  /** Merges, measures and commits, unless everything is as it was. */
  IndexInfo run(Path folder, IndexOptions options) throws IOException {
    Manifest before = commits.manifest();
    if (refresh.isChanged()
        || !before.isComplete()
        || before.options().targetRecall() != options.targetRecall()) {
      watch.start(IndexStage.MERGE);
      refresh.report(IndexStage.MERGE);
      writer.forceMerge(MOST_SEGMENTS);
      commits.commit();
      watch.start(IndexStage.MEASURE);
      refresh.report(IndexStage.MEASURE);
      Optional<Recall> recall;
      try (IndexView view = open(folder)) {
        recall = new RecallMeter(view).measure(options.targetRecall());
      }
      watch.start(IndexStage.WRITE);
      commits.finish(options, recall);
    }
    try (IndexView view = open(folder)) {
      return view.info();
    }
  }

  private IndexView open(Path folder) throws IOException {
    return new IndexView(folder, DirectoryReader.open(writer.getDirectory()));
  }
}
