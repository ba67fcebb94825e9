package dev.akin.study.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeedleTest {
  private static int words(String text) {
    return text.isBlank() ? 2 : text.split("\\s+", -1).length + 2;
  }

  @ParameterizedTest
  @EnumSource(Needle.Kind.class)
  void textsAreAsLongAsAskedAndTheirNeedlesSpreadEvenly(Needle.Kind kind) {
    List<Needle> needles = Needle.make(new Needle.Recipe(kind, 300, 20, 5), NeedleTest::words);
    assertThat(needles).hasSize(20);
    assertThat(needles).allSatisfy(n -> assertThat(words(n.text())).isBetween(275, 300));
    assertThat(needles.stream().filter(n -> n.depth() < 0.5).count()).isBetween(8L, 12L);
    assertThat(needles.stream().map(Needle::question).distinct()).hasSize(20);
  }

  @Test
  void aNeedleEndsWhereItSays() {
    for (Needle needle :
        Needle.make(new Needle.Recipe(Needle.Kind.PASSKEY, 200, 10, 5), NeedleTest::words)) {
      int end = needle.text().lastIndexOf("is the pass key for");
      int dot = needle.text().indexOf('.', end);
      assertThat(words(needle.text().substring(0, dot + 1))).isEqualTo(needle.endToken());
    }
  }

  @Test
  void theSameSeedGivesTheSameTexts() {
    Needle.Recipe recipe = new Needle.Recipe(Needle.Kind.FACT, 200, 10, 5);
    assertThat(Needle.make(recipe, NeedleTest::words))
        .isEqualTo(Needle.make(recipe, NeedleTest::words));
  }
}
