package dev.akin.format.words;

import dev.akin.format.words.FastTextArgs.Kind;
import dev.akin.format.words.FastTextArgs.Loss;
import dev.akin.format.words.QuantizedRows.Codebook;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads fastText's {@code .bin} and {@code .ftz}, versions 11 and 12, little-endian throughout.
 *
 * <pre>
 * int32 magic 793712314, int32 version
 * int32 dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate
 * float64 t
 * int32 size, nwords, nlabels; int64 ntokens, pruned (−1 for not pruned)
 * size times: word bytes, 0, int64 count, int8 type (0 word, 1 label)
 * pruned times: int32 bucket, int32 row
 * int8 quantised; input matrix; int8 quantised output; output matrix
 * matrix: int64 m, int64 n, float32 cells [m × n]
 * quantised matrix: int8 qnorm, int64 m, int64 n, int32 length, codes [length], codebook,
 *   and with qnorm: norm codes [m], codebook
 * codebook: int32 dim, nsubq, dsub, lastdsub; float32 centroids [256 · dim]
 * </pre>
 *
 * <p>Version 11 of a supervised model says it has n-grams of characters and has none. For one
 * thread.
 */
final class FastTextReader {
  static final int MAGIC = 793712314;
  static final int VERSION = 12;
  private static final int OLD_VERSION = 11;
  private static final int LONGEST_WORD = 1 << 16;

  /** A word of no letter: its end, its count, its type. */
  private static final int LEAST_ENTRY = 1 + 8 + 1;

  private final ByteInput in;

  private FastTextReader(ByteInput in) {
    this.in = in;
  }

  static boolean hasMagic(byte[] head) {
    return head.length >= 4
        && head[0] == (byte) MAGIC
        && head[1] == (byte) (MAGIC >> 8)
        && head[2] == (byte) (MAGIC >> 16)
        && head[3] == (byte) (MAGIC >> 24);
  }

  static FastTextModel read(ByteInput in) throws IOException {
    return new FastTextReader(in).read();
  }

