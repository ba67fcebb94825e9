package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.ConceptEdit.Round;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Edits over several maps, what still reaches a concept through them, and edits of that. */
class ConceptEditTest {
  private static final int CELLS = 40;
  private static final int CONCEPTS = 3;

  /** Rows of chance: three concepts, three targets, fifty to be preserved, six maps. */
  private record Planted(Matrix concepts, Matrix targets, Matrix preserved, List<Matrix> maps)
      implements AutoCloseable {
    static Planted of(SplittableRandom random, int cells, int preserved) {
      List<Matrix> maps = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        maps.add(gaussian(random, 30, cells));
      }
      return new Planted(
          gaussian(random, CONCEPTS, cells),
          gaussian(random, CONCEPTS, cells),
          gaussian(random, preserved, cells),
          maps);
    }

    List<Round> iterated(ConceptEdit edit, int rounds) {
      return edit.iterated(maps, concepts, targets, preserved, rounds);
    }

    @Override
    public void close() {
      concepts.close();
      targets.close();
      preserved.close();
      maps.forEach(Matrix::close);
    }
  }

  private static Matrix gaussian(SplittableRandom random, int rows, int cells) {
    float[][] all = new float[rows][cells];
    for (float[] row : all) {
      for (int i = 0; i < cells; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return Matrix.of(all);
  }

  @Test
  void theReachOfConceptsFallsFromRoundToRoundAndThePreservedStayWithinABound() {
    Seeds.forEach(
        5,
        random -> {
          try (Planted planted = Planted.of(random, CELLS, 50)) {
            List<Round> rounds = planted.iterated(ConceptEdit.USUAL, 3);
            assertThat(rounds).hasSize(4);
            // More rows are preserved than there are cells, so an edit alone leaves a way open.
            assertThat(rounds.getFirst().reach()).isGreaterThan(0.6);
            for (int i = 1; i < rounds.size(); i++) {
              assertThat(rounds.get(i).reach()).isLessThan(rounds.get(i - 1).reach());
            }
            assertThat(rounds.getLast().reach()).isLessThan(0.8 * rounds.getFirst().reach());
            assertThat(rounds).allSatisfy(round -> assertThat(round.change()).isLessThan(0.4));
            // Without a weight the preserved go with the concepts.
            List<Round> careless = planted.iterated(new ConceptEdit(1, 0, 0.1), 3);
            assertThat(careless.getLast().change()).isGreaterThan(rounds.getLast().change());
          }
        });
  }

  @Test
  void fewPreservedRowsStayAsTheyAreAndConceptsBecomeTheirTargets() {
    Seeds.forEach(
        5,
        random -> {
          try (Planted planted = Planted.of(random, 100, 20)) {
            Round first = planted.iterated(ConceptEdit.USUAL, 0).getFirst();
            assertThat(first.change()).isLessThan(0.1);
            assertThat(first.edit())
                .isEqualTo(
                    ConceptEdit.USUAL.fit(planted.concepts, planted.targets, planted.preserved));
            for (int i = 0; i < CONCEPTS; i++) {
              float[] target = planted.targets.copyRow(i);
              double missed =
                  Math.sqrt(
                      outputs(planted.maps, first.edit().apply(planted.concepts.copyRow(i)), target)
                          / outputs(planted.maps, target, new float[100]));
              assertThat(missed).isLessThan(0.1);
            }
          }
        });
  }

  /** Σ‖Wa − Wb‖² over all maps. */
  private static double outputs(List<Matrix> maps, float[] a, float[] b) {
    double sum = 0;
    for (Matrix map : maps) {
      for (int o = 0; o < map.rows(); o++) {
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
          difference += (double) map.get(o, i) * ((double) a[i] - b[i]);
        }
        sum += difference * difference;
      }
    }
    return sum;
  }

  @Test
  void aDerivedRowIsTheMinimumOfItsObjectiveOverAllMaps() {
    SplittableRandom random = new SplittableRandom(12);
    try (Planted planted = Planted.of(random, CELLS, 50)) {
      Transform edit = ConceptEdit.USUAL.fit(planted.concepts, planted.targets, planted.preserved);
      float[] concept = planted.concepts.copyRow(1);
      float[] derived = ConceptEdit.derive(edit, planted.maps, concept, ConceptEdit.USUAL_RIDGE);
      double least = objective(planted.maps, edit, derived, concept);
      for (int i = 0; i < 100; i++) {
        float[] near = derived.clone();
        for (int c = 0; c < CELLS; c++) {
          near[c] += (float) (0.05 * random.nextGaussian());
        }
        assertThat(objective(planted.maps, edit, near, concept)).isGreaterThan(least);
      }
      // One map alone has another answer.
      float[] ofOne =
          ConceptEdit.derive(edit, planted.maps.subList(0, 1), concept, ConceptEdit.USUAL_RIDGE);
      assertThat(objective(planted.maps, edit, ofOne, concept)).isGreaterThan(1.1 * least);
    }
  }

  private static double objective(
      List<Matrix> maps, Transform edit, float[] derived, float[] concept) {
    double length = 0;
    for (float cell : derived) {
      length += (double) cell * cell;
    }
    return outputs(maps, edit.apply(derived), concept) + ConceptEdit.USUAL_RIDGE * length;
  }

  @Test
  void theIdentityIsTheMapOfRowsThatNoMapFollows() {
    try (Planted planted = Planted.of(new SplittableRandom(3), CELLS, 20);
        Matrix identity = Matrix.of(Dense.rounded(Dense.identity(CELLS)))) {
      float[] concept = planted.concepts.copyRow(0);
      Transform edit = ConceptEdit.USUAL.fit(planted.concepts, planted.targets, planted.preserved);
      assertThat(ConceptEdit.derive(edit, List.of(identity), concept, 0.1))
          .containsExactly(ConceptEdit.derive(edit, concept, 0.1), within(1e-5f));
      List<Round> plain =
          ConceptEdit.USUAL.iterated(
              List.of(), planted.concepts, planted.targets, planted.preserved, 2);
      List<Round> mapped =
          ConceptEdit.USUAL.iterated(
              List.of(identity), planted.concepts, planted.targets, planted.preserved, 2);
      assertThat(plain).isEqualTo(mapped);
    }
  }

  @Test
  void theNewestEditActsFirstOnARow() {
    try (Planted planted = Planted.of(new SplittableRandom(5), CELLS, 20)) {
      List<Round> rounds = planted.iterated(ConceptEdit.USUAL, 1);
      float[][] derived = new float[CONCEPTS][];
      for (int i = 0; i < CONCEPTS; i++) {
        derived[i] =
            ConceptEdit.derive(
                rounds.getFirst().edit(),
                planted.maps,
                planted.concepts.copyRow(i),
                ConceptEdit.USUAL_RIDGE);
      }
      try (Matrix again = Matrix.of(derived)) {
        Transform newest = ConceptEdit.USUAL.fit(again, planted.targets, planted.preserved);
        float[] row = planted.preserved.copyRow(7);
        assertThat(rounds.getLast().edit().apply(row))
            .containsExactly(newest.then(rounds.getFirst().edit()).apply(row), within(1e-3f));
      }
    }
  }

  @Test
  void theBestRoundIsTheOneOfLeastReachWithinTheBound() {
    Transform same = Transform.cut(2, 2);
    List<Round> rounds =
        List.of(new Round(same, 0.9, 0.1), new Round(same, 0.5, 0.2), new Round(same, 0.3, 0.6));
    assertThat(ConceptEdit.best(rounds, 1)).isEqualTo(rounds.get(2));
    assertThat(ConceptEdit.best(rounds, 0.2)).isEqualTo(rounds.get(1));
    assertThatThrownBy(() -> ConceptEdit.best(rounds, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("each of 3 rounds changes what is preserved by more than 0.05")
        .hasMessageContaining("the least by 0.1");
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    try (Planted planted = Planted.of(new SplittableRandom(6), 8, 3);
        Matrix wide = Matrix.allocate(2, 9);
        Matrix none = Matrix.allocate(0, 8)) {
      float[] concept = planted.concepts.copyRow(0);
      Transform edit = ConceptEdit.USUAL.fit(planted.concepts, planted.targets, planted.preserved);
      assertThatThrownBy(() -> ConceptEdit.derive(edit, List.of(wide), concept, 1))
          .hasMessage("map 0 takes 9 cells, concepts have 8");
      assertThatThrownBy(() -> ConceptEdit.derive(edit, Arrays.copyOf(concept, 7), 1))
          .hasMessage("a concept of 7 cells where the edit gives 8");
      assertThatThrownBy(() -> ConceptEdit.derive(edit, concept, 0))
          .hasMessage("the ridge is more than 0, got 0.0");
      assertThatThrownBy(() -> planted.iterated(ConceptEdit.USUAL, -1))
          .hasMessageContaining("3 concepts edited again -1 times");
      assertThatThrownBy(
              () -> ConceptEdit.USUAL.iterated(List.of(), none, none, planted.preserved, 1))
          .hasMessageContaining("0 concepts edited again 1 times");
    }
  }
}
