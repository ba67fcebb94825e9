package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.format.words.WordList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    TokenFile tokens = TokenFile.writeEveryLine(text(lines), WORDS, folder.resolve("tokens"));
    assertThat(tokens.cells()).isEqualTo(lineOfCell.size());
    assertThat(tokens.cells()).isGreaterThan(5 * TokenFile.GRAIN);
    for (int cell = 0; cell < tokens.cells(); cell += TokenFile.GRAIN) {
      assertThat(tokens.line(cell)).isEqualTo(lineOfCell.get(cell));
    }
  }

  @Test
  void linesWithoutAKnownWordAreLeftOutOfAText() throws IOException {
    TokenFile tokens =
        TokenFile.write(text(List.of("x", "a x b", "", "c")), WORDS, folder.resolve("tokens"));
    assertThat(cells(tokens)).containsExactly(0, 1, -1, 2, -1);
  }

  @Test
  void pairsAreWholeOrLeftOut() throws IOException {
    TokenFile tokens =
        TokenFile.writePairs(
            text(List.of("a p", "x p", "b q", "a x", "c q")),
            WORDS,
            WordList.of(List.of("p", "q")),
            folder.resolve("tokens"));
    assertThat(cells(tokens)).containsExactly(0, 0, -1, 1, 1, -1, 2, 1, -1);
    assertThat(TokenFile.GRAIN % 3).isZero();
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
