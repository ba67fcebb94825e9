package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A compiled map of characters written here, read by both implementations. */
class CharsMapTest {
  private static final Map<String, String> MAP =
      new TreeMap<>(
          Map.of(
              "\ufb01", "fi",
              "e\u0301", "\u00e9",
              "\u2460", "1",
              "\u00a0", " ",
              "\t", " ",
              "\u3392", "MHz",
              "\uff21", "A",
              "\u2026", "...",
              "\u00ad", "",
              "\uff76\uff9e", "\u30ac"));

  @Test
  void mappedTextsAgreeWithTheHuggingFaceLibrary() {
    String normalizer =
        "{'type':'Precompiled','precompiled_charsmap':'%s'}".formatted(compile(MAP));
    String json = Models.tokenizer(normalizer, "null", Models.bytesWithFallback(), "null");
    try (var both = HuggingFace.of(json)) {
      assertThat(both.ours().encode("\uff21\u2460").ids()).containsExactly('A', '1');
      Seeds.forEach(500, random -> assertThat(both.difference(NastyTexts.next(random))).isEmpty());
    }
  }

  /** Every node has a block of 256 units of its own, so nothing has to be fitted. */
  private static String compile(Map<String, String> map) {
    int[] units = new int[256 * 64];
    units[0] = 256 << 10;
    int used = 1;
    var replacements = new ByteArrayOutputStream();
    for (var entry : map.entrySet()) {
      int node = 0;
      for (byte b : entry.getKey().getBytes(StandardCharsets.UTF_8)) {
        int child = (node ^ (units[node] >>> 10)) ^ (b & 0xFF);
        if (units[child] == 0) {
          used++;
          units[child] = (b & 0xFF) | ((child ^ (used * 256)) << 10);
        }
        node = child;
      }
      units[node] |= 1 << 8;
      units[node ^ (units[node] >>> 10)] = replacements.size() | (1 << 31);
      replacements.writeBytes(entry.getValue().getBytes(StandardCharsets.UTF_8));
      replacements.write(0);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(4 + 4 * units.length + replacements.size())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(4 * units.length);
    Arrays.stream(units).forEach(bytes::putInt);
    bytes.put(replacements.toByteArray());
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
