package dev.akin.encoder.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.List;

/** Direct buffers for one padded rectangle of token ids. Grows; used by one thread at a time. */
final class IdBuffers {
  private LongBuffer ids = direct(1 << 10);
  private LongBuffer mask = direct(1 << 10);
  private LongBuffer types = direct(1 << 10);
  private LongBuffer positions = direct(1 << 10);

  private static LongBuffer direct(int cells) {
    return ByteBuffer.allocateDirect(cells * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  /** Puts texts in, padded on the right to {@code width}; each buffer then spans the rectangle. */
  void fill(List<int[]> texts, int width, int padId) {
    int cells = Math.multiplyExact(texts.size(), width);
    if (ids.capacity() < cells) {
      int capacity = Math.max(cells, 2 * ids.capacity());
      ids = direct(capacity);
      mask = direct(capacity);
      types = direct(capacity);
      positions = direct(capacity);
    }
    int at = 0;
    for (int[] text : texts) {
      for (int i = 0; i < width; i++, at++) {
        boolean real = i < text.length;
        ids.put(at, real ? text[i] : padId);
        mask.put(at, real ? 1 : 0);
        positions.put(at, i);
      }
    }
    // Type ids stay 0, which they were allocated with: one text has one segment.
  }

  LongBuffer ids(int cells) {
    return ids.slice(0, cells);
  }

  LongBuffer mask(int cells) {
    return mask.slice(0, cells);
  }

  LongBuffer types(int cells) {
    return types.slice(0, cells);
  }

  LongBuffer positions(int cells) {
    return positions.slice(0, cells);
  }
}
