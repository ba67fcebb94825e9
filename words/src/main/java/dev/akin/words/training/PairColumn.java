package dev.akin.words.training;

import java.io.IOException;

/** The first or the second words of pairs, as a text of their own. */
record PairColumn(WordSource pairs, int column) implements WordSource {
  @Override
  public void read(Sink sink) throws IOException {
    pairs.read(
        new Sink() {
          private int place;

          @Override
          public void word(byte[] bytes, int from, int to) throws IOException {
            if (place++ == column) {
              sink.word(bytes, from, to);
            }
          }

          @Override
          public void lineEnd() throws IOException {
            place = 0;
            sink.lineEnd();
          }
        });
  }

  @Override
  public String toString() {
    return "%s (%s words of pairs)".formatted(pairs, column == 0 ? "first" : "second");
  }
}
