package dev.akin.text.tokenizer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import dev.akin.testkit.TestData;
import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The Hugging Face library as an oracle: one tokenizer in both implementations. */
final class HuggingFace implements AutoCloseable {
  static final String MINILM = "/all-minilm-l6-v2-tokenizer.json";
  static final String BGE_SMALL = "/bge-small-en-v1.5-tokenizer.json";

  private final HuggingFaceTokenizer theirs;
  private final Tokenizer ours;

  private HuggingFace(HuggingFaceTokenizer theirs, Tokenizer ours) {
    this.theirs = theirs;
    this.ours = ours;
  }

  /** Both read the same bytes. */
  static HuggingFace of(byte[] json) {
    String cache = TestData.projectRoot().resolve("text/target/djl").toString();
    System.setProperty("DJL_CACHE_DIR", cache);
    System.setProperty("ENGINE_CACHE_DIR", cache);
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      var theirs =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json), Map.of("padding", "false", "truncation", "false"));
      return new HuggingFace(theirs, Tokenizers.parse(json, "tokenizer.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HuggingFace of(String json) {
    return of(json.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(HuggingFace.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tokenizer ours() {
    return ours;
  }

  HuggingFaceTokenizer theirs() {
    return theirs;
  }

  /** What differs for a text, in words; empty if ids and spans are the same. */
  Optional<String> difference(String text) {
    TokenSequence sequence = ours.encode(text);
    Encoding encoding = theirs.encode(text, true, false);
    List<String> mine = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (int i = 0; i < sequence.length(); i++) {
      mine.add(word(sequence.id(i), sequence.start(i), sequence.end(i)));
    }
    long[] ids = encoding.getIds();
    CharSpan[] spans = encoding.getCharTokenSpans();
    int[] utf16 = utf16(text);
    for (int i = 0; i < ids.length; i++) {
      CharSpan span = spans[i];
      other.add(
          span == null
              ? word(ids[i], 0, 0)
              : word(ids[i], utf16[span.getStart()], utf16[span.getEnd()]));
    }
    if (mine.equals(other)) {
      return Optional.empty();
    }
    int i = 0;
    while (i < mine.size() && i < other.size() && mine.get(i).equals(other.get(i))) {
      i++;
    }
    return Optional.of(
        "token %d of %s: ours %s, theirs %s"
            .formatted(i, escape(text), rest(mine, i), rest(other, i)));
  }

  private static List<String> rest(List<String> tokens, int from) {
    return tokens.subList(Math.min(from, tokens.size()), Math.min(from + 8, tokens.size()));
  }

  /** The text with everything but plain ASCII as escapes. */
  static String escape(String text) {
    var out = new StringBuilder("\"");
    text.chars()
        .limit(300)
        .forEach(c -> {
          if (c >= ' ' && c < 0x7f) {
            out.append((char) c);
          } else {
            out.append("\\u%04x".formatted(c));
          }
        });
    return out.append('"').toString();
  }

  private static String word(long id, int start, int end) {
    return id + "[" + start + "," + end + ")";
  }

  /** UTF-16 index of each code point, and the length at the end. */
  private static int[] utf16(String text) {
    int count = text.codePointCount(0, text.length());
    int[] indices = new int[count + 1];
    for (int i = 0, k = 0; i < text.length(); k++) {
      indices[k] = i;
      i += Character.charCount(text.codePointAt(i));
    }
    indices[count] = text.length();
    return indices;
  }

  @Override
  public void close() {
    theirs.close();
  }
}
