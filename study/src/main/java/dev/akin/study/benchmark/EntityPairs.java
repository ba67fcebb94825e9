package dev.akin.study.benchmark;

import dev.akin.reader.ReadOptions;
import dev.akin.reader.SourceFormat;
import dev.akin.reader.Sources;
import dev.akin.study.task.ScoredPairs;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs of records and whether they are of one thing, in the layout of Magellan's sets as Ditto
 * reads them: {@code COL name VAL value …}, a tab, the other record, a tab, 0 or 1.
 */
final class EntityPairs {
  private EntityPairs() {}

  /**
   * Reads a file, packed or not; of records the values alone.
   *
   * @throws FormatException if a line is not of that layout (file and line)
   */
  static ScoredPairs read(Path file) throws IOException {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    try (Stream<Document> lines =
        Sources.open(file, ReadOptions.defaults().withFormat(SourceFormat.LINES)).documents()) {
      lines.forEach(line -> {
        String[] cells = line.text().split("\t", -1);
        if (cells.length != 3 || !cells[2].strip().matches("[01]")) {
          throw new FormatException(
              line.origin().locate(0),
              "expected two records and 0 or 1 between tabs, got '%s'".formatted(line.text()));
        }
        first.add(values(cells[0]));
        second.add(values(cells[1]));
        scores.add(Double.parseDouble(cells[2].strip()));
      });
    }
    return new ScoredPairs(first, second, scores);
  }

  static String values(String record) {
    return record.replaceAll("\\bCOL \\S+ VAL\\b", " ").replaceAll("\\s+", " ").strip();
  }
}
