package dev.akin.vector.transform;

import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The file of a transform, version 1; integers and floats are little-endian.
 *
 * <pre>
 * offset  bytes
 *      0      8  magic "AKINTRFM"
 *      8      4  version, 1
 *     12      4  number of steps, 1 to 64
 *     16      8  bytes of the steps, b
 *     24      b  the steps, in the order in which they are applied
 * 24 + b      4  CRC-32C of everything before
 * </pre>
 *
 * <p>A step is its kind (4 bytes: 1 cut, 2 unit length, 3 shift, 4 affine), input dimension (4),
 * output dimension (4); a shift and an affine map then have the length of the method's name (4),
 * the name in UTF-8, the number of fitted rows (4) and their checksum (4); then floats: a shift c,
 * an affine map c, b and W row by row.
 */
final class TransformFile {
  static final int VERSION = 1;
  static final int HEADER_BYTES = 24;
  private static final int CHECKSUM_BYTES = 4;
  private static final int STEP_BYTES = 12;
  private static final int MAX_STEPS = 64;

  /** An affine map of 8,192 × 8,192 and room: a larger file is none of ours. */
  private static final long MAX_BYTES = 1L << 29;

  private static final byte[] MAGIC = "AKINTRFM".getBytes(StandardCharsets.US_ASCII);

  private TransformFile() {}

  /** Writes beside the file and moves it into place. */
  static void write(Path file, Transform transform) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path whole = Files.createTempFile(folder, "transform", ".part");
    try {
      Files.write(whole, bytes(transform));
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  static String fingerprint(Transform transform) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(transform));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  static byte[] bytes(Transform transform) {
    List<Transform> steps = transform instanceof Chain chain ? chain.steps() : List.of(transform);
    if (steps.size() > MAX_STEPS) {
      throw new IllegalArgumentException(
          "%d steps: a file holds at most %d".formatted(steps.size(), MAX_STEPS));
    }
    long body = 0;
    for (Transform step : steps) {
      body += stepBytes(step);
    }
    long total = HEADER_BYTES + body + CHECKSUM_BYTES;
    if (total > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a file of %d bytes: at most %d are allowed".formatted(total, MAX_BYTES));
    }
    ByteBuffer out = ByteBuffer.allocate((int) total).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(VERSION).putInt(steps.size()).putLong(body);
    for (Transform step : steps) {
      writeStep(out, step);
    }
    out.putInt(checksum(out.array()));
    return out.array();
  }

  private static long stepBytes(Transform step) {
    return STEP_BYTES
        + switch (step) {
          case Cut _, UnitLength _ -> 0L;
          case Shift shift -> fitBytes(shift.fit()) + 4L * shift.inputDimension();
          case Affine affine -> {
            long in = affine.inputDimension();
            long out = affine.outputDimension();
            yield fitBytes(affine.fit()) + 4 * (in + out + in * out);
          }
          case Chain chain -> throw nested(chain);
        };
  }

  private static AssertionError nested(Chain chain) {
    return new AssertionError("a chain inside a chain: " + chain);
  }

  private static long fitBytes(Fit fit) {
    return 12L + fit.method().getBytes(StandardCharsets.UTF_8).length;
  }

  private static void writeStep(ByteBuffer out, Transform step) {
    switch (step) {
      case Cut _ -> writeHead(out, 1, step);
      case UnitLength _ -> writeHead(out, 2, step);
      case Shift shift -> {
        writeHead(out, 3, step);
        writeFit(out, shift.fit());
        writeFloats(out, shift.centre());
      }
      case Affine affine -> {
        writeHead(out, 4, step);
        writeFit(out, affine.fit());
        writeFloats(out, affine.centre());
        writeFloats(out, affine.offset());
        for (int o = 0; o < affine.outputDimension(); o++) {
          for (int i = 0; i < affine.inputDimension(); i++) {
            out.putFloat(affine.weight(o, i));
          }
        }
      }
      case Chain chain -> throw nested(chain);
    }
  }

  private static void writeHead(ByteBuffer out, int kind, Transform step) {
    out.putInt(kind).putInt(step.inputDimension()).putInt(step.outputDimension());
  }

  private static void writeFit(ByteBuffer out, Fit fit) {
    byte[] method = fit.method().getBytes(StandardCharsets.UTF_8);
    out.putInt(method.length).put(method).putInt(fit.rows()).putInt(fit.checksum());
  }

  private static void writeFloats(ByteBuffer out, float[] values) {
    for (float value : values) {
      out.putFloat(value);
    }
  }

  private static int checksum(byte[] whole) {
    CRC32C checksum = new CRC32C();
    checksum.update(whole, 0, whole.length - CHECKSUM_BYTES);
    return (int) checksum.getValue();
  }

