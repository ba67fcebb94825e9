package dev.akin.words.training;

import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of pairs, plain or gzip: a line holds what predicts and what is predicted, between them a
 * tab or another blank; empty lines are passed over. Read as {@link TextWords} are.
 */
public record PairLines(Path file) implements WordSource {
  @Override
  public void read(Sink sink) throws IOException {
    new TextWords(file)
        .read(
            new Sink() {
              private long line = 1;
              private int words;

              @Override
              public void word(byte[] bytes, int from, int to) throws IOException {
                words++;
                if (words <= 2) {
                  sink.word(bytes, from, to);
                }
              }

              @Override
              public void lineEnd() throws IOException {
                if (words != 0 && words != 2) {
                  throw new FormatException(
                      file + ", line " + line,
                      "%d %s; a pair is what predicts, a tab and what is predicted, neither with a"
                              .formatted(words, words == 1 ? "word" : "words")
                          + " blank in it");
                }
                if (words == 2) {
                  sink.lineEnd();
                }
                words = 0;
                line++;
              }
            });
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
