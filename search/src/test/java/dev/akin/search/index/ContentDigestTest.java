package dev.akin.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.HashedEncoder;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDigestTest {
  private static final Document A = Document.of("a", "the first text");
  private static final Document B = Document.of("b", "the second text");
  private static final Document C = Document.of("c", "a third one");

  @TempDir Path folder;

  @Test
  void theWayToAContentDoesNotMatter() throws IOException {
    String atOnce = digest("at-once", List.of(List.of(A, B, C)));
    assertThat(digest("step-by-step", List.of(List.of(C), List.of(C, B), List.of(A, B, C))))
        .isEqualTo(atOnce);
    assertThat(digest("with-a-removal", List.of(List.of(A, B, C), List.of(B), List.of(C, B, A))))
        .isEqualTo(atOnce);
  }

  @Test
  void everyPartOfTheContentMatters() throws IOException {
    String expected = digest("expected", List.of(List.of(A, B)));
    assertThat(digest("one-less", List.of(List.of(A)))).isNotEqualTo(expected);
    assertThat(digest("other-text", List.of(List.of(A, Document.of("b", "the second tex")))))
        .isNotEqualTo(expected);
    assertThat(digest("other-id", List.of(List.of(A, Document.of("b2", B.text())))))
        .isNotEqualTo(expected);
  }

  private String digest(String name, List<List<Document>> states) throws IOException {
    Path index = folder.resolve(name);
    try (Encoder encoder = HashedEncoder.of(32)) {
      for (List<Document> state : states) {
        new IndexBuilder(index, encoder, IndexOptions.DEFAULT)
            .refresh(Corpus.of(name, state), IndexListener.SILENT);
      }
      return SearchIndex.contentDigest(index);
    }
  }
}
