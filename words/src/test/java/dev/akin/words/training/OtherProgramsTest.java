package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordFormat;
import dev.akin.vector.ExactScan;
import dev.akin.words.Neighbour;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of what was learned here, opened by the programs people use: vectors number by number, of
 * words that the text has and of words that n-grams compose. Needs Debian's {@code fasttext} and
 * {@code python3-gensim}, and is skipped where they are not installed.
 */
class OtherProgramsTest {
  private static final List<String> WORDS =
      List.of("the", "naïveté", "Straße", "птица", "पक्षी", "地磁", "kingdom", "steers", "🙂x", "q");

  /** Words the text has not, of one to four bytes a letter. */
  private static final List<String> UNSEEN =
      List.of("kingdoms", "Straßenbahn", "птицами", "पक्षियों", "地磁导航", "naïve", "unsteered");

  private static final Subwords NGRAMS = new Subwords(2, 4, 500);

  @TempDir Path folder = Path.of("");

  private static final String GENSIM =
      """
      import sys
      from gensim.models import KeyedVectors
      from gensim.models.fasttext import load_facebook_model
      kind, path, words = sys.argv[1], sys.argv[2], sys.argv[3:]
      if kind == "fasttext":
          vectors = load_facebook_model(path).wv
      else:
          vectors = KeyedVectors.load_word2vec_format(path, binary=kind == "binary")
          print(len(vectors), file=sys.stderr)
      for word in words:
          print(word, *(repr(float(cell)) for cell in vectors[word]))
      """;

