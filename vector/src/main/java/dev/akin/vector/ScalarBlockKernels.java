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
        out[j * width + i] = sum;
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
          sum += weights[j * width + i] * of.cells[j * stride + c];
        }
        to[i * stride + c] = sum;
      }
    }
  }

  @Override
  public void addCombinations(
      float[] weights, int width, Block of, Matrix table, int[] rows, int count) {
    for (int j = 0; j < count; j++) {
      MemorySegment to = table.row(rows[j]);
      for (int c = 0; c < of.stride; c++) {
        float sum = 0;
        for (int i = 0; i < of.count; i++) {
          sum += weights[j * width + i] * of.cells[i * of.stride + c];
        }
        add(to, c, sum);
      }
    }
  }

  @Override
  public void read(Matrix table, int[] rows, int count, float[] to, int at) {
    int stride = table.dimension();
    for (int k = 0; k < count; k++) {
      MemorySegment.copy(table.row(rows[k]), Matrix.CELL, 0, to, at + k * stride, stride);
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
