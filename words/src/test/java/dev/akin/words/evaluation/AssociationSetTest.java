package dev.akin.words.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.TestData;
import dev.akin.words.Casing;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.Tables;
import dev.akin.words.WordLookup;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AssociationSet.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssociationSetTest {
  @Test
  void cosinesAreThoseOfTheWordsThatHaveVectors() {
    AssociationSet set =
        new AssociationSet(
            "birds",
            new Group("birds", List.of("Hawk", "owl")),
            new Group("ships", List.of("ship", "boat")),
            new Group("air", List.of("fly", "sky")),
            new Group("sea", List.of("sail")));
    try (WordVectors vectors =
        Tables.of(
            List.of("hawk", "ship", "boat", "fly", "sail"),
            new float[] {1, 0},
            new float[] {0, 2},
            new float[] {3, 4},
            new float[] {1, 1},
            new float[] {0, 1})) {
      AssociationSet.Cosines cosines =
          set.cosines(new WordLookup(vectors, Casing.AS_WRITTEN_OR_LOWER, OutOfVocabulary.ABSENT));
      assertThat(cosines.targets()).isEqualTo(new Coverage(3, 4));
      assertThat(cosines.attributes()).isEqualTo(new Coverage(2, 3));
      assertThat(cosines.xa()).hasDimensions(1, 1);
      assertThat(cosines.xa()[0][0]).isCloseTo(Math.sqrt(0.5), within(1e-6));
      assertThat(cosines.xb()[0][0]).isCloseTo(0, within(1e-6));
      assertThat(cosines.ya()).hasDimensions(2, 1);
      assertThat(cosines.ya()[1][0]).isCloseTo(7 / (5 * Math.sqrt(2)), within(1e-6));
      assertThat(cosines.yb()[1][0]).isCloseTo(0.8, within(1e-6));
      assertThat(set.cosines(WordLookup.asWritten(vectors)).xa()).isEmpty();
    }
  }

  @Test
  void theTestsPeopleUseAreReadWhole() throws IOException {
    Path folder = TestData.require("words/weat");
    try (Stream<Path> files = Files.list(folder.resolve("tests"))) {
      for (Path file : files.toList()) {
        AssociationSet set = AssociationSet.read(file);
        assertThat(set.x().words()).as(set.name()).isNotEmpty();
        assertThat(set.b().category()).as(set.name()).isNotEqualTo("attr2");
      }
    }
    AssociationSet careers = AssociationSet.read(folder.resolve("tests/weat6.jsonl"));
    assertThat(careers.name()).isEqualTo("weat6");
    assertThat(careers.x().category()).isEqualTo("MaleNames");
    assertThat(careers.y().words()).hasSize(8).contains("Amy", "Donna");
    assertThat(careers.a().words()).contains("salary");
    assertThat(careers.b().words()).contains("relatives");
  }
}
