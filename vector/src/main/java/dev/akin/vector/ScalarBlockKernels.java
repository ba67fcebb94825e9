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
  public void combine(float[] weights, int width, Block of, float[] to, int count) {
    int stride = of.stride;
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < stride; c++) {
        float sum = 0;
        for (int j = 0; j < of.count; j++) {
          sum += weights[i * width + j] * of.cells[j * stride + c];
        }
        to[i * stride + c] = sum;
      }
    }
  }

  @Override
  public void addCombination(
      float[] weights, int first, int step, Block of, MemorySegment to, long offset) {
    for (int c = 0; c < of.stride; c++) {
      float sum = 0;
      for (int j = 0; j < of.count; j++) {
        sum += weights[first + j * step] * of.cells[j * of.stride + c];
      }
      add(to, offset, c, sum);
    }
  }

  @Override
  public void sum(Block of, Chosen chosen, float share, float[] to, int at) {
    for (int c = 0; c < of.stride; c++) {
      to[at + c] = share * sum(of, chosen, c);
    }
  }

  @Override
  public void addSum(Block of, Chosen chosen, MemorySegment to, long offset) {
    for (int c = 0; c < of.stride; c++) {
      add(to, offset, c, sum(of, chosen, c));
    }
  }

  private static float sum(Block of, Chosen chosen, int c) {
    float sum = 0;
    for (int k = chosen.from; k < chosen.to; k++) {
      sum += of.cells[chosen.places[k] * of.stride + c];
    }
    return sum;
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
      add(to, offset, c, from[at + c]);
    }
  }

  private static void add(MemorySegment to, long offset, int c, float value) {
    long cell = offset + (long) c * Float.BYTES;
    to.set(Matrix.CELL, cell, to.get(Matrix.CELL, cell) + value);
  }
}
