package dev.akin.text.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.akin.testkit.TestData;
import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    int[] other = encode(text);
    int[] mine = new int[3 * sequence.length()];
    for (int i = 0; i < sequence.length(); i++) {
      mine[3 * i] = sequence.id(i);
      mine[3 * i + 1] = sequence.start(i);
      mine[3 * i + 2] = sequence.end(i);
    }
    int at = Arrays.mismatch(mine, other);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            "token %d of %s: ours %s, theirs %s"
                .formatted(at / 3, escape(text), rest(mine, at / 3), rest(other, at / 3)));
  }

  /** Theirs: id, start, end; id, start, end …, their code points as UTF-16 indices. */
  private int[] encode(String text) {
    long encoding = TokenizersLibrary.LIB.encode(theirs.getHandle(), text, true);
    long[] ids = TokenizersLibrary.LIB.getTokenIds(encoding);
    CharSpan[] spans = TokenizersLibrary.LIB.getTokenCharSpans(encoding);
    TokenizersLibrary.LIB.deleteEncoding(encoding);
    int[] utf16 = utf16(text);
    int[] tokens = new int[3 * ids.length];
    for (int i = 0; i < ids.length; i++) {
      tokens[3 * i] = Math.toIntExact(ids[i]);
      if (spans[i] != null) {
        tokens[3 * i + 1] = utf16[spans[i].getStart()];
        tokens[3 * i + 2] = utf16[spans[i].getEnd()];
      }
    }
    return tokens;
  }

  private static String rest(int[] tokens, int from) {
    var out = new StringBuilder();
    for (int i = 3 * from; i < Math.min(tokens.length, 3 * from + 24); i += 3) {
      out.append("%d[%d,%d) ".formatted(tokens[i], tokens[i + 1], tokens[i + 2]));
    }
    return out.toString().strip();
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