  private FastTextModel read() throws IOException {
    in.readInt("the mark");
    int version = in.readInt("the version");
    if (version != VERSION && version != OLD_VERSION) {
      throw in.error(
          "version %d of fastText's format; %d and %d are read"
              .formatted(version, OLD_VERSION, VERSION));
    }
    FastTextArgs args = readArgs(version);
    FastTextDictionary dictionary = readDictionary();
    boolean isQuantized = readFlag("the mark of a quantised input matrix");
    if (!isQuantized && dictionary.kept().isPresent()) {
      throw in.error(
          "a pruned model whose rows are not quantised: fastText wrote such files by mistake and"
              + " does not read them either; get the model again (fastText issue 332)");
    }
    InputRows input = readMatrix(isQuantized, args, "the input matrix");
    try {
      checkInput(input, args, dictionary);
      boolean isOutputQuantized = readFlag("the mark of a quantised output matrix");
      InputRows output = readMatrix(isQuantized && isOutputQuantized, args, "the output matrix");
      if (in.hasNext()) {
        output.close();
        throw in.error("more bytes behind the output matrix, which ends a model");
      }
      return new FastTextModel(in.file().toString(), args, dictionary, input, output);
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private FastTextArgs readArgs(int version) throws IOException {
    long start = in.offset();
    int[] values = new int[12];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt("the arguments");
    }
    double sampling = Double.longBitsToDouble(in.readLong("the arguments"));
    int dimension = values[0];
    Optional<Loss> loss = Loss.find(values[6]);
    Optional<Kind> kind = Kind.find(values[7]);
    int buckets = values[8];
    boolean isOldClassifier =
        version == OLD_VERSION && kind.filter(Kind.SUPERVISED::equals).isPresent();
    int most = isOldClassifier ? 0 : values[10];
    if (dimension < 1
        || loss.isEmpty()
        || kind.isEmpty()
        || buckets < 0
        || (most > 0 && buckets == 0)
        || (kind.get() == Kind.SUPERVISED && values[5] > 1 && buckets == 0)) {
      throw in.error(
          start,
          "its arguments (dim %d, loss %d, model %d, bucket %d, maxn %d, wordNgrams %d) are those of no model"
              .formatted(dimension, values[6], values[7], buckets, most, values[5]));
    }
    return new FastTextArgs(
        dimension,
        values[1],
        values[2],
        values[3],
        values[4],
        values[5],
        loss.get(),
        kind.get(),
        new Subwords(values[9], most, buckets),
        values[11],
        sampling);
  }

  private FastTextDictionary readDictionary() throws IOException {
    long start = in.offset();
    int size = in.readInt("the size of the dictionary");
    int words = in.readInt("the size of the dictionary");
    int labels = in.readInt("the size of the dictionary");
    long tokens = in.readLong("the size of the dictionary");
    long pruned = in.readLong("the size of the dictionary");
    if (words < 0 || labels < 0 || size != (long) words + labels || pruned < -1) {
      throw in.error(
          start,
          "a dictionary of %d entries, %d words and %d labels, %d buckets kept"
              .formatted(size, words, labels, pruned));
    }
    in.require((long) size * LEAST_ENTRY, "a dictionary of %d entries".formatted(size));
    var known = new Entries(0);
    known.read(words);
    var classes = new Entries(1);
    classes.read(labels);
    return new FastTextDictionary(
        known.words.build(),
        Arrays.copyOf(known.counts, words),
        classes.words.build(),
        Arrays.copyOf(classes.counts, labels),
        tokens,
        pruned < 0 ? Optional.empty() : Optional.of(readKept(pruned)));
  }

  /** Entries of one type as they come. */
  private final class Entries {
    private final int type;
    private final WordList.Builder words = new WordList.Builder();
    private long[] counts = new long[64];

    Entries(int type) {
      this.type = type;
    }

    void read(int count) throws IOException {
      var word = new ByteBuilder();
      for (int i = 0; i < count; i++) {
        word.cutTo(0);
        long start = in.offset();
        if (!in.readUntil((byte) 0, word, LONGEST_WORD)) {
          throw in.ended("word %d of the dictionary".formatted(i + 1));
        }
        if (i == counts.length) {
          counts = Arrays.copyOf(counts, 2 * i);
        }
        counts[i] = in.readLong("the count of a word");
        int found = in.readByte("the type of a word");
        if (found != type) {
          throw in.error(
              start, "'%s' has type %d where type %d belongs".formatted(word, found, type));
        }
        if (word.length() == 0 || !words.add(word.array(), 0, word.length())) {
          throw in.error(
              start, "the word '%s' is empty or stands twice in the dictionary".formatted(word));
        }
      }
    }
  }

  private Map<Integer, Integer> readKept(long count) throws IOException {
    in.require(8 * count, "a list of %d kept buckets".formatted(count));
    Map<Integer, Integer> kept = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      kept.put(in.readInt("a kept bucket"), in.readInt("a kept bucket"));
    }
    return kept;
  }

  private boolean readFlag(String what) throws IOException {
    int flag = in.readByte(what);
    if (flag > 1) {
      throw in.error("%s is %d, neither 0 nor 1".formatted(what, flag));
    }
    return flag == 1;
  }

  private InputRows readMatrix(boolean isQuantized, FastTextArgs args, String what)
      throws IOException {
    return isQuantized ? readQuantized(args, what) : readDense(args, what);
  }

