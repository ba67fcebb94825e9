package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.words.training.TokenFile.Keeping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedTextTest {
  private static final int LEAST = 4;

  @TempDir Path folder = Path.of("");

  @Test
  void wordsAreThoseThatStandOftenEnoughTheMostFrequentFirstAndEqualsByTheirBytes()
      throws IOException {
    List<String> lines = lines(2000);
    CountedText text = read(lines, Integer.MAX_VALUE);
    var counts = new TreeMap<String, Integer>();
    lines.forEach(
        line -> List.of(line.split(" ", -1)).forEach(word -> counts.merge(word, 1, Integer::sum)));
    counts.remove("");
    List<String> expected =
        counts.entrySet().stream()
            .filter(word -> word.getValue() >= LEAST)
            .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
            .map(word -> word.getKey() + " " + word.getValue())
            .toList();
    Vocabulary vocabulary = text.vocabulary();
    List<String> found = new ArrayList<>();
    for (int word = 0; word < vocabulary.size(); word++) {
      found.add(vocabulary.words().word(word) + " " + vocabulary.count(word));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(vocabulary.text().distinct()).isEqualTo(counts.size());
    assertThat(vocabulary.text().lines()).isEqualTo(2000);
    assertThat(vocabulary.text().pruned()).isFalse();
    assertThat(cells(text)).isEqualTo(cells(lines, vocabulary));
  }

  @Test
  void whereWordsAreForgottenWhatIsKeptIsWrittenWhereverItStands() throws IOException {
    List<String> lines = lines(2000);
    CountedText text = read(lines, 60);
    assertThat(text.vocabulary().text().pruned()).isTrue();
    assertThat(text.vocabulary().size()).isBetween(2, 60);
    assertThat(cells(text)).isEqualTo(cells(lines, text.vocabulary()));
  }

  /** Words of Zipf's kind: some stand everywhere, most once. */
  private static List<String> lines(int count) {
    var random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      var words = new StringBuilder();
      for (int word = random.nextInt(9); word > 0; word--) {
        words.append("é").append((int) (1 / (0.0005 + random.nextDouble()))).append(' ');
      }
      lines.add(words.toString().strip());
    }
    return lines;
  }

  private CountedText read(List<String> lines, int mostWords) throws IOException {
    Path file = folder.resolve("text.txt");
    Files.write(file, lines);
    var options = TrainingOptions.builder(Method.CBOW).leastCount(LEAST).build();
    return CountedText.read(new TextWords(file), options, mostWords, folder.resolve("tokens"));
  }

  private static int[] cells(CountedText text) throws IOException {
    int[] cells = new int[(int) text.tokens().cells()];
    try (TokenFile.Reader reader = text.tokens().reader()) {
      assertThat(reader.read(0, cells)).isEqualTo(cells.length);
    }
    return cells;
  }

  private int[] cells(List<String> lines, Vocabulary vocabulary) throws IOException {
    WordSource source =
        sink -> {
          for (String line : lines) {
            for (String word : line.split(" ", -1)) {
              byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
              sink.word(bytes, 0, bytes.length);
            }
            sink.lineEnd();
          }
        };
    TokenFile tokens =
        TokenFile.write(
            source, Keeping.WORDS, folder.resolve("expected"), vocabulary.words()::find);
    return cells(new CountedText(vocabulary, vocabulary, tokens));
  }
}
