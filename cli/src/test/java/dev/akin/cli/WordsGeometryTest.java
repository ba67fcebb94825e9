package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsGeometryTest {
  private static final String ENGLISH =
      """
      6 3
      bird 1 0.2 0
      hawk 0.9 0.3 0.1
      ship 0 1 0.1
      boat 0.1 0.9 0.2
      steer 0.3 0.1 1
      drive 0.2 0.3 0.9
      """;

  @TempDir Path folder;
  private Path english;
  private Path german;

  @BeforeEach
  void write() throws IOException {
    english = Files.writeString(folder.resolve("en.vec"), ENGLISH);
    german =
        Files.writeString(
            folder.resolve("de.vec"),
            ENGLISH
                .replace("bird", "vogel")
                .replace("hawk", "habicht")
                .replace("ship", "schiff")
                .replace("boat", "boot")
                .replace("steer", "lenken")
                .replace("drive", "fahren"));
  }

  private Cli.Outcome run(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  @Test
  void alignedWordsFindTranslationsThatWereNotInTheDictionary() throws IOException {
    Path dictionary =
        Files.writeString(
            folder.resolve("train.tsv"), "bird\tvogel\nship\tschiff\nsteer\tlenken\n");
    Path test =
        Files.writeString(folder.resolve("test.tsv"), "hawk\thabicht\nboat\tboot\ndrive\tfahren\n");
    for (String method : new String[] {"procrustes", "reweighted"}) {
      Path out = folder.resolve(method + ".en.vec");
      Path target = folder.resolve(method + ".de.bin");
      Cli.Outcome aligned =
          run(
              "words",
              "align",
              english,
              german,
              "--dictionary",
              dictionary,
              "--method",
              method,
              "--out",
              out,
              "--target-out",
              target);
      assertThat(aligned.code()).as(aligned.err()).isZero();
      assertThat(aligned.err()).contains("aligned by 3 pairs of the 3 words");
      Cli.Outcome judged = run("words", "evaluate", out, test, "--target", target, "--json");
      assertThat(judged.out()).as(method).contains("\"p@1\":1");
    }
  }

  @Test
  void aTurnedCopyIsAlignedWithoutADictionary() throws IOException {
    var random = new Random(4);
    List<String> plain = new ArrayList<>(List.of("300 6"));
    List<String> turned = new ArrayList<>(List.of("300 6"));
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double[] row = new double[6];
      for (int c = 0; c < 6; c++) {
        row[c] = Math.exp(random.nextGaussian()) / (1 + c);
      }
      plain.add(
          "a%d %f %f %f %f %f %f".formatted(i, row[0], row[1], row[2], row[3], row[4], row[5]));
      turned.add(
          "b%d %f %f %f %f %f %f".formatted(i, row[3], -row[0], row[5], -row[1], row[4], row[2]));
      pairs.add("a%d\tb%d".formatted(i, i));
    }
    Path from = Files.write(folder.resolve("plain.vec"), plain);
    Path to = Files.write(folder.resolve("turned.vec"), turned);
    Path out = folder.resolve("plain.out.vec");
    Path target = folder.resolve("turned.out.vec");
    Cli.Outcome aligned =
        run(
            "words",
            "align",
            from,
            to,
            "--method",
            "self_learning",
            "--out",
            out,
            "--target-out",
            target);
    assertThat(aligned.code()).as(aligned.err()).isZero();
    assertThat(aligned.err()).contains("aligned without a dictionary");
    Path test = Files.write(folder.resolve("pairs.tsv"), pairs);
    Cli.Outcome judged = run("words", "evaluate", out, test, "--target", target, "--json");
    assertThat(judged.out()).contains("\"p@1\":1");
  }

  @Test
  void retrofittedWordsComeTogether() throws IOException {
    Path lexicon = Files.writeString(folder.resolve("lexicon.txt"), "bird ship\n");
    Path out = folder.resolve("fitted.vec");
    Cli.Outcome fitted =
        run("words", "retrofit", english, "--lexicon", lexicon, "--both-ways", "--out", out);
    assertThat(fitted.code()).as(fitted.err()).isZero();
    assertThat(fitted.err()).contains("2 of 6 words pulled by 2 links");
    double before = similarity(english);
    assertThat(similarity(out)).isGreaterThan(before + 0.3);
  }

  private double similarity(Path file) {
    String printed = run("words", "similarity", file, "bird", "ship").out();
    return Double.parseDouble(printed.replaceAll("(?s).*?(-?[0-9]\\.[0-9]+).*", "$1"));
  }

  @Test
  void termsOfATripleComeTogetherByTheWeightOfTheirRelationAndNewOnesAreAdded() throws IOException {
    Path triples =
        Files.writeString(
            folder.resolve("graph.tsv"),
            "bird\tnear\tship\nsteer boat\tis\tdrive\nbarge\tis\tboat\nx\tis\ty\n");
    Path out = folder.resolve("graph.vec");
    Cli.Outcome fitted =
        run("words", "retrofit", english, "--triples", triples, "--both-ways", "--out", out);
    assertThat(fitted.code()).as(fitted.err()).isZero();
    assertThat(fitted.err())
        .contains("6 of 8 words pulled by 6 links; 2 terms added, 2 without a start left out");
    assertThat(similarity(out)).isGreaterThan(similarity(english) + 0.3);
    assertThat(out).content().contains("\nsteer_boat ").contains("\nbarge ").doesNotContain("near");

    Path weights = Files.writeString(folder.resolve("weights.tsv"), "near\t0\n");
    Cli.Outcome weighted =
        run(
            "words",
            "retrofit",
            english,
            "--triples",
            triples,
            "--both-ways",
            "--relation-weights",
            weights,
            "--keep-lengths",
            "--out",
            out,
            "--force",
            "--json");
    assertThat(weighted.out())
        .contains("\"words\":8,\"moved\":4,\"links\":4,\"terms_added\":2,\"terms_left_out\":2");
    assertThat(similarity(out)).isEqualTo(similarity(english));
  }

  @Test
  void aGraphAndALexiconAreTwoThingsAndMistakesInTriplesNameTheirLine() throws IOException {
    Path file = Files.writeString(folder.resolve("graph.tsv"), "bird\tnear\tship\nbird ship\n");
    Path out = folder.resolve("graph.vec");
    Cli.Outcome wrong = run("words", "retrofit", english, "--triples", file, "--out", out);
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.err())
        .isEqualTo(
            "akin: %s:2: 1 columns where head<TAB>relation<TAB>tail belongs, none of them empty: [bird ship]%n"
                .formatted(file));
    Object[][] misused = {
      {"either --lexicon or --triples"},
      {"either --lexicon or --triples", "--lexicon", file, "--triples", file},
      {"--antonyms goes with a --lexicon", "--triples", file, "--antonyms", file},
      {"--relation-weights are those of --triples", "--lexicon", file, "--relation-weights", file},
      {"--keep-lengths is about", "--lexicon", file, "--antonyms", file, "--keep-lengths"},
      {"more than 0, got 10 and 0.0", "--triples", file, "--alpha", "0"}
    };
    for (Object[] misuse : misused) {
      List<Object> args = new ArrayList<>(List.of("words", "retrofit", english, "--out", out));
      args.addAll(List.of(misuse).subList(1, misuse.length));
      Cli.Outcome refused = run(args.toArray());
      assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.BAD_USE);
      assertThat(refused.err()).contains((String) misuse[0]);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void theDirectBiasIsSaidBeforeAndAfter() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.json"), "[[\"bird\",\"hawk\"]]");
    Path measured =
        Files.writeString(folder.resolve("words.json"), "[[\"steer\",0,1],\"ship\",\"nurse\"]");
    Path out = folder.resolve("neutral.vec");
    Cli.Outcome debiased =
        run("words", "debias", english, "--pairs", pairs, "--measure", measured, "--out", out);
    assertThat(debiased.code()).as(debiased.err()).isZero();
    assertThat(debiased.out())
        .contains("1 pair; the first direction has 100 % of their difference")
        .containsPattern("direct bias 0\\.[1-9]\\d* before, 0\\.0000 after, of 2 of 3 words");
    Path unknown = Files.writeString(folder.resolve("unknown.txt"), "nurse\nking\n");
    Cli.Outcome nothing =
        run(
            "words",
            "debias",
            english,
            "--pairs",
            pairs,
            "--measure",
            unknown,
            "--out",
            out,
            "--force");
    assertThat(nothing.out()).doesNotContain("direct bias");
    assertThat(nothing.err()).contains("none of the 2 words under --measure has a vector");
  }

  private Path weat(String name, String firstTarget) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        {"targ1": {"category": "Animals", "examples": ["%s", "Steer"]},
         "targ2": {"category": "Vessels", "examples": ["ship", "Boat", "barge"]},
         "attr1": {"category": "Flying", "examples": ["hawk"]},
         "attr2": {"category": "Driving", "examples": ["drive"]}}
        """
            .formatted(firstTarget));
  }

  @Test
  void associationsAndIndirectBiasAreSaidBeforeAndAfter() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.txt"), "bird hawk\n");
    Path asked = Files.writeString(folder.resolve("asked.txt"), "steer ship\nbird nurse\n");
    Path out = folder.resolve("neutral.vec");
    Object[] command = {
      "words",
      "debias",
      english,
      "--pairs",
      pairs,
      "--weat",
      weat("birds.jsonl", "bird"),
      "--weat",
      weat("others.jsonl", "nurse"),
      "--indirect",
      asked,
      "--out",
      out,
      "--force"
    };
    Cli.Outcome debiased = run(command);
    assertThat(debiased.code()).as(debiased.err()).isZero();
    assertThat(debiased.out())
        .containsPattern(
            "birds, Animals and Vessels by Flying and Driving: effect size -?\\d\\.\\d{4} before,"
                + " -?\\d\\.\\d{4} after; p [01]\\.\\d{4} before, [01]\\.\\d{4} after;"
                + " 4 of 5 targets, 2 of 2 attributes")
        .containsPattern(
            "indirect bias of steer and ship: -?\\d+\\.\\d{4} before, -?0\\.0000 after");
    assertThat(debiased.err()).contains("no indirect bias of bird and nurse: one has no vector");

    List<Object> json = new ArrayList<>(List.of(command));
    json.add("--json");
    Json.Members said = (Json.Members) Json.parse(run(json.toArray()).out(), "out");
    Json.Array tests = (Json.Array) said.find("associations").orElseThrow();
    Json.Members first = (Json.Members) tests.items().getFirst();
    // s = cos(w, hawk) − cos(w, drive) of bird, steer, ship and boat, by hand.
    double[] s = new double[4];
    double[][] targets = {{1, 0.2, 0}, {0.3, 0.1, 1}, {0, 1, 0.1}, {0.1, 0.9, 0.2}};
    for (int i = 0; i < 4; i++) {
      s[i] =
          cosine(targets[i], new double[] {0.9, 0.3, 0.1})
              - cosine(targets[i], new double[] {0.2, 0.3, 0.9});
    }
    assertThat(number(first, "effect_size_before")).isCloseTo(effect(s), within(1e-5));
    assertThat(first.find("p_after")).isPresent();
    assertThat(number(first, "covered_targets")).isEqualTo(4);
    Json.Members third = (Json.Members) tests.items().get(1);
    assertThat(number(third, "covered_targets")).isEqualTo(3);
    Json.Array indirect = (Json.Array) said.find("indirect_bias").orElseThrow();
    assertThat(indirect.items()).hasSize(2);
    assertThat(number((Json.Members) indirect.items().getFirst(), "after"))
        .isCloseTo(0, within(1e-5));
    assertThat(((Json.Members) indirect.items().get(1)).find("before")).isEmpty();
  }

  @Test
  void wordsThatAreAsNearToBothAttributesHaveNoEffectAndNotOneOfRounding() throws IOException {
    // The attributes are the pair itself, so that neutral words have nothing of their difference.
    Path pairs = Files.writeString(folder.resolve("pairs.txt"), "hawk drive\n");
    Cli.Outcome debiased =
        run(
            "words",
            "debias",
            english,
            "--pairs",
            pairs,
            "--weat",
            weat("birds.jsonl", "bird"),
            "--out",
            folder.resolve("neutral.vec"));
    assertThat(debiased.out())
        .containsPattern(
            "effect size (?!0\\.0000)-?\\d\\.\\d+ before, 0\\.0000 after; p .* 1\\.0000 after");
  }

  private static double number(Json.Members members, String name) {
    return ((Json.Num) members.find(name).orElseThrow()).asDouble();
  }

  private static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int c = 0; c < a.length; c++) {
      ab += a[c] * b[c];
      aa += a[c] * a[c];
      bb += b[c] * b[c];
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** (mean of the first two − mean of the last two) / the sample's standard deviation. */
  private static double effect(double[] s) {
    double mean = (s[0] + s[1] + s[2] + s[3]) / 4;
    double squares = 0;
    for (double value : s) {
      squares += (value - mean) * (value - mean);
    }
    return ((s[0] + s[1]) / 2 - (s[2] + s[3]) / 2) / Math.sqrt(squares / 3);
  }

  @Test
  void aTestOfUnknownWordsIsSaidAndOneOfAnotherLayoutIsRefused() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.txt"), "bird hawk\n");
    Path out = folder.resolve("neutral.vec");
    Path unknown =
        Files.writeString(
            folder.resolve("unknown.jsonl"),
            """
            {"targ1": {"examples": ["x"]}, "targ2": {"examples": ["y"]},
             "attr1": {"examples": ["bird"]}, "attr2": {"examples": ["ship"]}}
            """);
    Cli.Outcome nothing =
        run("words", "debias", english, "--pairs", pairs, "--weat", unknown, "--out", out);
    assertThat(nothing.code()).isZero();
    assertThat(nothing.err())
        .contains("no association test by unknown: no word of targ1 has a vector");
    String[][] damages = {
      {"[1]", "no object of targ1, targ2, attr1 and attr2"},
      {"{\"targ1\": 3}", "'targ1' is an object with a category and a list of examples"},
      {"{\"targ1\": {\"examples\": []}}", "'targ1' is an object with"},
      {"{\"targ1\": {\"examples\": [7]}}", "targ1: an example is a word, got 7"}
    };
    for (String[] damage : damages) {
      Path damaged = Files.writeString(folder.resolve("damaged.jsonl"), damage[0]);
      Cli.Outcome refused =
          run(
              "words", "debias", english, "--pairs", pairs, "--weat", damaged, "--out", out,
              "--force");
      assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err()).contains("damaged.jsonl: " + damage[1]);
    }
  }

  @Test
  void aSmallerStrictnessCountsSmallPartsMore() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.json"), "[[\"bird\",\"hawk\"]]");
    Path measured = Files.writeString(folder.resolve("words.json"), "[\"steer\",\"ship\"]");
    Path out = folder.resolve("neutral.vec");
    List<Double> biases = new ArrayList<>();
    for (String strictness : List.of("0.5", "1", "2")) {
      Cli.Outcome debiased =
          run(
              "words",
              "debias",
              english,
              "--pairs",
              pairs,
              "--measure",
              measured,
              "--strictness",
              strictness,
              "--out",
              out,
              "--force",
              "--json");
      Json.Members said = (Json.Members) Json.parse(debiased.out(), "out");
      biases.add(number(said, "direct_bias_before"));
    }
    assertThat(biases.get(0)).isGreaterThan(biases.get(1));
    assertThat(biases.get(1)).isGreaterThan(biases.get(2));
    for (Object[] misuse :
        List.of(
            new Object[] {"--strictness", "0", "--measure", measured},
            new Object[] {"--strictness", "1"})) {
      List<Object> args =
          new ArrayList<>(List.of("words", "debias", english, "--pairs", pairs, "--out", out));
      args.add("--force");
      args.addAll(List.of(misuse));
      Cli.Outcome refused = run(args.toArray());
      assertThat(refused.code()).isEqualTo(ExitCode.BAD_USE);
      assertThat(refused.err()).contains("--strictness is");
    }
  }

  @Test
  void withAntonymsWordsAreSetApartToo() throws IOException {
    Path synonyms = Files.writeString(folder.resolve("synonyms.txt"), "hawk steer\n");
    Path antonyms = Files.writeString(folder.resolve("antonyms.txt"), "bird ship\n");
    Path out = folder.resolve("counter.vec");
    Cli.Outcome fitted =
        run(
            "words",
            "retrofit",
            english,
            "--lexicon",
            synonyms,
            "--antonyms",
            antonyms,
            "--rounds",
            "40",
            "--out",
            out);
    assertThat(fitted.code()).as(fitted.err()).isZero();
    assertThat(fitted.err()).contains("pulled by 2 links");
    assertThat(similarity(out)).isLessThanOrEqualTo(Math.max(0.05, similarity(english)));
  }

  @Test
  void softDebiasingLeavesSomeOfIt() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.json"), "[[\"bird\",\"hawk\"]]");
    Path measured = Files.writeString(folder.resolve("words.json"), "[\"steer\",\"ship\"]");
    Path out = folder.resolve("soft.vec");
    Cli.Outcome debiased =
        run(
            "words",
            "debias",
            english,
            "--pairs",
            pairs,
            "--measure",
            measured,
            "--soft",
            "1",
            "--out",
            out);
    assertThat(debiased.code()).as(debiased.err()).isZero();
    assertThat(debiased.out()).containsPattern("direct bias 0\\.[1-9]\\d* before, 0\\.\\d+ after");
  }
}
