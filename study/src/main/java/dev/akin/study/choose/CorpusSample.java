package dev.akin.study.choose;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Some documents from all over a corpus. */
final class CorpusSample {
  private CorpusSample() {}

  /**
   * Their texts, at most so many, one from each of as many equal stretches of the corpus.
   *
   * @param random says which one of a stretch
   */
  static List<String> texts(Corpus corpus, int documents, int most, SplittableRandom random) {
    List<String> texts = new ArrayList<>();
    int count = Math.min(most, documents);
    int next = place(0, count, documents, random);
    try (Stream<Document> all = corpus.documents()) {
      int at = 0;
      for (Document document : (Iterable<Document>) all::iterator) {
        if (at == next) {
          texts.add(document.titleAndText());
          next = texts.size() < count ? place(texts.size(), count, documents, random) : documents;
        }
        at++;
      }
    }
    return texts;
  }

  /** A place in one of the stretches. */
  private static int place(int stretch, int count, int documents, SplittableRandom random) {
    int from = (int) ((long) stretch * documents / count);
    int to = (int) ((long) (stretch + 1) * documents / count);
    return random.nextInt(from, to);
  }
}
