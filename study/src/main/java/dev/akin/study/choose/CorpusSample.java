package dev.akin.study.choose;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Some documents from all over a corpus. */
final class CorpusSample {
  private CorpusSample() {}

  /** Their texts, at equal distances in the corpus's order, at most so many. */
  static List<String> texts(Corpus corpus, int documents, int most) {
    List<String> texts = new ArrayList<>();
    try (Stream<Document> all = corpus.documents()) {
      int at = 0;
      for (Document document : (Iterable<Document>) all::iterator) {
        if ((long) at * most / documents >= texts.size() && texts.size() < most) {
          texts.add(document.titleAndText());
        }
        at++;
      }
    }
    return texts;
  }
}
