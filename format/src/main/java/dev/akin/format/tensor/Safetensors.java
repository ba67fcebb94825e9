package dev.akin.format.tensor;

import dev.akin.vector.FormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file, mapped: tensors are views of it, valid until it is closed. Safe for many
 * threads.
 *
 * <p>Layout: uint64 header length N (little-endian, at most 100,000,000); N bytes of JSON, {@code
 * {"__metadata__":{strings only},"name":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}},
 * padded with spaces on the right; tensor bytes, little-endian in C order, without holes or
 * overlaps; offsets count from the end of the header.
 */
public final class Safetensors implements AutoCloseable {
  private static final String METADATA = "__metadata__";
  private static final long LARGEST_HEADER = 100_000_000;
  private static final int LENGTH_BYTES = 8;
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String where;
  private final Arena arena;
  private final Map<String, Tensor> tensors;
  private final Map<String, String> metadata;

  private Safetensors(
      String where, Arena arena, Map<String, Tensor> tensors, Map<String, String> metadata) {
    this.where = where;
    this.arena = arena;
    this.tensors = tensors;
    this.metadata = metadata;
  }

  /**
   * Maps a file and checks its whole header.
   *
   * @throws FormatException if the header is not as described, naming the tensor and the value
   */
  public static Safetensors open(Path file) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return read(bytes, file.toString(), arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static Safetensors read(MemorySegment file, String where, Arena arena) {
    long size = file.byteSize();
    if (size < LENGTH_BYTES) {
      throw new FormatException(
          where, "%d bytes are too few for a safetensors file".formatted(size));
    }
    long length = file.get(LENGTH, 0);
    if (length < 2 || length > LARGEST_HEADER || length > size - LENGTH_BYTES) {
      throw new FormatException(
          where + ", offset 0",
          "a header of %s bytes in a file of %d: cut short, or not a safetensors file"
              .formatted(Long.toUnsignedString(length), size));
    }
    byte[] header = file.asSlice(LENGTH_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
    Map<String, Object> members =
        HeaderJson.parse(new String(header, StandardCharsets.UTF_8), where);
    Map<String, String> metadata = metadata(members.remove(METADATA), where);
    MemorySegment data = file.asSlice(LENGTH_BYTES + length);
    TensorHeader reader = new TensorHeader(where, data);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    members.forEach((name, entry) -> tensors.put(name, reader.read(name, entry)));
    checkCoverage(tensors, data, where);
    return new Safetensors(where, arena, tensors, metadata);
  }

  private static Map<String, String> metadata(@Nullable Object entry, String where) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (entry == null) {
      return metadata;
    }
    if (!(entry instanceof Map<?, ?> members)) {
      throw new FormatException(where, "its __metadata__ is not an object");
    }
    members.forEach((name, value) -> {
      if (!(value instanceof String text)) {
        throw new FormatException(
            where, "its metadata %s is %s, not a string".formatted(name, value));
      }
      metadata.put((String) name, text);
    });
    return metadata;
  }

  /** Tensors must lie end to end: neither a hole to hide bytes in nor bytes in two tensors. */
  private static void checkCoverage(Map<String, Tensor> tensors, MemorySegment data, String where) {
    List<Tensor> byPlace =
        tensors.values().stream()
            .sorted(
                Comparator.comparingLong((Tensor t) -> t.bytes().address())
                    .thenComparingLong(t -> t.bytes().byteSize()))
            .toList();
    long end = 0;
    for (Tensor tensor : byPlace) {
      long begin = tensor.bytes().address() - data.address();
      if (begin != end) {
        throw new FormatException(
            where,
            "tensor %s begins at %d, the one before it ends at %d"
                .formatted(tensor.name(), begin, end));
      }
      end = begin + tensor.bytes().byteSize();
    }
    if (end != data.byteSize()) {
      throw new FormatException(
          where, "its tensors end at %d of %d data bytes".formatted(end, data.byteSize()));
    }
  }

  /** Names in the order of the header. */
  public List<String> names() {
    return List.copyOf(tensors.keySet());
  }

  /** The strings of {@code __metadata__}. */
  public Map<String, String> metadata() {
    return Map.copyOf(metadata);
  }

  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /**
   * The tensor of a name.
   *
   * @throws FormatException if there is none, naming those there are
   */
  public Tensor require(String name) {
    return find(name)
        .orElseThrow(() ->
            new FormatException(
                where,
                "no tensor %s, only %s"
                    .formatted(name, tensors.keySet().stream().limit(10).toList())));
  }

  /**
   * Writes tensors to a file, replacing it. Metadata gets {@code "format": "pt"}, which loaders ask
   * for, unless it says otherwise.
   */
  public static void write(Path file, Collection<Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata).getBytes(StandardCharsets.UTF_8);
    int padded = Math.ceilDiv(header.length, LENGTH_BYTES) * LENGTH_BYTES;
    ByteBuffer start =
        ByteBuffer.allocate(LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN).putLong(padded);
    start.put(header);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    try (OutputStream out = Files.newOutputStream(file);
        var channel = Channels.newChannel(out)) {
      channel.write(start.flip());
      for (Tensor tensor : tensors) {
        for (long at = 0; at < tensor.bytes().byteSize(); at += 1 << 20) {
          long length = Math.min(1 << 20, tensor.bytes().byteSize() - at);
          channel.write(tensor.bytes().asSlice(at, length).asByteBuffer());
        }
      }
    }
  }

  private static String header(Collection<Tensor> tensors, Map<String, String> metadata) {
    Map<String, String> all = new TreeMap<>(metadata);
    all.putIfAbsent("format", "pt");
    StringBuilder out = new StringBuilder("{\"__metadata__\":{");
    String separator = "";
    for (Map.Entry<String, String> entry : all.entrySet()) {
      out.append(separator).append(HeaderJson.quote(entry.getKey())).append(':');
      out.append(HeaderJson.quote(entry.getValue()));
      separator = ",";
    }
    out.append('}');
    long at = 0;
    for (Tensor tensor : tensors) {
      long end = at + tensor.bytes().byteSize();
      out.append(',').append(HeaderJson.quote(tensor.name()));
      out.append(":{\"dtype\":\"").append(tensor.type()).append("\",\"shape\":");
      out.append(tensor.shape().toString().replace(" ", ""));
      out.append(",\"data_offsets\":[").append(at).append(',').append(end).append("]}");
      at = end;
    }
    return out.append('}').toString();
  }

  @Override
  public void close() {
    arena.close();
  }
}
