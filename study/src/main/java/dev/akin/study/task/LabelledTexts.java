package dev.akin.study.task;

import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts, each with a label.
 *
 * @param labels one for each text, as people write it
 */
public record LabelledTexts(List<String> texts, List<String> labels) {
  public LabelledTexts {
    texts = List.copyOf(texts);
    labels = List.copyOf(labels);
    if (texts.size() != labels.size()) {
      throw new IllegalArgumentException(
          "%d texts and %d labels".formatted(texts.size(), labels.size()));
    }
  }

  /**
   * Reads a table (TSV, CSV or JSON Lines, packed or not) with the columns {@code text} and {@code
   * label}.
   *
   * @throws dev.akin.text.FormatException if a column is missing or a label empty (file and line)
   */
  public static LabelledTexts read(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    try (Stream<Document> rows = Tables.open(file, "text").documents()) {
      rows.forEach(row -> {
        texts.add(row.text());
        String label = Tables.requireText(row, "label");
        if (label.isBlank()) {
          throw new FormatException(row.origin().locate(0), "this text has no label");
        }
        labels.add(label);
      });
    }
    return new LabelledTexts(texts, labels);
  }

  /** How many texts. */
  public int size() {
    return texts.size();
  }

  /** The labels that occur, in order. */
  public List<String> distinctLabels() {
    return List.copyOf(new TreeSet<>(labels));
  }

  /** The place of each text's label in a list of labels; −1 for one that is not there. */
  int[] codes(List<String> all) {
    return labels.stream().mapToInt(all::indexOf).toArray();
  }

  /** The texts at these places. */
  LabelledTexts taken(int[] places) {
    return new LabelledTexts(
        IntStream.of(places).mapToObj(texts::get).toList(),
        IntStream.of(places).mapToObj(labels::get).toList());
  }

  /** Two parts drawn by chance, the first with that share of the texts; the same for a seed. */
  public List<LabelledTexts> split(double share, long seed) {
    int[] order = shuffled(size(), seed);
    int first = (int) Math.round(share * size());
    return List.of(
        taken(IntStream.of(order).limit(first).sorted().toArray()),
        taken(IntStream.of(order).skip(first).sorted().toArray()));
  }

  /** The same with fewer texts, drawn by chance, in their order. */
  public LabelledTexts sampled(int mostTexts, long seed) {
    return taken(sample(size(), mostTexts, seed));
  }

  /** Rising numbers below n, as many as wanted or as there are. */
  static int[] sample(int n, int most, long seed) {
    return IntStream.of(shuffled(n, seed)).limit(most).sorted().toArray();
  }

  /** The numbers below n in an order drawn by chance. */
  static int[] shuffled(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