  private InputRows readDense(FastTextArgs args, String what) throws IOException {
    int rows = readShape(args, what);
    long bytes = 4L * rows * args.dimension();
    in.require(bytes, what);
    if (in.isPlain()) {
      Matrix mapped = Matrix.map(in.file(), in.offset(), rows, args.dimension());
      in.skip(bytes);
      return new InputRows.Dense(mapped);
    }
    try (var collected = RowCollector.growing(rows, args.dimension())) {
      while (collected.rows() < rows) {
        MemorySegment row = collected.next();
        if (!in.read(row)) {
          throw in.ended(what);
        }
        collected.keep();
      }
      return new InputRows.Dense(collected.take());
    }
  }

  private int readShape(FastTextArgs args, String what) throws IOException {
    long start = in.offset();
    long rows = in.readLong(what);
    long dimension = in.readLong(what);
    if (rows < 0 || rows > Integer.MAX_VALUE || dimension != args.dimension()) {
      throw in.error(
          start,
          "%s is [%d × %d]; a model of %d cells cannot have it"
              .formatted(what, rows, dimension, args.dimension()));
    }
    return (int) rows;
  }

  private InputRows readQuantized(FastTextArgs args, String what) throws IOException {
    boolean hasNorms = readFlag("the mark of quantised norms");
    int rows = readShape(args, what);
    long start = in.offset();
    int length = in.readInt(what);
    if (length < 0) {
      throw in.error(start, "%s has %d codes".formatted(what, length));
    }
    byte[] codes = in.readBytes(length, "the codes of " + what);
    Codebook codebook = readCodebook(args.dimension(), what);
    if (length != (long) rows * codebook.parts()) {
      throw in.error(
          start,
          "%s has %d codes for %d rows of %d parts"
              .formatted(what, length, rows, codebook.parts()));
    }
    return new QuantizedRows(
        rows, codes, codebook, hasNorms ? Optional.of(readNorms(rows, what)) : Optional.empty());
  }

  private QuantizedRows.Norms readNorms(int rows, String what) throws IOException {
    byte[] codes = in.readBytes(rows, "the norms of " + what);
    return new QuantizedRows.Norms(codes, readCodebook(1, what));
  }

  private Codebook readCodebook(int dimension, String what) throws IOException {
    long start = in.offset();
    int[] shape = new int[4];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readInt("the codebook of " + what);
    }
    int parts = shape[1];
    int part = shape[2];
    int last = shape[3];
    boolean fits =
        shape[0] == dimension
            && part >= 1
            && parts == Math.ceilDiv(dimension, part)
            && last == dimension - (parts - 1) * part;
    if (!fits) {
      throw in.error(
          start,
          "a codebook of %d parts of %d cells, the last of %d, does not cover rows of %d"
              .formatted(parts, part, last, dimension));
    }
    long cells = (long) QuantizedRows.CENTROIDS * dimension;
    byte[] bytes = in.readBytes(4 * cells, "the centroids of " + what);
    float[] centroids = new float[(int) cells];
    MemorySegment.copy(
        MemorySegment.ofArray(bytes), Matrix.CELL, 0, centroids, 0, centroids.length);
    return new Codebook(dimension, part, centroids);
  }

  private void checkInput(InputRows input, FastTextArgs args, FastTextDictionary dictionary) {
    int words = dictionary.words().size();
    boolean isPruned = dictionary.kept().isPresent();
    boolean hasWordNgrams = args.kind() == Kind.SUPERVISED && args.wordNgrams() > 1;
    boolean hasBuckets = args.subwords().most() > 0 || hasWordNgrams;
    long buckets = hasBuckets && !isPruned ? args.subwords().buckets() : 0;
    if (input.rows() < words + buckets) {
      throw in.error(
          "an input matrix of %d rows for %d words and %d buckets"
              .formatted(input.rows(), words, buckets));
    }
    dictionary
        .kept()
        .orElse(Map.of())
        .forEach((bucket, row) -> {
          if (row < 0 || row >= input.rows() - words) {
            throw in.error(
                "bucket %d is kept in row %d behind the words; there are %d"
                    .formatted(bucket, row, input.rows() - words));
          }
        });
  }
}