  /** Learns and writes a file. */
  private Path learned(Method method, Subwords subwords, WordFormat format) throws IOException {
    var random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      List<String> line = new ArrayList<>();
      for (int w = 0; w < 12; w++) {
        line.add(WORDS.get((random.nextInt(4) + i % 3 * 3) % WORDS.size()));
      }
      lines.add(String.join(" ", line));
    }
    Path text = Files.write(folder.resolve("text.txt"), lines);
    Path file = folder.resolve("learned." + method.label());
    var options =
        TrainingOptions.builder(method)
            .dimension(12)
            .sampling(0)
            .threads(1)
            .epochs(3)
            .subwords(subwords)
            .build();
    TrainingRun run = TrainingRun.in(Files.createDirectories(folder.resolve("state")));
    try (TrainedTables tables =
        new LookupTrainer(options).train(new TextWords(text), run, TrainingListener.NONE)) {
      tables.write(file, format);
    }
    run.clear();
    return file;
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"SKIP_GRAM", "CBOW"})
  void fastTextPrintsTheVectorsOfSeenAndUnseenWords(Method method) throws Exception {
    requireFastText();
    Path file = learned(method, NGRAMS, WordFormat.FASTTEXT);
    List<String> words = new ArrayList<>(WORDS);
    words.addAll(UNSEEN);
    assertFastTextPrints(words, file);
  }

  @Test
  void fastTextPrintsTheVectorsOfAModelWithoutNgrams() throws Exception {
    requireFastText();
    Path file =
        learned(
            Method.SKIP_GRAM, TrainingOptions.of(Method.SKIP_GRAM).subwords(), WordFormat.FASTTEXT);
    assertFastTextPrints(WORDS, file);
  }

  /** Its five digits of each of these words are those of our reading. */
  private void assertFastTextPrints(List<String> words, Path file) throws Exception {
    Map<String, float[]> theirs =
        vectors(run(words, "fasttext", "print-word-vectors", file.toString()));
    try (WordVectors ours = WordVectors.open(file)) {
      for (String word : words) {
        assertSame(ours, word, theirs, 6e-5);
      }
    }
  }

  @Test
  void fastTextFindsTheSameNearestWords() throws Exception {
    requireFastText();
    Path file = learned(Method.SKIP_GRAM, NGRAMS, WordFormat.FASTTEXT);
    List<String> lines =
        run(List.of("kingdoms"), "fasttext", "nn", file.toString(), "3").stream()
            .map(line -> line.replace("Query word?", "").strip())
            .filter(line -> line.split(" ", -1).length == 2)
            .toList();
    try (WordVectors ours = WordVectors.open(file)) {
      float[] asked = ours.findVector("kingdoms", OutOfVocabulary.COMPOSED).orElseThrow();
      List<Neighbour> nearest = WordSearch.of(ours, new ExactScan(1)).nearest(asked, 3, List.of());
      assertThat(lines).hasSize(3);
      for (int i = 0; i < 3; i++) {
        String[] fields = lines.get(i).split(" ", -1);
        assertThat(fields[0]).isEqualTo(nearest.get(i).word());
        assertThat(Double.parseDouble(fields[1])).isCloseTo(nearest.get(i).score(), within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"SKIP_GRAM", "CBOW"})
  void gensimComposesTheVectorsOfAFastTextModel(Method method) throws Exception {
    requireGensim();
    Path file = learned(method, NGRAMS, WordFormat.FASTTEXT);
    List<String> words = new ArrayList<>(WORDS);
    words.addAll(UNSEEN);
    Map<String, float[]> theirs = vectors(gensim("fasttext", file, words));
    try (WordVectors ours = WordVectors.open(file)) {
      for (String word : words) {
        // It composes the words it has too, and rounds on the way.
        assertSame(ours, word, theirs, 1e-6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "binary"})
  void gensimReadsTheSameFloats(String kind) throws Exception {
    requireGensim();
    WordFormat format = kind.equals("text") ? WordFormat.WORD2VEC_TEXT : WordFormat.WORD2VEC_BINARY;
    Path file = learned(Method.SKIP_GRAM, TrainingOptions.of(Method.SKIP_GRAM).subwords(), format);
    Map<String, float[]> theirs = vectors(gensim(kind, file, WORDS));
    try (WordVectors ours = WordVectors.open(file)) {
      for (String word : WORDS) {
        assertThat(theirs.getOrDefault(word, new float[0]))
            .as(word)
            .isEqualTo(ours.requireVector(word));
      }
    }
  }

  /** Each cell within a share of itself, or of a thousandth where it is smaller. */
  private static void assertSame(
      WordVectors ours, String word, Map<String, float[]> theirs, double bound) {
    float[] own = ours.findVector(word, OutOfVocabulary.COMPOSED).orElseThrow();
    float[] other = theirs.getOrDefault(word, new float[0]);
    assertThat(other).as(word).hasSameSizeAs(own);
    for (int c = 0; c < own.length; c++) {
      double slack = bound * Math.max(1e-3, Math.abs(own[c]));
      assertThat((double) other[c]).as("%s, cell %d", word, c).isCloseTo(own[c], within(slack));
    }
  }

  /** Lines of a word and its cells. */
  private static Map<String, float[]> vectors(List<String> lines) {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    for (String line : lines) {
      String[] fields = line.strip().split(" ", -1);
      float[] cells = new float[fields.length - 1];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = Float.parseFloat(fields[c + 1]);
      }
      vectors.put(fields[0], cells);
    }
    return vectors;
  }

  private List<String> gensim(String kind, Path file, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", GENSIM, kind));
    command.add(file.toString());
    command.addAll(words);
    return run(List.of(), command.toArray(String[]::new));
  }

  /** Standard output of a program that is given some lines. */
  private List<String> run(List<String> input, String... command) throws Exception {
    Path in = Files.write(folder.resolve("input"), input);
    Path out = folder.resolve("output");
    Path err = folder.resolve("errors");
    var builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("LC_ALL", "C.UTF-8");
    int code = builder.start().waitFor();
    assertThat(code).as(() -> read(err)).isZero();
    return Files.readAllLines(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void requireFastText() {
    assumeTrue(succeeds("sh", "-c", "command -v fasttext"), "Debian's fasttext is not installed");
  }

  private static void requireGensim() {
    assumeTrue(
        succeeds("/usr/bin/python3", "-c", "import gensim"),
        "Debian's python3-gensim is not installed");
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
