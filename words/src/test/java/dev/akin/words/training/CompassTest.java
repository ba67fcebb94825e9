package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.format.words.Subwords;
import dev.akin.vector.FormatException;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompassTest {
  private static final int WORDS = 60;

  /** How many words are swapped with the word across the ring: 0 with 30 and so on. */
  private static final int SWAPPED = 6;

  private static final WordSource BEFORE = ring(1, CompassTest::same);
  private static final WordSource AFTER = ring(2, CompassTest::swapped);

  @TempDir Path folder = Path.of("");

  private static int same(int word) {
    return word;
  }

  private static int swapped(int word) {
    return word % (WORDS / 2) < SWAPPED * 5 && word % 5 == 0 ? (word + WORDS / 2) % WORDS : word;
  }

  /** Words stand by those near them on a ring, so that each has contexts of its own. */
  private static WordSource ring(long seed, IntUnaryOperator naming) {
    return sink -> {
      var random = new Random(seed);
      for (int s = 0; s < 6000; s++) {
        int at = random.nextInt(WORDS);
        for (int w = 0; w < 6; w++) {
          int word = (at + w) % WORDS;
          byte[] bytes = ("w" + naming.applyAsInt(word)).getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
        sink.lineEnd();
      }
    };
  }

  private static TrainingOptions options() {
    return TrainingOptions.builder(Method.CBOW)
        .dimension(24)
        .window(3)
        .sampling(0)
        .epochs(10)
        .rate(0.1)
        .build();
  }

  private TrainedTables train(LookupTrainer trainer, WordSource text) throws IOException {
    Path state = Files.createTempDirectory(folder, "state");
    return trainer.train(text, TrainingRun.in(state), TrainingListener.NONE);
  }

  /** The compass of both texts. */
  private Compass compass() throws IOException {
    WordSource whole =
        sink -> {
          BEFORE.read(sink);
          AFTER.read(sink);
        };
    Path into = Files.createTempDirectory(folder, "compass");
    try (TrainedTables learned = train(new LookupTrainer(options()), whole)) {
      Compass.write(learned, into);
    }
    return Compass.read(into);
  }

  /**
   * How many of some words of the first text are nearest to what they became in the second, or to a
   * word beside it: words that stand side by side have most of their contexts in common.
   */
  private static double found(TrainedTables before, TrainedTables after, boolean isOfSwapped) {
    int found = 0;
    int asked = 0;
    for (int word = 0; word < WORDS; word++) {
      if ((swapped(word) != word) != isOfSwapped) {
        continue;
      }
      float[] vector = vector(before, "w" + word);
      int nearest = -1;
      double highest = Double.NEGATIVE_INFINITY;
      for (int other = 0; other < WORDS; other++) {
        double cosine = Similarity.COSINE.between(vector, vector(after, "w" + other));
        if (cosine > highest) {
          highest = cosine;
          nearest = other;
        }
      }
      int apart = Math.floorMod(nearest - swapped(word), WORDS);
      boolean isBeside = isBeside(apart) && swapped(nearest) == nearest;
      found += nearest == swapped(word) || isBeside ? 1 : 0;
      asked++;
    }
    return (double) found / asked;
  }

  private static boolean isBeside(int apart) {
    return apart == 1 || apart == WORDS - 1;
  }

  private static float[] vector(TrainedTables learned, String word) {
    return learned.vector(learned.vocabulary().words().find(word).orElseThrow());
  }

  @Test
  void aSlicePutsAWordWhereItsUseIsAndSeparateTrainingsPutItAnywhere() throws IOException {
    try (Compass compass = compass();
        TrainedTables before = train(slices(compass, Compass.Start.RANDOM), BEFORE);
        TrainedTables after = train(slices(compass, Compass.Start.RANDOM), AFTER);
        TrainedTables alone = train(new LookupTrainer(options()), BEFORE);
        TrainedTables other =
            train(new LookupTrainer(options().toBuilder().seed(2).build()), AFTER)) {
      assertThat(found(before, after, true)).isGreaterThan(0.8);
      assertThat(found(before, after, false)).isGreaterThan(0.8);
      assertThat(found(alone, other, true)).isLessThan(0.2);
      assertThat(found(alone, other, false)).isLessThan(0.2);
    }
  }

  private static LookupTrainer slices(Compass compass, Compass.Start start) {
    return new LookupTrainer(compass.slice().build(), compass, start);
  }

  @Test
  void outputsAreTheRowsOfTheCompassAndStaySo() throws IOException {
    // Words in another order than the compass's, one that it does not know, and most of its
    // missing.
    WordSource text =
        sink -> {
          for (int i = 0; i < 300; i++) {
            for (String word : List.of("w7", "w3", "unknown", i % 2 == 0 ? "w7" : "w5")) {
              sink.word(word.getBytes(StandardCharsets.UTF_8), 0, word.length());
            }
            sink.lineEnd();
          }
        };
    try (Compass compass = compass();
        TrainedTables slice = train(slices(compass, Compass.Start.COMPASS), text);
        TrainedTables whole = whole(compass)) {
      assertThat(slice.vocabulary().words().word(0)).isEqualTo("w7");
      assertThat(slice.vocabulary().words().find("unknown")).isEmpty();
      assertThat(slice.vocabulary().size()).isEqualTo(3);
      for (int word = 0; word < 3; word++) {
        int row =
            compass.vocabulary().words().find(slice.vocabulary().words().bytes(word)).orElseThrow();
        assertThat(slice.output().copyRow(word)).isEqualTo(whole.output().copyRow(row));
        assertThat(slice.input().copyRow(word)).isNotEqualTo(whole.input().copyRow(row));
      }
    }
  }

  /** A slice that begins as the compass and is so little learned that both tables are its. */
  private TrainedTables whole(Compass compass) throws IOException {
    return whole(compass, Compass.Start.COMPASS);
  }

  private TrainedTables whole(Compass compass, Compass.Start start) throws IOException {
    WordSource all =
        sink -> {
          for (int word = 0; word < compass.vocabulary().size(); word++) {
            byte[] bytes = compass.vocabulary().words().bytes(word);
            for (long i = 0; i < compass.vocabulary().count(word); i++) {
              sink.word(bytes, 0, bytes.length);
              sink.lineEnd();
            }
          }
        };
    return train(slices(compass, start), all);
  }

  @Test
  void outputsThatAreNotHeldBeginAsTheCompassAndAreLearnedFurther() throws IOException {
    try (Compass compass = compass();
        TrainedTables whole = whole(compass);
        TrainedTables unlearned = whole(compass, Compass.Start.CONTINUED);
        TrainedTables free = train(slices(compass, Compass.Start.CONTINUED), BEFORE)) {
      int row = compass.vocabulary().words().find("w0").orElseThrow();
      assertThat(unlearned.output().copyRow(row)).isEqualTo(whole.output().copyRow(row));
      for (int word = 0; word < free.vocabulary().size(); word++) {
        int own =
            compass.vocabulary().words().find(free.vocabulary().words().bytes(word)).orElseThrow();
        assertThat(free.output().copyRow(word)).isNotEqualTo(whole.output().copyRow(own));
        // Learned further, not anew.
        assertThat(
                Similarity.COSINE.between(free.output().copyRow(word), whole.output().copyRow(own)))
            .isGreaterThan(0.5f);
      }
    }
  }

  @Test
  void aWordThatStandsAloneKeepsItsBeginning() throws IOException {
    // Every line has one word, so nothing is learned: what is read is what was written.
    try (Compass compass = compass();
        TrainedTables slice = whole(compass);
        TrainedTables random = train(slices(compass, Compass.Start.RANDOM), ring(3, w -> w))) {
      assertThat(slice.vocabulary().counts()).isEqualTo(compass.vocabulary().counts());
      assertThat(Similarity.COSINE.between(vector(slice, "w1"), vector(slice, "w2")))
          .isGreaterThan(Similarity.COSINE.between(vector(slice, "w1"), vector(slice, "w30")));
      assertThat(random.input().copyRow(0)).isNotEqualTo(slice.input().copyRow(0));
    }
  }

  @Test
  void aStateOfAnotherCompassOrBeginningIsRefused() throws IOException {
    TrainingOptions longer = options().toBuilder().epochs(400).build();
    try (Compass compass = compass()) {
      var run = new TrainingRun(folder, java.time.Duration.ofMillis(200), Long.MAX_VALUE);
      new LookupTrainer(longer, compass, Compass.Start.RANDOM)
          .train(BEFORE, run, progress -> false)
          .close();
      assertThatThrownBy(() ->
              new LookupTrainer(longer, compass, Compass.Start.COMPASS)
                  .train(BEFORE, run, _ -> true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another training: start is random there and ");
    }
  }

  @Test
  void whatIsNoCompassOrDoesNotFitIsRefused() throws IOException {
    TrainingOptions options = options();
    for (TrainingOptions unable :
        List.of(
            TrainingOptions.of(Method.POSITIONAL_CBOW),
            options.toBuilder().negatives(0).build(),
            options.toBuilder().subwords(new Subwords(3, 4, 100)).build())) {
      assertThatThrownBy(() -> Compass.requireAble(unable))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("skipgram or cbow with noise words");
    }
    assertThatThrownBy(() -> Compass.read(folder))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("--compass-into makes one");
    try (Compass compass = compass()) {
      assertThatThrownBy(() ->
              new LookupTrainer(
                  options.toBuilder().dimension(8).build(), compass, Compass.Start.RANDOM))
          .hasMessageContaining("by cbow with 24 cells")
          .hasMessageContaining("not by cbow with 8");
      WordSource unknown =
          sink -> {
            sink.word(new byte[] {'x'}, 0, 1);
            sink.lineEnd();
          };
      assertThatThrownBy(() -> train(slices(compass, Compass.Start.RANDOM), unknown))
          .hasMessageContaining("of the 60 words of the compass, holds no words");
    }
  }
}
