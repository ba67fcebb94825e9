package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/** Blocks of rows cell by cell: the specification of {@link BlockKernels}. */
final class ScalarBlockKernels implements BlockKernels {
  @Override
  public void products(Block a, Block b, int width, float[] out) {
    for (int i = 0; i < a.count; i++) {
      for (int j = 0; j < b.count; j++) {
        float sum = 0;
        for (int c = 0; c < a.stride; c++) {
          sum += a.cells[i * a.stride + c] * b.cells[j * b.stride + c];
        }
        out[i * width + j] = sum;
      }
    }
  }

  @Override
  public void combine(Weights weights, Block of, float[] to, int count) {
    int stride = of.stride;
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < stride; c++) {
        float sum = 0;
        for (int j = 0; j < of.count; j++) {
          float weight = weights.cells[i * weights.rowStep + j * weights.columnStep];
          sum += weight * of.cells[j * stride + c];
        }
        to[i * stride + c] = sum;
      }
    }
  }

  @Override
  public void read(MemorySegment from, long offset, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c++) {
      to[at + c] = from.get(Matrix.CELL, offset + (long) c * Float.BYTES);
    }
  }

  @Override
  public void accumulate(MemorySegment from, long offset, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c++) {
      to[at + c] += from.get(Matrix.CELL, offset + (long) c * Float.BYTES);
    }
  }

  @Override
  public void add(float[] from, int at, int stride, MemorySegment to, long offset) {
    for (int c = 0; c < stride; c++) {
      long cell = offset + (long) c * Float.BYTES;
      to.set(Matrix.CELL, cell, to.get(Matrix.CELL, cell) + from[at + c]);
    }
  }
}
