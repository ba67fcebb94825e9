package dev.akin.cli;

import dev.akin.words.training.WordSource;
import java.io.IOException;

/** Words that stop coming when the user wants the job to end. */
record StoppableWords(WordSource words, Runnable check) implements WordSource {
  /** A word or a line costs less than a look at the wish to stop. */
  private static final int WORDS_BETWEEN = 1 << 14;

  @Override
  public void read(Sink sink) throws IOException {
    words.read(
        new Sink() {
          private int left = WORDS_BETWEEN;

          @Override
          public void word(byte[] bytes, int from, int to) throws IOException {
            count();
            sink.word(bytes, from, to);
          }

          @Override
          public void lineEnd() throws IOException {
            count();
            sink.lineEnd();
          }

          private void count() {
            if (--left == 0) {
              left = WORDS_BETWEEN;
              check.run();
            }
          }
        });
  }

  @Override
  public String toString() {
    return words.toString();
  }
}
