package dev.akin.study.words;

import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Some lines of a text, some of whose words are others.
 *
 * @param all the text
 * @param most words of the text that are looked at, to the end of a line
 * @param of every so many lines one is taken
 * @param place which of them, from 0
 * @param renamed words that are written as others
 */
record TextSlice(WordSource all, long most, int of, int place, Map<String, String> renamed)
    implements WordSource {
  TextSlice {
    renamed = Map.copyOf(renamed);
  }

  @Override
  public void read(Sink sink) throws IOException {
    all.read(
        new Sink() {
          private long line;
          private long words;
          private boolean isOver;

          @Override
          public void word(byte[] bytes, int from, int to) throws IOException {
            words++;
            if (isOver || line % of != place) {
              return;
            }
            if (renamed.isEmpty()) {
              sink.word(bytes, from, to);
              return;
            }
            String word = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            byte[] written = renamed.getOrDefault(word, word).getBytes(StandardCharsets.UTF_8);
            sink.word(written, 0, written.length);
          }

          @Override
          public void lineEnd() throws IOException {
            if (!isOver && line % of == place) {
              sink.lineEnd();
            }
            line++;
            isOver |= words >= most;
          }
        });
  }
}