  static Transform read(Path file) throws IOException {
    long size = Files.size(file);
    if (size < HEADER_BYTES + CHECKSUM_BYTES || size > MAX_BYTES) {
      throw new FormatException(
          file.toString(),
          "%d bytes: a transform has %d to %d"
              .formatted(size, HEADER_BYTES + CHECKSUM_BYTES, MAX_BYTES));
    }
    return read(file.toString(), Files.readAllBytes(file));
  }

  static Transform read(String name, byte[] whole) {
    ByteBuffer in = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new FormatException(
          name + ", offset 0",
          "begins with %s, not with AKINTRFM: no transform"
              .formatted(HexFormat.of().formatHex(magic)));
    }
    int version = in.getInt();
    if (version != VERSION) {
      throw new FormatException(
          name + ", offset 8", "version %d; this program reads %d".formatted(version, VERSION));
    }
    int count = in.getInt();
    long body = in.getLong();
    if (body != whole.length - HEADER_BYTES - CHECKSUM_BYTES) {
      throw new FormatException(
          name + ", offset 16",
          "says that %d bytes of steps follow, there are %d"
              .formatted(body, whole.length - HEADER_BYTES - CHECKSUM_BYTES));
    }
    int expected = in.getInt(whole.length - CHECKSUM_BYTES);
    if (checksum(whole) != expected) {
      throw new FormatException(
          name, "checksum %08x, the bytes give %08x: damaged".formatted(expected, checksum(whole)));
    }
    if (count < 1 || count > MAX_STEPS) {
      throw new FormatException(
          name + ", offset 12", "%d steps, where 1 to %d are possible".formatted(count, MAX_STEPS));
    }
    return readSteps(name, in.limit(whole.length - CHECKSUM_BYTES), count);
  }

  private static Transform readSteps(String name, ByteBuffer in, int count) {
    List<Transform> steps = new ArrayList<>();
    int at = in.position();
    try {
      for (int i = 0; i < count; i++) {
        at = in.position();
        steps.add(readStep(in));
      }
      at = in.position();
      if (in.hasRemaining()) {
        throw new IllegalArgumentException(
            "%d bytes behind the last step".formatted(in.remaining()));
      }
      return steps.size() == 1 ? steps.getFirst() : new Chain(steps);
    } catch (IllegalArgumentException e) {
      throw new FormatException(name + ", step at offset " + at, String.valueOf(e.getMessage()), e);
    } catch (BufferUnderflowException e) {
      throw new FormatException(name + ", step at offset " + at, "is cut off", e);
    }
  }

  private static Transform readStep(ByteBuffer in) {
    int kind = in.getInt();
    int input = in.getInt();
    int output = in.getInt();
    return switch (kind) {
      case 1 -> new Cut(input, output);
      case 2 -> {
        requireSame(input, output);
        yield new UnitLength(input);
      }
      case 3 -> {
        requireSame(input, output);
        Fit fit = readFit(in);
        yield new Shift(readFloats(in, input), fit);
      }
      case 4 -> readAffine(in, input, output);
      default -> throw new IllegalArgumentException("kind %d is unknown".formatted(kind));
    };
  }

  private static void requireSame(int input, int output) {
    if (input != output) {
      throw new IllegalArgumentException(
          "%d cells in and %d out, where both are one".formatted(input, output));
    }
  }

  private static Transform readAffine(ByteBuffer in, int input, int output) {
    Fit fit = readFit(in);
    float[] centre = readFloats(in, input);
    float[] offset = readFloats(in, output);
    requireFloats(in, (long) input * output);
    float[][] weights = new float[output][];
    for (int o = 0; o < output; o++) {
      weights[o] = readFloats(in, input);
    }
    return Affine.of(centre, weights, offset, fit);
  }

  private static Fit readFit(ByteBuffer in) {
    int length = in.getInt();
    if (length < 1 || length > Fit.MAX_METHOD_BYTES) {
      throw new IllegalArgumentException("a method's name of %d bytes".formatted(length));
    }
    byte[] method = new byte[length];
    in.get(method);
    return new Fit(new String(method, StandardCharsets.UTF_8), in.getInt(), in.getInt());
  }

  private static float[] readFloats(ByteBuffer in, int count) {
    requireFloats(in, count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getFloat();
    }
    return values;
  }

  /** Before memory is taken for them. */
  private static void requireFloats(ByteBuffer in, long count) {
    if (count < 1 || count > in.remaining() / Float.BYTES) {
      throw new IllegalArgumentException(
          "%d values where %d bytes are left".formatted(count, in.remaining()));
    }
  }
}
