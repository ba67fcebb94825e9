package dev.akin.words.training;

import dev.akin.vector.Matrix;

/**
 * A document predicts each of its words from bits, which are those of its real vector times a
 * projection that all documents share: a real vector and a code, learned together (Grzegorczyk and
 * Kurdziel 2017, real-binary PV-DBOW).
 *
 * @param dimension cells of a row
 */
record RealBinaryBag(Layout layout, int dimension) implements Composition {
  /** Words of a tile: a projection costs as much as many of them. */
  private static final int CENTRES = 16;

  @Override
  public void learn(int[] words, int length, Step step) {
    Tile tile = step.tile;
    Matrix table = step.tables.input();
    for (int at = 0; at < length; at++) {
      if (tile.inputCount() == 0) {
        tile.addInput();
        for (int cell = 0; cell < layout.reals(); cell++) {
          tile.addPart(layout.projection(cell), cell(table, layout, dimension, step.line, cell));
        }
      }
      step.objective.predict(tile, words[at], 0, 1);
      if (at % CENTRES == CENTRES - 1 || at == length - 1) {
        step.learnTile();
        for (int cell = 0; cell < layout.reals(); cell++) {
          table.set(
              layout.document(step.line) + cell / dimension,
              cell % dimension,
              cell(table, layout, dimension, step.line, cell) + tile.shareGain(cell));
        }
      }
    }
  }

  private static float cell(Matrix table, Layout layout, int dimension, int line, int cell) {
    return table.get(layout.document(line) + cell / dimension, cell % dimension);
  }

  /** The real vector of a document. */
  static float[] real(Matrix table, Layout layout, int dimension, int line) {
    float[] real = new float[layout.reals()];
    for (int cell = 0; cell < real.length; cell++) {
      real[cell] = cell(table, layout, dimension, line, cell);
    }
    return real;
  }

  /** What the bits of a document are the signs of. */
  static float[] projected(Matrix table, Layout layout, int dimension, int line) {
    float[] real = real(table, layout, dimension, line);
    float[] projected = new float[dimension];
    for (int cell = 0; cell < real.length; cell++) {
      for (int c = 0; c < dimension; c++) {
        projected[c] += real[cell] * table.get(layout.projection(cell), c);
      }
    }
    return projected;
  }

  @Override
  public int mostInputs() {
    return 1;
  }

  @Override
  public int mostTargets() {
    return CENTRES;
  }

  @Override
  public int mostShares() {
    return layout.reals();
  }

  @Override
  public Joining joining() {
    return Joining.BITS;
  }
}
