package dev.akin.words.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.words.counting.ContextWindow.Weight;
import dev.akin.words.training.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CooccurrencesTest {
  @TempDir Path folder;

  private Map<Long, Double> counted(
      Lines lines, Vocabulary vocabulary, ContextWindow window, long bytes) throws IOException {
    Map<Long, Double> cells = new TreeMap<>();
    try (Cooccurrences counts = Cooccurrences.count(lines, vocabulary, window, bytes, folder)) {
      long[] last = {-1};
      counts.forEach((row, column, count) -> {
        long key = (long) row << 32 | column;
        assertThat(key).as("cells come in order").isGreaterThan(last[0]);
        last[0] = key;
        cells.put(key, count);
      });
      assertThat(counts.cells()).isEqualTo(cells.size());
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("files are deleted").isEmpty();
    }
    return cells;
  }

  /** All pairs of positions of all lines, looked at one by one. */
  private static Map<Long, Double> bruteForce(
      Lines lines, Vocabulary vocabulary, ContextWindow window) {
    Map<Long, Double> cells = new TreeMap<>();
    for (String line : lines.lines()) {
      int[] words =
          Stream.of(line.split(" ", -1))
              .map(word -> word.getBytes(StandardCharsets.UTF_8))
              .mapToInt(word -> vocabulary.words().find(word, 0, word.length))
              .filter(ordinal -> ordinal >= 0)
              .toArray();
      for (int i = 0; i < words.length; i++) {
        for (int j = 0; j < words.length; j++) {
          int place = j - i;
          if (place == 0 || place < -window.left() || place > window.right()) {
            continue;
          }
          int reach = place < 0 ? window.left() : window.right();
          double weight =
              switch (window.weight()) {
                case EQUAL -> 1;
                case INVERSE -> 1.0 / Math.abs(place);
                case LINEAR -> (reach - Math.abs(place) + 1.0) / reach;
              };
          int block =
              !window.isByPlace()
                  ? 0
                  : place < 0 ? place + window.left() : place + window.left() - 1;
          long column = (long) block * vocabulary.size() + words[j];
          cells.merge((long) words[i] << 32 | column, weight, Double::sum);
        }
      }
    }
    return cells;
  }

  @Test
  void countsAreThoseOfAllPairsWithAndWithoutTheDisk() throws IOException {
    Lines lines = Lines.random(400, 60, 5);
    Vocabulary vocabulary = Vocabulary.count(lines, 30, 1000);
    assertThat(vocabulary.size()).as("some words are left out").isBetween(10, 59);
    List<ContextWindow> windows =
        List.of(
            ContextWindow.around(5, Weight.EQUAL),
            ContextWindow.around(10, Weight.INVERSE),
            ContextWindow.around(3, Weight.LINEAR),
            new ContextWindow(0, 2, Weight.EQUAL, false),
            new ContextWindow(2, 0, Weight.LINEAR, false),
            new ContextWindow(2, 1, Weight.EQUAL, true));
    for (ContextWindow window : windows) {
      Map<Long, Double> expected = bruteForce(lines, vocabulary, window);
      // 1 byte: a table of 11 cells, written down hundreds of times and merged in two rounds.
      for (long bytes : new long[] {1, 4000, 1 << 24}) {
        Map<Long, Double> cells = counted(lines, vocabulary, window, bytes);
        assertThat(cells.keySet()).as("%s in %d bytes", window, bytes).isEqualTo(expected.keySet());
        cells.forEach((key, count) ->
            assertThat(count)
                .isCloseTo(expected.getOrDefault(key, 0.0), within(1e-12 * (1 + count))));
      }
    }
  }

  @Test
  void aTableThatIsFullOftenIsMergedInRounds() throws IOException {
    Lines lines = Lines.random(2000, 500, 6);
    Vocabulary vocabulary = Vocabulary.count(lines, 1, 1000);
    ContextWindow window = ContextWindow.around(4, Weight.EQUAL);
    assertThat(counted(lines, vocabulary, window, 1))
        .isEqualTo(bruteForce(lines, vocabulary, window));
  }

  @Test
  void windowsThatReachNowhereOrTooFarAreRefused() {
    assertThatThrownBy(() -> new ContextWindow(0, 0, Weight.EQUAL, false))
        .hasMessageContaining("got 0 and 0");
    assertThatThrownBy(() -> new ContextWindow(101, 0, Weight.EQUAL, false))
        .hasMessageContaining("got 101 and 0");
  }
}
