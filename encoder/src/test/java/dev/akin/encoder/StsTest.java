package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.TestData;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spearman's correlation with people's judgments of similarity, against published figures. */
@Tag("slow")
class StsTest {
  @ParameterizedTest
  @CsvSource({
    "minilm, sts/stsb-en/test.tsv, 0.8203, 0.001",
    "bge-small, sts/stsb-en/test.tsv, 0.8586, 0.001",
    "minilm, sts/sts13/test.tsv, 0.806, 0.001",
    "minilm, sts/sts14/test.tsv.gz, 0.756, 0.001",
    "minilm, sts/sts15/test.tsv, 0.854, 0.001",
    "minilm, sts/sts16/test.tsv, 0.790, 0.001",
    "minilm:int8, sts/stsb-en/test.tsv, 0.8203, 0.02",
    "bge-small:int8, sts/stsb-en/test.tsv, 0.8586, 0.02",
  })
  void correlationsAreThePublishedOnes(String model, String set, double published, double tolerance)
      throws IOException {
    Path file = TestData.require(set);
    try (Encoder encoder =
        Models.open(model, EncoderOptions.defaults().withPrompts(Prompts.NONE))) {
      double spearman = spearman(encoder, file);
      assertThat(spearman).isCloseTo(published, within(tolerance));
    }
  }

  static double spearman(Encoder encoder, Path file) throws IOException {
    Map<String, Integer> rowOf = new LinkedHashMap<>();
    List<int[]> pairs = new ArrayList<>();
    List<Double> judged = new ArrayList<>();
    List<String> lines = lines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      int[] pair = new int[2];
      for (int i = 0; i < 2; i++) {
        rowOf.putIfAbsent(cells[i], rowOf.size());
        pair[i] = rowOf.get(cells[i]);
      }
      pairs.add(pair);
      judged.add(Double.valueOf(cells[2]));
    }
    List<Double> scored = new ArrayList<>();
    try (Matrix rows = encoder.encode(List.copyOf(rowOf.keySet()), Role.DOCUMENT)) {
      for (int[] pair : pairs) {
        float[] a = rows.copyRow(pair[0]);
        float[] b = rows.copyRow(pair[1]);
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
          dot += (double) a[i] * b[i];
        }
        scored.add(dot);
      }
    }
    return pearson(ranks(scored), ranks(judged));
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Ranks from 1, equal values sharing the mean of theirs. */
  private static double[] ranks(List<Double> values) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(values::get));
    double[] ranks = new double[values.size()];
    for (int from = 0; from < ranks.length; ) {
      int to = from;
      while (to < ranks.length && values.get(order.get(to)).equals(values.get(order.get(from)))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order.get(i)] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double pearson(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
