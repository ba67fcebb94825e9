package dev.akin.words.training;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Vectors of the lines of a source as an encoder makes them, for {@link Method#X2STATIC}: the text
 * of a line is its words with a blank between two. A line without words has the zero row.
 *
 * @param encoder left open
 */
public record LineEncoding(Encoder encoder) {
  /** Lines encoded together. */
  private static final int WINDOW = 256;

  /**
   * Encodes all lines as documents; the source is read twice.
   *
   * @param progress told how many lines are done, now and then
   * @return [lines × dimension of the encoder], to be closed by the caller
   */
  public Matrix encode(WordSource source, IntConsumer progress) throws IOException {
    var count = new LineCount();
    source.read(count);
    Matrix rows = Matrix.allocate(count.lines, encoder.dimension());
    try {
      var window = new Window(rows, progress);
      source.read(window);
      window.encode();
      return rows;
    } catch (IOException | RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  private static final class LineCount implements WordSource.Sink {
    private int lines;

    @Override
    public void word(byte[] bytes, int from, int to) {}

    @Override
    public void lineEnd() {
      lines = Math.addExact(lines, 1);
    }
  }

  /** Lines that wait to be encoded together; those without words are left as they are. */
  private final class Window implements WordSource.Sink {
    private final Matrix rows;
    private final IntConsumer progress;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int line;

    Window(Matrix rows, IntConsumer progress) {
      this.rows = rows;
      this.progress = progress;
    }

    @Override
    public void word(byte[] bytes, int from, int to) {
      text.append(text.isEmpty() ? "" : " ")
          .append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void lineEnd() {
      if (!text.isEmpty()) {
        texts.add(text.toString());
        places.add(line);
        text.setLength(0);
      }
      line++;
      if (texts.size() == WINDOW) {
        encode();
      }
    }

    void encode() {
      if (texts.isEmpty()) {
        return;
      }
      try (Matrix encoded = encoder.encode(texts, Role.DOCUMENT)) {
        for (int i = 0; i < encoded.rows(); i++) {
          rows.setRow(places.get(i), encoded.copyRow(i));
        }
      }
      progress.accept(line);
      texts.clear();
      places.clear();
    }
  }
}
