package dev.akin.text.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextEditTest {
  private static final String TEXT = "A man in 1987 was playing a large flute.";

  @Test
  void everyEditChangesTheTextAndDoesSoAgainForItsSeed() {
    for (TextEdit edit : TextEdit.all()) {
      for (long seed = 0; seed < 50; seed++) {
        Optional<String> changed = edit.apply(TEXT, seed);
        assertThat(changed).isPresent().isNotEqualTo(Optional.of(TEXT));
        assertThat(edit.apply(TEXT, seed)).isEqualTo(changed);
      }
    }
  }

  @Test
  void whatCannotBeChangedIsEmpty() {
    assertThat(new TextEdit.OtherNumber().apply("no number", 1)).isEmpty();
    assertThat(new TextEdit.Typo().apply("a bb ccc", 1)).isEmpty();
    assertThat(new TextEdit.WordShuffle().apply("same same", 1)).isEmpty();
    assertThat(new TextEdit.UpperCase().apply("UP 1", 1)).isEmpty();
    assertThat(new TextEdit.Negation().apply("Dogs bark.", 1)).isEmpty();
  }

  @Test
  void aTypoKeepsLettersAndLength() {
    String changed = new TextEdit.Typo().apply(TEXT, 3).orElseThrow();
    assertThat(changed.chars().sorted().toArray()).isEqualTo(TEXT.chars().sorted().toArray());
  }

  @Test
  void aNumberStaysAsLong() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(new TextEdit.OtherNumber().apply("7", seed).orElseThrow())
          .matches("[1-9]")
          .isNotEqualTo("7");
    }
  }

  @Test
  void aNegationIsPutInOrTakenOut() {
    TextEdit edit = new TextEdit.Negation();
    assertThat(edit.apply("A cat is here.", 0)).contains("A cat is not here.");
    assertThat(edit.apply("A cat is not here.", 0)).contains("A cat is here.");
  }
}
