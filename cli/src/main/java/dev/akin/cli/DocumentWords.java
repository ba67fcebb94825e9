package dev.akin.cli;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.split.Boundaries;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The words of documents as they are learned: Unicode's words that hold a letter or digit, in lower
 * case, a line a sentence. Memory follows the longest document.
 */
record DocumentWords(Corpus corpus, Boundaries boundaries) implements WordSource {
  @Override
  public void read(Sink sink) throws IOException {
    try (Stream<Document> documents = corpus.documents()) {
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        String text = all.next().titleAndText();
        int[] cuts = boundaries.sentences(text);
        for (int i = 1; i < cuts.length; i++) {
          readLine(text.substring(cuts[i - 1], cuts[i]), sink);
        }
      }
    }
  }

  /** Gives the words of a text as one line. */
  void readLine(String line, Sink sink) throws IOException {
    for (String written : boundaries.lexicalWords(line)) {
      byte[] word = written.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      sink.word(word, 0, word.length);
    }
    sink.lineEnd();
  }

  @Override
  public String toString() {
    return corpus.name();
  }
}
