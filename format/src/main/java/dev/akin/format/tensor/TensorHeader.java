package dev.akin.format.tensor;

import dev.akin.vector.FormatException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns entries of a safetensors header into views of the data behind it. */
final class TensorHeader {
  private final String where;
  private final MemorySegment data;

  TensorHeader(String where, MemorySegment data) {
    this.where = where;
    this.data = data;
  }

  /**
   * The tensor an entry describes.
   *
   * @throws FormatException if the entry lies about type, shape or place
   */
  Tensor read(String name, Object entry) {
    if (!(entry instanceof Map<?, ?> members)) {
      throw error(name, "its entry is %s, not an object".formatted(entry));
    }
    String typeName = String.valueOf(members.get("dtype"));
    ElementType type =
        ElementType.find(typeName)
            .orElseThrow(() -> error(name, "no type is called %s".formatted(typeName)));
    List<Long> shape = numbers(name, "shape", members.get("shape"));
    List<Long> offsets = numbers(name, "data_offsets", members.get("data_offsets"));
    if (offsets.size() != 2
        || offsets.get(0) < 0
        || offsets.get(0) > offsets.get(1)
        || offsets.get(1) > data.byteSize()) {
      throw error(
          name,
          "its data_offsets %s are outside the %d data bytes of the file"
              .formatted(offsets, data.byteSize()));
    }
    long bytes = offsets.get(1) - offsets.get(0);
    try {
      return new Tensor(name, type, shape, data.asSlice(offsets.get(0), bytes));
    } catch (IllegalArgumentException e) {
      throw error(name, "%s of shape %s does not fill its %d bytes".formatted(type, shape, bytes));
    }
  }

  private List<Long> numbers(String name, String key, @Nullable Object value) {
    if (!(value instanceof List<?> items)) {
      throw error(name, "its %s is %s, not a list".formatted(key, value));
    }
    List<Long> numbers = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Long number)) {
        throw error(name, "its %s %s is not a list of whole numbers".formatted(key, items));
      }
      numbers.add(number);
    }
    return numbers;
  }

  private FormatException error(String name, String problem) {
    return new FormatException(where + ", tensor " + name, problem);
  }
}
