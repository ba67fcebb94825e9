package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.text.Document;
import dev.akin.text.Passage;
import java.util.List;

/** Makes the passages of a document as the index's splitting says; at least one. */
record PassageMaker(Splitting splitting, Encoder encoder) {
  List<Passage> passages(Document document) {
    return switch (splitting) {
      case Splitting.Whole _ -> List.of(whole(document));
      case Splitting.Passages _ ->
          throw new IllegalArgumentException("splitting needs the passage splitter");
    };
  }

  private static Passage whole(Document document) {
    String text = document.text();
    return new Passage(
        document.id(), 0, document.title(), text, 0, text.length(), document.origin().lineAt(0));
  }
}
