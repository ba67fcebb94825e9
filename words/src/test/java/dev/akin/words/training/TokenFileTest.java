package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.format.words.WordList;
import dev.akin.words.training.TokenFile.Keeping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  private static final WordList WORDS = WordList.of(List.of("a", "b", "c"));

  @TempDir Path folder = Path.of("");

  @Test
  void theLineOfEachGrainIsThatOfItsFirstCellAlsoBehindEmptyLines() throws IOException {
    var random = new Random(4);
    List<String> lines = new ArrayList<>();
    List<Integer> lineOfCell = new ArrayList<>();
    for (int line = 0; line < 900; line++) {
      int known = random.nextInt(4) == 0 ? 0 : random.nextInt(20);
      lines.add("c ".repeat(known) + "x");
      for (int cell = 0; cell <= known; cell++) {
        lineOfCell.add(line);
      }
    }
    TokenFile tokens = write(Keeping.LINES, text(lines), WORDS);
    assertThat(tokens.cells()).isEqualTo(lineOfCell.size());
    assertThat(tokens.cells()).isGreaterThan(5 * TokenFile.GRAIN);
    for (int cell = 0; cell < tokens.cells(); cell += TokenFile.GRAIN) {
      assertThat(tokens.line(cell)).isEqualTo(lineOfCell.get(cell));
    }
  }

  @Test
  void linesWithoutAKnownWordAreLeftOutOfAText() throws IOException {
    TokenFile tokens = write(Keeping.WORDS, text(List.of("x", "a x b", "", "c")), WORDS);
    assertThat(cells(tokens)).containsExactly(0, 1, -1, 2, -1);
  }

  @Test
  void pairsAreWholeOrLeftOut() throws IOException {
    TokenFile tokens =
        write(
            Keeping.PAIRS,
            text(List.of("a p", "x p", "b q", "a x", "c", "c q", "a p q")),
            WORDS,
            WordList.of(List.of("p", "q")));
    assertThat(cells(tokens)).containsExactly(0, 0, -1, 1, 1, -1, 2, 1, -1);
    assertThat(TokenFile.GRAIN % 3).isZero();
  }

  @Test
  void aFileNumberedAnewIsTheOneThatTheNewNumbersWrite() throws IOException {
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "w" + i).toList();
    WordList all = WordList.of(names);
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      List<Integer> kept = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
      Collections.shuffle(kept, random);
      kept = kept.subList(0, 1 + random.nextInt(39));
      WordList words = WordList.of(kept.stream().map(names::get).toList());
      int[] numbers = IntStream.range(0, 40).map(kept::indexOf).toArray();

      WordSource text = text(lines(random, names, 12));
      TokenFile expected = write(Keeping.WORDS, text, words);
      int[] cells = cells(expected);
      TokenFile anew = write(Keeping.LINES, text, all).renumbered(Keeping.WORDS, numbers);
      assertSame(anew, cells, expected);

      expected = write(Keeping.LINES, text, words);
      cells = cells(expected);
      anew = write(Keeping.LINES, text, all).renumbered(Keeping.LINES, numbers);
      assertSame(anew, cells, expected);

      WordSource pairs = text(lines(random, names, 2));
      expected = write(Keeping.PAIRS, pairs, words, all);
      cells = cells(expected);
      int[] same = IntStream.range(0, 40).toArray();
      anew = write(Keeping.PAIRS, pairs, all, all).renumbered(Keeping.PAIRS, numbers, same);
      assertSame(anew, cells, expected);
    }
  }

  private static List<String> lines(Random random, List<String> names, int most) {
    return IntStream.range(0, 3000)
        .mapToObj(line -> random.ints(random.nextInt(most + 1), 0, names.size()))
        .map(words -> words.mapToObj(names::get).collect(Collectors.joining(" ")))
        .toList();
  }

  private void assertSame(TokenFile anew, int[] cells, TokenFile expected) throws IOException {
    assertThat(cells(anew)).isEqualTo(cells);
    assertThat(Files.size(folder.resolve("tokens"))).isEqualTo(4L * cells.length);
    assertThat(anew.lines()).isEqualTo(expected.lines());
    assertThat(anew.emptyLines()).isEqualTo(expected.emptyLines());
    assertThat(anew.checksum()).isEqualTo(expected.checksum());
    for (int cell = 0; cell < cells.length; cell += TokenFile.GRAIN) {
      assertThat(anew.line(cell)).isEqualTo(expected.line(cell));
    }
  }

  @Test
  void theChecksumIsOfTheFileAndOfTheOrderOfItsLines() throws IOException {
    List<String> lines = List.of("a b", "b c", "");
    long[] sums = new long[2];
    for (int i = 0; i < 2; i++) {
      TokenFile tokens =
          write(Keeping.LINES, text(i == 0 ? lines : List.of("b c", "a b", "")), WORDS);
      var crc = new CRC32C();
      crc.update(Files.readAllBytes(folder.resolve("tokens")));
      assertThat(tokens.checksum()).isEqualTo(crc.getValue());
      sums[i] = tokens.checksum();
    }
    assertThat(sums[0]).isNotEqualTo(sums[1]);
  }

  private TokenFile write(Keeping keeping, WordSource source, WordList... columns)
      throws IOException {
    TokenFile.Numbering[] numberings =
        Arrays.stream(columns)
            .map(words -> (TokenFile.Numbering) words::find)
            .toArray(TokenFile.Numbering[]::new);
    return TokenFile.write(source, keeping, folder.resolve("tokens"), numberings);
  }

  private static int[] cells(TokenFile tokens) throws IOException {
    int[] cells = new int[(int) tokens.cells()];
    try (TokenFile.Reader reader = tokens.reader()) {
      assertThat(reader.read(0, cells)).isEqualTo(cells.length);
    }
    return cells;
  }

  private static WordSource text(List<String> lines) {
    return sink -> {
      for (String line : lines) {
        for (String word : line.split(" ", -1)) {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
        sink.lineEnd();
      }
    };
  }
}
