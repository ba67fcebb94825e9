package dev.akin.text.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SentencePiece's compiled map of characters ({@code precompiled_charsmap}).
 *
 * <p>Layout after base64: the size of the trie in bytes (uint32, little endian), the trie, a double
 * array of uint32 units over UTF-8 bytes, then the replacements, UTF-8, each ended by a zero byte;
 * a leaf holds the offset of its replacement. Grapheme clusters below 6 bytes are looked up first,
 * then single characters.
 */
final class CharsMap implements Normalizer {
  private static final int MAX_CLUSTER_BYTES = 6;
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private final int[] units;
  private final byte[] replacements;
  private final boolean[] isPlain = new boolean[128];

  private CharsMap(int[] units, byte[] replacements) {
    this.units = units;
    this.replacements = replacements;
    for (int c = 0; c < 128; c++) {
      isPlain[c] = c != '\r' && find(Character.toString(c)).isEmpty();
    }
  }

  static CharsMap read(Section section) {
    String key = "precompiled_charsmap";
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(section.text(key));
    } catch (IllegalArgumentException e) {
      throw section.error(key, "not base64: " + e.getMessage());
    }
    if (bytes.length < 4) {
      throw section.error(key, "%d bytes; a map has at least 4".formatted(bytes.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int trieBytes = buffer.getInt();
    if (trieBytes < 4 || trieBytes % 4 != 0 || trieBytes > buffer.remaining()) {
      throw section.error(
          key, "says its trie has %d bytes; %d follow".formatted(trieBytes, buffer.remaining()));
    }
    int[] units = new int[trieBytes / 4];
    buffer.asIntBuffer().get(units);
    return new CharsMap(units, Arrays.copyOfRange(bytes, 4 + trieBytes, bytes.length));
  }

  @Override
  public void normalize(AlignedText text) {
    if (isPlain(text)) {
      return;
    }
    Writer writer = new Writer();
    Matcher clusters = CLUSTER.matcher(text.toString());
    while (clusters.find()) {
      String cluster = clusters.group();
      Optional<String> found =
          utf8Length(cluster) < MAX_CLUSTER_BYTES ? find(cluster) : Optional.empty();
      if (found.isPresent()) {
        writer.replace(cluster, found.get());
      } else {
        cluster
            .codePoints()
            .mapToObj(Character::toString)
            .forEach(c -> find(c).ifPresentOrElse(r -> writer.replace(c, r), () -> writer.keep(c)));
      }
    }
    if (writer.isChanged) {
      writer.commit(text.rewrite());
    }
  }

  private boolean isPlain(AlignedText text) {
    char[] chars = text.chars();
    for (int i = 0; i < text.length(); i++) {
      if (chars[i] >= 128 || !isPlain[chars[i]]) {
        return false;
      }
    }
    return true;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The replacement of the shortest key that starts a text. */
  private Optional<String> find(String text) {
    int at = offset(units[0]);
    for (byte signed : text.getBytes(StandardCharsets.UTF_8)) {
      int label = signed & 0xFF;
      at ^= label;
      if (label == 0 || at >= units.length || (units[at] & 0x800000FF) != label) {
        return Optional.empty();
      }
      boolean hasLeaf = (units[at] >> 8 & 1) == 1;
      at ^= offset(units[at]);
      if (hasLeaf && at < units.length) {
        return Optional.of(replacement(units[at] & 0x7FFFFFFF));
      }
    }
    return Optional.empty();
  }

  private static int offset(int unit) {
    return unit >>> 10 << ((unit & 1 << 9) >> 6);
  }

  private String replacement(int start) {
    int from = Math.min(start, replacements.length);
    int end = from;
    while (end < replacements.length && replacements[end] != 0) {
      end++;
    }
    return new String(replacements, from, end - from, StandardCharsets.UTF_8);
  }

  /** The next state of a text, each character with its change, until all are known. */
  private static final class Writer {
    private final List<int[]> changes = new ArrayList<>();
    private boolean isChanged;

    void keep(String character) {
      changes.add(new int[] {character.codePointAt(0), 0});
    }

    /** Characters take the places of the old ones; those too many are added, those left go. */
    void replace(String old, String replacement) {
      isChanged = true;
      int places = old.codePointCount(0, old.length());
      for (int c : replacement.codePoints().toArray()) {
        changes.add(new int[] {c, places > 0 ? 0 : 1});
        places--;
      }
      if (places > 0 && !changes.isEmpty()) {
        changes.getLast()[1] -= places;
      }
    }

    void commit(AlignedText.Rewriter rewriter) {
      int at = 0;
      for (int[] change : changes) {
        at = rewriter.putChanged(change[0], change[1], at);
      }
      rewriter.commit();
    }
  }
}
