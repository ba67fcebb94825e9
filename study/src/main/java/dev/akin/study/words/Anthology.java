package dev.akin.study.words;

import dev.akin.reader.ReadOptions;
import dev.akin.reader.Sources;
import dev.akin.study.claim.StudyContext;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Compass;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Titles and abstracts of the ACL Anthology of some years: letters and digits in lower case, a line
 * a paper.
 *
 * @param from the first year
 * @param to the last one
 */
record Anthology(Path file, int from, int to) implements WordSource {
  /** Where it is in the public data. */
  static final String PATH = "papers/acl-anthology.jsonl.gz";

  private static final int LAST_OLD_YEAR = 2009;
  private static final int FIRST_NEW_YEAR = 2017;

  /** Papers up to 2009. */
  static Anthology old(StudyContext context) throws IOException {
    return new Anthology(context.require(PATH), 0, LAST_OLD_YEAR);
  }

  /** Papers from 2017 on. */
  static Anthology young(StudyContext context) throws IOException {
    return new Anthology(context.require(PATH), FIRST_NEW_YEAR, Integer.MAX_VALUE);
  }

  /** The compass of all years. */
  static Compass compass(StudyContext context) throws IOException {
    WordSource all = new Anthology(context.require(PATH), 0, Integer.MAX_VALUE);
    return LearnedWords.compass(context, "acl", all, SlicesStudy.options(5).build());
  }

  /** The vectors of {@link #old} by the compass; to be closed by the caller. */
  static WordVectors before(StudyContext context, Compass compass) throws IOException {
    return SlicesStudy.slice(context, "acl-old", old(context), compass, Compass.Start.RANDOM);
  }

  /** The vectors of {@link #young} by the compass; to be closed by the caller. */
  static WordVectors after(StudyContext context, Compass compass) throws IOException {
    return SlicesStudy.slice(context, "acl-new", young(context), compass, Compass.Start.RANDOM);
  }

  @Override
  public void read(Sink sink) throws IOException {
    Corpus corpus = Sources.open(file, ReadOptions.defaults());
    try (Stream<Document> documents = corpus.documents()) {
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        Document paper = all.next();
        if (!(paper.metadata().find("year").orElseThrow() instanceof Json.Num year)
            || year.asLong() < from
            || year.asLong() > to) {
          continue;
        }
        String text = paper.titleAndText().toLowerCase(Locale.ROOT);
        for (String word : text.split("[^\\p{L}\\p{Nd}]+", -1)) {
          if (!word.isEmpty()) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            sink.word(bytes, 0, bytes.length);
          }
        }
        sink.lineEnd();
      }
    }
  }
}
