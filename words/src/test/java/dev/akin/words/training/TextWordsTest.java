package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.vector.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextWordsTest {
  @TempDir private Path folder;

  @Test
  void wordsStandBetweenBlanksAndTheLastLineNeedsNoEnd() throws IOException {
    assertThat(read("a  bc\td\n\ne")).containsExactly("a", "bc", "d", "|", "|", "e", "|");
    assertThat(read("ab\n")).containsExactly("ab", "|");
    assertThat(read("a")).containsExactly("a", "|");
    assertThat(read("abc")).containsExactly("abc", "|");
    assertThat(read("\n\n\n")).containsExactly("|", "|", "|");
    assertThat(read("")).isEmpty();
  }

  @Test
  void aByteOrderMarkAtTheBeginningBelongsToNoWord() throws IOException {
    assertThat(read("\ufeffthe end")).containsExactly("the", "end", "|");
    assertThat(read("\ufeff")).isEmpty();
    assertThat(read("\ufeff\na")).containsExactly("|", "a", "|");
    assertThat(read("a \ufeffb")).containsExactly("a", "\ufeffb", "|");
  }

  @Test
  void gzipIsReadAsTheTextInIt() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write("\ufeffa b\nc".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(bytes.toByteArray())).containsExactly("a", "b", "|", "c", "|");
  }

  @Test
  void aZeroAndAnEndlessWordAreNoText() {
    assertThatThrownBy(() -> read("\u0000")).hasMessageContaining("line 1: a byte 0");
    assertThatThrownBy(() -> read("a\nb\u0000"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("line 2: a byte 0");
    assertThatThrownBy(() -> read("a\n" + "b".repeat(70_000)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("line 2: a word of more than 4,096 bytes");
  }

  private List<String> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The words, and a bar for the end of a line. */
  private List<String> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("text"), bytes);
    List<String> read = new ArrayList<>();
    new TextWords(file)
        .read(
            new WordSource.Sink() {
              @Override
              public void word(byte[] buffer, int from, int to) {
                read.add(new String(buffer, from, to - from, StandardCharsets.UTF_8));
              }

              @Override
              public void lineEnd() {
                read.add("|");
              }
            });
    return read;
  }
}
