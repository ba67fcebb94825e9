package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldCorpusContractTest extends CorpusContract {
  @Override
  Corpus open() {
    return Corpus.of(
        "three", List.of(Document.of("a", "one"), Document.of("b", ""), Document.of("c", "three")));
  }

  @Test
  void twoDocumentsOfOneIdAreRefused() {
    assertThatThrownBy(
            () -> Corpus.of("two", List.of(Document.of("a", "one"), Document.of("a", "two"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two has two documents with the id 'a'; the second at memory:1");
  }
}
