package dev.akin.format.words;

import dev.akin.format.words.FastTextArgs.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What fastText makes of a line of text: the vector that {@code fasttext print-sentence-vectors}
 * prints, summed in its order in float32, so that it has the same bits (version 0.9.2).
 *
 * <p>Words are what stands between blanks, tabs and line ends, as they are written. Of a model that
 * was not supervised the vector is the mean of the words' vectors, each brought to length 1; words
 * without a vector are left out. Of a supervised one it is the mean of all rows that the classifier
 * reads: of words, of their n-grams of characters, of the end of the line, and of n-grams of words,
 * whose bucket is h(w₁ … wₙ) = 116049371 · h(w₁ … wₙ₋₁) + h(wₙ) in 64 bits modulo the number of
 * buckets, h(w) the hash of the word's bytes; labels are no words. Neither is brought to length 1.
 *
 * @param vector of the text, zeros if nothing in it has a row
 * @param words how many the text has
 * @param unknown how many of them have no row
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, compared nowhere
public record FastTextSentence(float[] vector, int words, int unknown) {
  private static final long NGRAM_FACTOR = 116049371;

  /** What fastText takes for a label unless it was trained otherwise, which no file says. */
  private static final String LABEL = "__label__";

  static FastTextSentence of(FastTextModel model, String text) {
    List<String> words = words(model, text);
    return model.args().kind() == Kind.SUPERVISED ? ofRows(model, words) : ofWords(model, words);
  }

  /** The words of a text, as they are written. */
  static List<String> words(FastTextModel model, String text) {
    // The reader of classifiers takes a NUL for a blank, the other does not.
    String blanks = " \t\n\u000b\f\r" + (model.args().kind() == Kind.SUPERVISED ? "\0" : "");
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || blanks.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static FastTextSentence ofWords(FastTextModel model, List<String> words) {
    float[] sum = new float[model.dimension()];
    int known = 0;
    for (String word : words) {
      Optional<float[]> vector = model.findVector(word);
      known += vector.isPresent() && addUnit(vector.get(), sum) ? 1 : 0;
    }
    scale(sum, known);
    return new FastTextSentence(sum, words.size(), words.size() - known);
  }

  /** Adds a vector at length 1; false if it is zero. */
  private static boolean addUnit(float[] vector, float[] sum) {
    float square = 0;
    for (float cell : vector) {
      square += cell * cell;
    }
    float norm = (float) Math.sqrt(square);
    if (!(norm > 0)) {
      return false;
    }
    float factor = (float) (1.0 / norm);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i] * factor;
    }
    return true;
  }

  private static void scale(float[] sum, int parts) {
    float factor = parts == 0 ? 0 : (float) (1.0 / parts);
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= factor;
    }
  }

  private static FastTextSentence ofRows(FastTextModel model, List<String> words) {
    float[] sum = new float[model.dimension()];
    int[] hashes = new int[words.size() + 1];
    int hashed = 0;
    int rows = 0;
    int unknown = 0;
    for (String word : words) {
      Optional<byte[]> bytes = WordList.utf8(word);
      if (bytes.isPresent() && isLabel(model, word)) {
        continue;
      }
      int added = bytes.isEmpty() ? 0 : model.addRows(bytes.get(), sum);
      if (bytes.isPresent()) {
        hashes[hashed++] = Subwords.hash(bytes.get());
      }
      rows += added;
      unknown += added == 0 ? 1 : 0;
    }
    rows += model.addRows(FastTextModel.LINE_END, sum);
    hashes[hashed++] = Subwords.hash(FastTextModel.LINE_END);
    rows += addWordNgrams(model, Arrays.copyOf(hashes, hashed), sum);
    scale(sum, rows);
    model.requireFinite(sum, String.join(" ", words).getBytes(StandardCharsets.UTF_8));
    return new FastTextSentence(sum, words.size(), unknown);
  }

  private static boolean isLabel(FastTextModel model, String word) {
    return model.words().find(word).isEmpty()
        && (model.labels().find(word).isPresent() || word.startsWith(LABEL));
  }

  private static int addWordNgrams(FastTextModel model, int[] hashes, float[] sum) {
    int buckets = model.args().subwords().buckets();
    int added = 0;
    for (int i = 0; i < hashes.length; i++) {
      long hash = hashes[i];
      int end = (int) Math.min(hashes.length, (long) i + model.args().wordNgrams());
      for (int j = i + 1; j < end; j++) {
        hash = hash * NGRAM_FACTOR + hashes[j];
        added += model.addBucket((int) Long.remainderUnsigned(hash, buckets), sum);
      }
    }
    return added;
  }
}
