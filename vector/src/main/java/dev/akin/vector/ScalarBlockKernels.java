package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/** Blocks of rows cell by cell: the specification of {@link BlockKernels}. */
final class ScalarBlockKernels implements BlockKernels {
  @Override
  public int lanes() {
    return RowBlock.LEAST_LANES;
  }

  @Override
  public void products(Block a, Block b, int width, float[] out) {
    for (int i = 0; i < a.count; i++) {
      for (int j = 0; j < b.count; j++) {
        float sum = 0;
        for (int c = 0; c < a.stride; c++) {
          sum += a.cells[a.from + i * a.stride + c] * b.cells[b.from + j * b.stride + c];
        }
        out[j * width + i] = sum;
      }
    }
  }

  @Override
  public void combine(float[] weights, int width, Block of, Block to) {
    for (int i = 0; i < to.count; i++) {
      for (int c = 0; c < to.stride; c++) {
        float sum = 0;
        for (int j = 0; j < of.count; j++) {
          sum += weights[j * width + i] * of.cells[of.from + j * of.stride + c];
        }
        to.cells[to.from + i * to.stride + c] = sum;
      }
    }
  }

  @Override
  public void combine(float[] weights, int width, TableRows of, Block to) {
    Block read = new Block(new float[of.count() * to.stride], 0, of.count(), to.stride);
    read(of, read);
    combine(weights, width, read, to);
  }

  @Override
  public void addCombinations(float[] weights, int width, Block of, TableRows to) {
    for (int j = 0; j < to.count(); j++) {
      for (int c = 0; c < of.stride; c++) {
        float sum = 0;
        for (int i = 0; i < of.count; i++) {
          sum += weights[j * width + i] * of.cells[of.from + i * of.stride + c];
        }
        long at = to.offsets()[j] + (long) c * Float.BYTES;
        to.cells().set(Matrix.CELL, at, to.cells().get(Matrix.CELL, at) + sum);
      }
    }
  }

  @Override
  public void backward(
      float[] errors, int width, Block inputs, Block outputs, TableRows origin, Block gains) {
    combine(errors, width, outputs, gains);
    addCombinations(errors, width, inputs, origin);
  }

  @Override
  public void read(TableRows of, Block to) {
    for (int i = 0; i < of.count(); i++) {
      MemorySegment.copy(
          of.cells(), Matrix.CELL, of.offsets()[i], to.cells, to.from + i * to.stride, to.stride);
    }
  }

  @Override
  public void accumulate(MemorySegment from, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c++) {
      to[at + c] += from.getAtIndex(Matrix.CELL, c);
    }
  }

  @Override
  public void add(float[] from, int at, int stride, MemorySegment to) {
    for (int c = 0; c < stride; c++) {
      add(to, c, from[at + c]);
    }
  }

  private static void add(MemorySegment to, int c, float value) {
    to.setAtIndex(Matrix.CELL, c, to.getAtIndex(Matrix.CELL, c) + value);
  }
}
