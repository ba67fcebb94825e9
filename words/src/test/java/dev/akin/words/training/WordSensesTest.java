package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.eval.cluster.Clustering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordSensesTest {
  private static final int TOPICS = 10;
  private static final int WORDS = 100;

  /** Pseudo-words: the first words of two topics each, joined to one. */
  private static final int JOINED = 10;

  @TempDir Path folder = Path.of("");

  private static String joined(int topic, int number) {
    return number < JOINED
        ? "p%dx%d".formatted(number, topic / 2)
        : Topics.word(topic, number);
  }

  @Test
  void experiment() throws IOException {
    var topics = new Topics(TOPICS, WORDS, Integer.getInteger("sentences", 30_000), 3);
    List<int[]> lines = new ArrayList<>();
    WordSource text = sink -> topics.read(new WordSource.Sink() {
      @Override
      public void word(byte[] bytes, int from, int to) throws IOException {
        String[] parts = new String(bytes, from, to - from, StandardCharsets.UTF_8).substring(1).split("w", -1);
        byte[] w = joined(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])).getBytes(StandardCharsets.UTF_8);
        sink.word(w, 0, w.length);
      }
      @Override
      public void lineEnd() throws IOException { sink.lineEnd(); }
    });
    for (int seed = 1; seed <= Integer.getInteger("seeds", 3); seed++) {
    var options = TrainingOptions.builder(Method.SENSES).dimension(50).senses(Integer.getInteger("k", 5)).epochs(Integer.getInteger("epochs", 5)).seed(seed)
      .rate(Double.parseDouble(System.getProperty("rate","0.025"))).sampling(0).build();
    long start = System.nanoTime();
    try (TrainedTables t = new LookupTrainer(options).train(text, TrainingRun.in(folder), p -> true)) {
      TrainingRun.in(folder).clear();
      System.out.println("trained " + (System.nanoTime() - start) / 1e9);
      WordSenses s = t.senses();
      int single = 0, all = 0;
      int[] hist = new int[20];
      for (int w = 0; w < t.vocabulary().size(); w++) {
        if (t.vocabulary().words().word(w).startsWith("t")) {
          all++;
          single += s.prior(w, 0) > .8 ? 1 : 0;
          hist[s.count(w)]++;
        }
      }
      System.out.println("single " + single + " of " + all + " " + java.util.Arrays.toString(hist));
      java.util.Map<Integer, List<int[]>> got = new java.util.TreeMap<>();
      var collect = new ArrayList<int[]>();
      int[] topicOf = {0};
      List<Integer> line = new ArrayList<>();
      List<Integer> tops = new ArrayList<>();
      new Topics(TOPICS, WORDS, 5000, 77).read(new WordSource.Sink() {
        @Override public void word(byte[] bytes, int from, int to) {
          String[] parts = new String(bytes, from, to - from, StandardCharsets.UTF_8).substring(1).split("w", -1);
          topicOf[0] = Integer.parseInt(parts[0]);
          line.add(t.vocabulary().words().find(joined(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))).getAsInt());
        }
        @Override public void lineEnd() {
          int[] words = line.stream().mapToInt(Integer::intValue).toArray();
          for (int i = 0; i < words.length; i++) {
            if (t.vocabulary().words().word(words[i]).startsWith("p")) {
              double[] p = s.probabilities(words, i);
              int best = 0;
              for (int k = 1; k < p.length; k++) if (p[k] > p[best]) best = k;
              got.computeIfAbsent(words[i], _ -> new ArrayList<>()).add(new int[] {topicOf[0], best});
            }
          }
          line.clear();
        }
      });
      double sum = 0;
      StringBuilder b = new StringBuilder();
      for (var e : got.entrySet()) {
        double ari = Clustering.of(e.getValue().stream().mapToInt(x -> x[0]).toArray(), e.getValue().stream().mapToInt(x -> x[1]).toArray()).adjustedRandIndex();
        sum += ari;
        b.append("%.2f(%d) ".formatted(ari, s.count(e.getKey())));
      }
      System.out.println("ARI " + sum / got.size() + " of " + got.size() + " " + b);
    }
    }
    assertThat(1).isEqualTo(1);
  }
}
