package dev.akin.encoder.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.akin.encoder.head.TokenRows;
import dev.akin.text.FormatException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A transformer graph on ONNX Runtime: token ids in, token rows out.
 *
 * <p>Safe for many threads: each run computes on the thread that calls it, without a pool of its
 * own. Holds native memory until closed; {@link #close} waits for runs under way.
 */
public final class OnnxModel implements AutoCloseable {
  /** Takes what a run computed. */
  @FunctionalInterface
  public interface Sink {
    /**
     * The rows of the text at {@code index} of the run, borrowed until this call returns: its
     * tokens' rows, or the single row of a graph that pools by itself.
     */
    void accept(int index, TokenRows rows);
  }

  /**
   * ONNX Runtime 1.29 fuses the steps of a layer norm into one that runs a cell at a time; the
   * steps themselves run on wide registers: MiniLM is 14 % faster with them, its int8 graph 30 %.
   */
  private static final String UNHELPFUL_FUSIONS = "LayerNormFusionL1;LayerNormFusionL2";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final GraphSignature signature;
  private final int padId;
  private final int dimension;
  private final ConcurrentLinkedQueue<IdBuffers> idleBuffers = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxModel(
      OrtEnvironment environment, OrtSession session, GraphSignature signature, int padId)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.signature = signature;
    this.padId = padId;
    this.dimension =
        signature.dimension() > 0 ? signature.dimension() : probeDimension(environment, session);
  }

  /**
   * Loads a graph from a file.
   *
   * @param padId what short texts of a batch are filled up with; masked, so it changes no row
   * @throws FormatException if ONNX Runtime refuses the file, or the graph is no text encoder
   */
  public static OnnxModel open(Path file, int padId) {
    return open(
        file.toString(), padId, (env, options) -> env.createSession(file.toString(), options));
  }

  /**
   * Loads a graph from a direct buffer, which may be freed afterwards.
   *
   * @param where names the graph in errors
   */
  public static OnnxModel open(ByteBuffer model, String where, int padId) {
    return open(where, padId, (env, options) -> env.createSession(model, options));
  }

  private interface Loader {
    OrtSession load(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  private static OnnxModel open(String where, int padId, Loader loader) {
    OrtEnvironment environment = NativeLibrary.environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One run, one thread: parallelism is over batches, which costs less CPU than inside one.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("optimization.disable_specified_optimizers", UNHELPFUL_FUSIONS);
      // Nearly every batch has a shape of its own: plans kept for shapes would only pile up.
      options.setMemoryPatternOptimization(false);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      OrtSession session = loader.load(environment, options);
      try {
        GraphSignature signature = GraphSignature.read(session, where);
        return new OnnxModel(environment, session, signature, padId);
      } catch (OrtException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new FormatException(
          where,
          "ONNX Runtime cannot load this graph (%s); get the file again".formatted(e.getMessage()),
          e);
    }
  }

  /** Length of a row. */
  public int dimension() {
    return dimension;
  }

  /** Whether the graph gives one finished row a text instead of a row a token. */
  public boolean isPooled() {
    return signature.isPooled();
  }

  /**
   * Computes the rows of some texts in one go. They are padded to the longest, so texts of like
   * length cost least; padding never reaches the sink.
   *
   * @param texts ids of each text, special tokens included, at least one each
   */
  public void run(List<int[]> texts, Sink sink) {
    int width = texts.stream().mapToInt(ids -> ids.length).max().orElse(0);
    if (width == 0) {
      throw new IllegalArgumentException("a run needs a text with at least one token");
    }
    life.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the encoder is closed");
      }
      IdBuffers buffers = idleBuffers.poll();
      buffers = buffers == null ? new IdBuffers() : buffers;
      buffers.fill(texts, width, padId);
      run(texts, width, buffers, sink);
      idleBuffers.add(buffers);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime failed on %d texts of up to %d tokens: %s"
              .formatted(texts.size(), width, e.getMessage()),
          e);
    } finally {
      life.readLock().unlock();
    }
  }

  private void run(List<int[]> texts, int width, IdBuffers buffers, Sink sink) throws OrtException {
    int cells = texts.size() * width;
    long[] shape = {texts.size(), width};
    Map<String, OnnxTensorLike> inputs = new HashMap<>();
    try {
      for (GraphSignature.Input input : signature.inputs()) {
        LongBuffer values =
            switch (input) {
              case IDS -> buffers.ids(cells);
              case MASK -> buffers.mask(cells);
              case TYPES -> buffers.types(cells);
              case POSITIONS -> buffers.positions(cells);
            };
        inputs.put(input.graphName(), OnnxTensor.createTensor(environment, values, shape));
      }
      try (OrtSession.Result result = session.run(inputs, signature.requested())) {
        OnnxTensor output = (OnnxTensor) result.get(0);
        // A fresh heap copy of the output: its array is ours to lend.
        float[] rows = output.getFloatBuffer().array();
        lend(texts, width, rows, sink);
      }
    } finally {
      inputs.values().forEach(OnnxTensorLike::close);
    }
  }

  private void lend(List<int[]> texts, int width, float[] rows, Sink sink) {
    for (int i = 0; i < texts.size(); i++) {
      sink.accept(
          i,
          signature.isPooled()
              ? new TokenRows(rows, i * dimension, 1, dimension)
              : new TokenRows(rows, i * width * dimension, texts.get(i).length, dimension));
    }
  }

  /** Some exports leave even the hidden size open: a run of one token shows it. */
  private int probeDimension(OrtEnvironment environment, OrtSession session) throws OrtException {
    IdBuffers buffers = new IdBuffers();
    buffers.fill(List.of(new int[] {padId}), 1, padId);
    Map<String, OnnxTensorLike> inputs = new HashMap<>();
    try {
      for (GraphSignature.Input input : signature.inputs()) {
        LongBuffer values = input == GraphSignature.Input.MASK ? buffers.mask(1) : buffers.ids(1);
        inputs.put(
            input.graphName(), OnnxTensor.createTensor(environment, values, new long[] {1, 1}));
      }
      try (OrtSession.Result result = session.run(inputs, signature.requested())) {
        long[] shape = ((OnnxTensor) result.get(0)).getInfo().getShape();
        return Math.toIntExact(shape[shape.length - 1]);
      }
    } finally {
      inputs.values().forEach(OnnxTensorLike::close);
    }
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close a session: " + e.getMessage(), e);
    } finally {
      life.writeLock().unlock();
    }
  }
}
