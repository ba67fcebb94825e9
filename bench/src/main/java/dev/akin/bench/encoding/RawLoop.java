package dev.akin.bench.encoding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The best loop we can write by hand for one model (MiniLM: three inputs, mean pooling, unit rows),
 * with no abstraction in the way: all texts are cut into tokens, sorted by length, and run in
 * batches of a token budget on one session by a thread for each processor.
 */
final class RawLoop implements AutoCloseable {
  private static final int BUDGET = 512;
  private static final int DIMENSION = 384;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Tokenizer tokenizer;
  private final int maxTokens;
  private final int threads;

  RawLoop(int maxTokens, int threads) throws IOException, OrtException {
    this.maxTokens = maxTokens;
    this.threads = threads;
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry(
        "optimization.disable_specified_optimizers", "LayerNormFusionL1;LayerNormFusionL2");
    this.session = environment.createSession(read("/all-minilm-l6-v2.onnx"), options);
    this.tokenizer = Tokenizers.parse(read("/all-minilm-l6-v2-tokenizer.json"), "minilm");
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = RawLoop.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return in.readAllBytes();
    }
  }

  float[][] encode(List<String> texts) {
    int[][] ids = new int[texts.size()][];
    parallel(
        (texts.size() + 63) / 64,
        block -> {
          for (int i = block * 64; i < Math.min(texts.size(), block * 64 + 64); i++) {
            ids[i] = tokenizer.encode(texts.get(i), maxTokens).ids();
          }
        });
    Integer[] order = new Integer[ids.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> -ids[i].length));
    int[] starts = new int[ids.length + 1];
    int batches = 0;
    for (int from = 0; from < order.length; batches++) {
      starts[batches] = from;
      from = Math.min(order.length, from + Math.max(1, BUDGET / ids[order[from]].length));
      starts[batches + 1] = from;
    }
    float[][] rows = new float[ids.length][];
    parallel(batches, batch -> run(ids, order, starts[batch], starts[batch + 1], rows));
    return rows;
  }

  private interface Task {
    void run(int index) throws OrtException;
  }

  private void parallel(int tasks, Task task) {
    AtomicInteger next = new AtomicInteger();
    Runnable drain =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            try {
              task.run(i);
            } catch (OrtException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    Thread[] helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = Thread.ofPlatform().start(drain);
    }
    drain.run();
    for (Thread helper : helpers) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static LongBuffer direct(int cells) {
    return ByteBuffer.allocateDirect(cells * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private void run(int[][] ids, Integer[] order, int from, int to, float[][] rows)
      throws OrtException {
    int width = ids[order[from]].length;
    int count = to - from;
    LongBuffer tokens = direct(count * width);
    LongBuffer mask = direct(count * width);
    LongBuffer types = direct(count * width);
    for (int b = 0; b < count; b++) {
      int[] text = ids[order[from + b]];
      for (int i = 0; i < text.length; i++) {
        tokens.put(b * width + i, text[i]);
        mask.put(b * width + i, 1);
      }
    }
    long[] shape = {count, width};
    try (OnnxTensor a = OnnxTensor.createTensor(environment, tokens, shape);
        OnnxTensor m = OnnxTensor.createTensor(environment, mask, shape);
        OnnxTensor t = OnnxTensor.createTensor(environment, types, shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", a, "attention_mask", m, "token_type_ids", t))) {
      FloatBuffer cells = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] all = cells.array();
      for (int b = 0; b < count; b++) {
        int index = order[from + b];
        rows[index] = mean(all, b * width * DIMENSION, ids[index].length);
      }
    }
  }

  private static float[] mean(float[] cells, int start, int tokens) {
    float[] row = new float[DIMENSION];
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < DIMENSION; i++) {
        row[i] += cells[start + t * DIMENSION + i];
      }
    }
    double squares = 0;
    for (float x : row) {
      squares += x * x;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < DIMENSION; i++) {
      row[i] *= scale;
    }
    return row;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
