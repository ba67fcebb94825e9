package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Fit;
import dev.akin.vector.transform.Transform;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the study of concepts says of rows in which one is planted. */
class ConceptsStudyTest {
  private static final int CELLS = 6;
  private static final int FITTED = 3000;
  private static final int FRESH = 1000;
  private static final int ASKED = 2000;

  /**
   * Rows whose concept is a cell.
   *
   * @param known the cell it is in, of rows that erasures are fitted on; none if negative
   * @param other and of the others
   */
  private static Outcome outcome(int known, int other) {
    SplittableRandom random = new SplittableRandom(3);
    int[] concept = IntStream.range(0, FITTED + FRESH + ASKED).map(i -> 1 - i % 2).toArray();
    float[][] rows = new float[concept.length][CELLS];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < CELLS; c++) {
        rows[i][c] = (float) (1 + random.nextGaussian());
      }
      int cell = i < FITTED ? known : other;
      if (cell >= 0) {
        rows[i][cell] += concept[i] == 1 ? 2 : -2;
      }
    }
    try (Matrix matrix = Matrix.of(rows)) {
      return ConceptsStudy.outcome(
          new ConceptsStudy.Parts(matrix, concept, FITTED, FRESH),
          Map.of("last cell", erasure -> kept(rows, erasure)),
          List.of(),
          4);
    }
  }

  /** How often the last cell keeps its sign. */
  private static Estimate kept(float[][] rows, Transform erasure) {
    return Estimate.mean(
        IntStream.range(0, 500)
            .mapToDouble(i -> erasure.apply(rows[i])[CELLS - 1] * rows[i][CELLS - 1] > 0 ? 1 : 0)
            .toArray());
  }

  @Test
  void aLinearConceptIsErasedAndOneThatIsElsewhereInOtherRowsIsNot() {
    Outcome erased = outcome(0, 0);
    assertThat(erased.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(outcome(0, 1).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    // There is nothing to erase: probes are at chance whatever is done.
    assertThat(outcome(-1, -1).verdict()).isEqualTo(Verdict.UNDECIDED);

    List<List<String>> rows = erased.tables().getFirst().rows();
    assertThat(rows.getFirst().get(0)).isEqualTo(Erasures.NOTHING);
    assertThat(rows.getFirst().get(2)).isEqualTo("does not hold");
    assertThat(Double.parseDouble(rows.getFirst().get(1).substring(0, 6))).isGreaterThan(0.95);
    assertThat(rows)
        .filteredOn(row -> row.getFirst().equals(Erasures.LEAST_SQUARES))
        .allSatisfy(row -> assertThat(row.get(2)).isEqualTo("holds"));
    assertThat(erased.tables().get(2).rows())
        .extracting(List::getFirst)
        .containsExactly("750", "1,500", "3,000");
  }

  @Test
  void whatIsLostIsMinusWhatWasThere() {
    List<List<String>> costs = outcome(0, 0).tables().get(1).rows();
    assertThat(costs.getFirst())
        .containsExactly(Erasures.NOTHING, "1.0000", "0.0000 [0.0000, 0.0000]");
    // All the rows that the edit takes for the concept become one.
    assertThat(costs)
        .filteredOn(row -> row.getFirst().startsWith("edit"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.get(2)).startsWith("-"));
  }

  private static Erasures planted() {
    SplittableRandom random = new SplittableRandom(8);
    float[][] rows = new float[60][20];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < 20; c++) {
        rows[i][c] = (float) (0.1 * random.nextGaussian() + (c == i % 2 ? 1 : 0));
      }
    }
    return new Erasures(rows, IntStream.range(0, 60).map(i -> i % 2).toArray());
  }

  @Test
  void anEditMakesTheConceptTheOthersAndRoundsMoreCloseTheWayBack() {
    Erasures erasures = planted();
    float[] concept = new float[20];
    concept[1] = 1;
    float[] edited = erasures.edit(0).apply(concept);
    assertThat(edited[0]).isGreaterThan(0.7f);
    assertThat(edited[1]).isLessThan(0.3f);
    assertThat(erasures.distanceOfDerived(erasures.edit(Erasures.rounds())))
        .isGreaterThan(erasures.distanceOfDerived(erasures.edit(0)));
  }

  @Test
  void cellsVaryByOneAndTheRoundingOfAConstantCellIsNotRead() {
    float[][] rows = {{3, 0.3f}, {7, Math.nextUp(0.3f)}, {3, 0.3f}, {7, Math.nextUp(0.3f)}};
    Transform nothing = Transform.affine(new float[2], IDENTITY, new float[2], NO_FIT);
    try (Matrix matrix = Matrix.of(rows);
        Matrix scaled = ConceptsStudy.standardised(matrix, nothing)) {
      assertThat(scaled.copyRow(0)).containsExactly(1.5f, 0);
      assertThat(scaled.copyRow(1)).containsExactly(3.5f, 0);
    }
  }

  private static final float[][] IDENTITY = {{1, 0}, {0, 1}};
  private static final Fit NO_FIT = new Fit("none", 1, 0);

  @Test
  void nothingErasedLeavesRowsAsTheyAre() {
    Transform nothing = Objects.requireNonNull(planted().all(1).get(Erasures.NOTHING));
    float[] row = new float[20];
    Arrays.fill(row, 0.25f);
    assertThat(nothing.apply(row)).isEqualTo(row);
  }

  private static final List<String> LISTED = List.of("a", "b", "c", "d");

  /** The listed words are four axes; the related ones are near them or are like any other word. */
  private static FilterTrials trials(boolean isRelated) {
    SplittableRandom random = new SplittableRandom(2);
    List<String> words = new ArrayList<>(LISTED);
    words.addAll(List.of("e", "f"));
    float[][] rows = new float[206][200];
    for (int i = 0; i < rows.length; i++) {
      if (i >= words.size()) {
        words.add("w" + i);
      }
      boolean isConcept = i < 4 || (i < 6 && isRelated);
      for (int c = 0; c < 200; c++) {
        rows[i][c] = (float) ((isConcept ? 0.1 : 1) * random.nextGaussian());
      }
      rows[i][i % 4] += isConcept ? 14 : 0;
    }
    // Not closed: the test ends with it.
    return new FilterTrials(
        WordVectors.of(WordList.of(words), Matrix.of(rows)),
        LISTED,
        List.of("e", "f"),
        0,
        Integer.MAX_VALUE,
        200);
  }

  @Test
  void wordsOfTheConceptAreFlaggedMoreOftenThanOthers() {
    FilterTrials near = trials(true);
    FilterTrials.Flagged flagged = near.flagged(0.05, 1);
    assertThat(flagged.listed().value()).isGreaterThan(0.9);
    assertThat(flagged.related().value()).isGreaterThan(0.9);
    assertThat(flagged.others().value()).isLessThan(0.3);
    assertThat(FilterTrials.verdict(flagged, 1)).isEqualTo(Verdict.HOLDS);
    assertThat(trials(false).flagged(0.05, 1).related().value()).isLessThan(0.5);
  }

  @Test
  void aWiderMarginFlagsFewerWords() {
    FilterTrials near = trials(true);
    double narrow = near.flagged(0.01, 1).clean().value();
    assertThat(near.flagged(0.2, 1).clean().value()).isLessThan(narrow);
    assertThat(near.table(List.of(0.01, 0.2), 1).rows()).hasSize(2);
  }

  @Test
  void aFilterThatFlagsEverythingAlikeDoesNotHold() {
    Estimate all = Estimate.mean(1, 1, 1, 1);
    assertThat(FilterTrials.verdict(new FilterTrials.Flagged(all, all, all, all), 1))
        .isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void aConceptWithoutWordsIsRefused() {
    FilterTrials near = trials(true);
    assertThatThrownBy(() -> new FilterTrials(near.vectors(), List.of(), List.of("e"), 0, 100, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("each takes a word with a vector");
  }

  @Test
  void onlyWordsWithAVectorAreKnown() {
    assertThat(FilterTrials.known(trials(true).vectors(), List.of("a", "zebra", "f")))
        .containsExactly("a", "f");
  }
}
