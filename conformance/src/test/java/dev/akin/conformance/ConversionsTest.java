package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.eval.Hit;
import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.format.trec.QrelsFile;
import dev.akin.format.trec.RunFile;
import dev.akin.reader.BeirWriter;
import dev.akin.reader.Sources;
import dev.akin.testkit.Seeds;
import dev.akin.testkit.TestData;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one evaluation layout into another and back, nothing that counts is lost. */
class ConversionsTest {
  private static final List<Metric> METRICS =
      List.of(Metric.parse("nDCG@10"), Metric.parse("MAP"), Metric.parse("Bpref"));

  @TempDir Path folder;

  @Test
  void aRunIsWorthTheSameInEveryLayout() {
    Seeds.forEach(
        100,
        random -> {
          Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
          Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
          for (int q = 0; q < 3; q++) {
            grades.put("q" + q, grades(random));
            scores.put("q" + q, scores(random));
          }
          Run run = Run.ofScores("akin", scores);
          List<Double> values = values(Qrels.of(grades), run);
          try {
            for (Qrels judged : converted(grades)) {
              assertThat(judged).isEqualTo(Qrels.of(grades));
              for (Run copy : converted(run)) {
                assertThat(values(judged, copy)).isEqualTo(values);
              }
            }
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static Map<String, Integer> grades(SplittableRandom random) {
    Map<String, Integer> grades = new LinkedHashMap<>();
    for (int d = 0; d < 12; d++) {
      grades.put("d\u00f6" + d, random.nextInt(-1, 4));
    }
    return grades;
  }

  /** With ties. */
  private static Map<String, Double> scores(SplittableRandom random) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int d = random.nextInt(20); d >= 0; d--) {
      scores.put("d\u00f6" + d, random.nextInt(5) / 3.0);
    }
    return scores;
  }

  private static List<Double> values(Qrels qrels, Run run) {
    JudgedRun judged = JudgedRun.of(qrels, run);
    return METRICS.stream().map(judged::value).toList();
  }

  private List<Qrels> converted(Map<String, Map<String, Integer>> grades) throws IOException {
    Path trec = folder.resolve("trec");
    Path msMarco = folder.resolve("msmarco");
    Path beir = folder.resolve("beir.tsv");
    QrelsFile.writeTrec(trec, grades);
    QrelsFile.writeMsMarco(msMarco, QrelsFile.read(trec));
    QrelsFile.writeBeir(beir, QrelsFile.read(msMarco));
    return List.of(Qrels.of(QrelsFile.read(trec)), Qrels.of(QrelsFile.read(beir)));
  }

  private List<Run> converted(Run run) throws IOException {
    Path trec = folder.resolve("trec.run");
    try (var out = RunFile.create(trec, run.name())) {
      write(run, out);
    }
    RunFile read = RunFile.read(trec);
    Run second = Run.ofScores(read.tag(), read.scores());
    Path msMarco = folder.resolve("msmarco.tsv");
    try (var out = RunFile.createMsMarco(msMarco)) {
      write(second, out);
    }
    return List.of(second, Run.ofScores("", RunFile.read(msMarco).scores()));
  }

  private static void write(Run run, RunFile.Sink out) {
    for (String query : run.queryIds()) {
      Map<String, Double> ranking = new LinkedHashMap<>();
      for (Hit hit : run.ranking(query)) {
        ranking.put(hit.documentId(), hit.score());
      }
      out.write(query, ranking);
    }
  }

  @Test
  void aWrittenBeirFolderIsTheFolderItCameFrom() throws IOException {
    Path from = TestData.require("retrieval/adi");
    Path to = folder.resolve("adi");
    Corpus corpus = Sources.open(from);
    BeirWriter.writeCorpus(to, corpus);
    Path judgments = Files.createDirectories(to.resolve("qrels")).resolve("test.tsv");
    QrelsFile.writeBeir(judgments, QrelsFile.read(from.resolve("qrels/test.tsv")));
    assertThat(QrelsFile.read(judgments))
        .isEqualTo(QrelsFile.read(from.resolve("qrels/test.tsv")))
        .hasSize(35);
    assertThat(documents(Sources.open(to)))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
        .isEqualTo(documents(corpus))
        .hasSize(82);
  }

  private static List<Document> documents(Corpus corpus) {
    try (var documents = corpus.documents()) {
      return documents.toList();
    }
  }
}
