package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.eval.Hit;
import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.eval.Ties;
import dev.akin.format.trec.QrelsFile;
import dev.akin.format.trec.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Run files and the judgments they are held against.
 *
 * @param qrels the judgments
 * @param runs in the order they were named
 */
record JudgedFiles(Qrels qrels, List<JudgedFile> runs) {
  /**
   * One run.
   *
   * @param file as the user named it
   * @param judged the run against the judgments
   */
  record JudgedFile(Path file, Run run, JudgedRun judged) {}

  /** Reads all; a run without any judged query is an error. */
  static JudgedFiles read(List<Path> files, Path judgments, Ties ties) throws IOException {
    Qrels qrels = Qrels.of(QrelsFile.read(judgments));
    List<JudgedFile> runs = new ArrayList<>();
    for (Path file : files) {
      RunFile read = ties == Ties.AS_GIVEN ? RunFile.readByRank(file) : RunFile.read(file);
      Run run = Run.ofScores(read.tag(), read.scores(), ties);
      if (qrels.queryIds().stream().noneMatch(run.queryIds()::contains)) {
        throw CommandException.failed(
            "%s and %s have no query in common; the first queries are '%s' and '%s'"
                .formatted(
                    file,
                    judgments,
                    run.queryIds().iterator().next(),
                    qrels.queryIds().iterator().next()));
      }
      runs.add(new JudgedFile(file, run, JudgedRun.of(qrels, run)));
    }
    return new JudgedFiles(qrels, List.copyOf(runs));
  }

  /** Says, counted, what the values leave out and what they rest on by chance. */
  void noteWhatDoesNotCount(Console console, List<Metric> metrics) {
    int depth = metrics.stream().mapToInt(Metric::depth).max().orElse(0);
    for (JudgedFile run : runs) {
      noteQueries(console, run);
      noteTies(console, run, depth);
    }
    noteDocuments(console);
  }

  private void noteQueries(Console console, JudgedFile run) {
    int all = qrels.queryIds().size();
    if (run.judged().unranked() > 0) {
      console.note(
          "akin: %d of %d judged queries are not in %s and count 0"
              .formatted(run.judged().unranked(), all, shown(run)));
    }
    long unjudged =
        run.run().queryIds().stream().filter(id -> !qrels.queryIds().contains(id)).count();
    if (unjudged > 0) {
      console.note(
          "akin: %d of %d queries in %s have no judgments and do not count"
              .formatted(unjudged, run.run().queryIds().size(), shown(run)));
    }
  }

  private void noteTies(Console console, JudgedFile run, int depth) {
    int tied = run.judged().tiedQueries(depth);
    if (tied > 0 && run.run().ties() == Ties.DOCUMENT_DESCENDING) {
      console.note(
          "akin: in %d of %d queries in %s equal scores stand in the order of document ids, which"
                  .formatted(tied, qrels.queryIds().size(), shown(run))
              + " can decide a metric; see --ties");
    }
  }

  private void noteDocuments(Console console) {
    long missing = 0;
    for (String query : qrels.queryIds()) {
      Set<String> returned = new HashSet<>();
      for (JudgedFile run : runs) {
        run.run().ranking(query).stream().map(Hit::documentId).forEach(returned::add);
      }
      missing +=
          qrels.judgments(query).keySet().stream().filter(id -> !returned.contains(id)).count();
    }
    if (missing > 0) {
      console.note(
          "akin: %d of %d judged documents are in no run".formatted(missing, qrels.size()));
    }
  }

  private String shown(JudgedFile run) {
    return runs.size() == 1 ? "the run" : run.file().toString();
  }
}
