package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.FormatException;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphWalksTest {
  @TempDir Path folder = Path.of("");

  private EdgeGraph graph(boolean isDirected, String... lines) throws IOException {
    return EdgeGraph.read(Files.write(folder.resolve("edges"), List.of(lines)), isDirected);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.25, 4", "4, 0.25", "0.5, 2"})
  void aStepFollowsTheFormulaOfThePaper(double p, double q) throws IOException {
    // From t by v: back to t, to c which t knows, to d and e which it does not.
    EdgeGraph graph = graph(false, "t v 1", "v c 2", "v d 1", "v e 3", "t c", "# end");
    Map<String, Double> weights = Map.of("t", 1 / p, "c", 2.0, "d", 1 / q, "e", 3 / q);
    double total = weights.values().stream().mapToDouble(w -> w).sum();
    var options = new GraphWalks.Options(1, 2, p, q, 1);
    var walks = new GraphWalks(graph, options);
    var draws = new Draws(9);
    int n = 200_000;
    int[] count = new int[graph.nodes()];
    for (int i = 0; i < n; i++) {
      count[walks.next(graph.requireNode("t"), graph.requireNode("v"), draws)]++;
    }
    weights.forEach((node, weight) -> {
      double share = weight / total;
      assertThat((double) count[graph.requireNode(node)] / n)
          .as(node)
          .isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / n)));
    });
  }

  @Test
  void walksAreAlongEdgesAndAsManyAndAsLongAsAskedFor() throws IOException {
    EdgeGraph graph = graph(true, "a b", "b c", "c a", "c d", "c d", "b b");
    assertThat(graph.nodes()).isEqualTo(4);
    assertThat(graph.edges()).isEqualTo(5);
    List<List<String>> walks = read(new GraphWalks(graph, new GraphWalks.Options(50, 7, 1, 1, 1)));
    assertThat(walks).hasSize(200);
    for (List<String> walk : walks) {
      for (int i = 1; i < walk.size(); i++) {
        assertThat(
                graph.hasEdge(graph.requireNode(walk.get(i - 1)), graph.requireNode(walk.get(i))))
            .isTrue();
      }
      assertThat(walk.size() == 7 || walk.getLast().equals("d")).isTrue();
    }
    assertThat(walks.stream().filter(walk -> walk.getFirst().equals("a"))).hasSize(50);
    assertThat(read(new GraphWalks(graph, new GraphWalks.Options(50, 7, 1, 1, 1))))
        .isEqualTo(walks);
  }

  private static List<List<String>> read(GraphWalks walks) throws IOException {
    List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    walks.read(
        new WordSource.Sink() {
          @Override
          public void word(byte[] bytes, int from, int to) {
            lines.getLast().add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
          }

          @Override
          public void lineEnd() {
            lines.add(new ArrayList<>());
          }
        });
    lines.removeLast();
    return lines;
  }

  @Test
  void nodesOfACommunityComeTogether() throws IOException {
    var random = new Random(6);
    List<String> edges = new ArrayList<>();
    for (int a = 0; a < 120; a++) {
      for (int b = a + 1; b < 120; b++) {
        if (random.nextDouble() < (a % 4 == b % 4 ? 0.3 : 0.015)) {
          edges.add("n%d n%d".formatted(a, b));
        }
      }
    }
    EdgeGraph graph = graph(false, edges.toArray(String[]::new));
    var walks = new GraphWalks(graph, new GraphWalks.Options(10, 40, 1, 0.5, 1));
    TrainingOptions options =
        TrainingOptions.builder(Method.SKIP_GRAM).dimension(16).sampling(0).leastCount(1).build();
    try (TrainedTables learned =
        new LookupTrainer(options).train(walks, TrainingRun.in(folder), TrainingListener.NONE)) {
      int same = 0;
      for (int node = 0; node < graph.nodes(); node++) {
        same += community(learned, nearest(learned, node)) == community(learned, node) ? 1 : 0;
      }
      assertThat((double) same / graph.nodes()).isGreaterThan(0.95);
    }
  }

  private static int community(TrainedTables learned, int node) {
    return Integer.parseInt(learned.vocabulary().words().word(node).substring(1)) % 4;
  }

  private static int nearest(TrainedTables learned, int node) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int other = 0; other < learned.vocabulary().size(); other++) {
      double near = Similarity.COSINE.between(learned.vector(node), learned.vector(other));
      if (other != node && near > highest) {
        highest = near;
        best = other;
      }
    }
    return best;
  }

  @Test
  void whatIsNoEdgeIsRefusedWithItsLine() {
    assertThatThrownBy(() -> graph(false, "a b", "c"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("edges, line 2")
        .hasMessageContaining("1 field");
    assertThatThrownBy(() -> graph(false, "a b -1"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("got '-1'");
    assertThatThrownBy(() -> graph(false, "# nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no edges");
    assertThatThrownBy(() -> new GraphWalks.Options(1, 10, 0, 1, 1))
        .hasMessage("p: from 0.001 to 1000, got 0");
  }
}
