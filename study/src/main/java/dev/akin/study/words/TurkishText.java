package dev.akin.study.words;

import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.LabelledTexts;
import dev.akin.study.task.RetrievalData;
import dev.akin.text.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The running Turkish text there is. */
final class TurkishText {
  static final Locale LANGUAGE = Locale.of("tr");

  /** Where the reviews are in the public data. */
  static final String REVIEWS = "classification/turkish-sentiment";

  /** Where the paragraphs are. */
  static final String QUESTIONS = "retrieval/xquad-tr";

  /** A line of a review: six numbers and names before the text. */
  private static final int FIELDS = 7;

  private TurkishText() {}

  /** Film reviews in lower case, good or bad by the file they are in. */
  static LabelledTexts reviews(StudyContext context) throws IOException {
    Path folder = context.require(REVIEWS).resolve("Turkish-Movie Dataset");
    List<String> texts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String label : List.of("N", "P")) {
      Path file = folder.resolve("movie_outer" + label + ".txt.gz");
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        reader
            .lines()
            .map(line -> line.split("\t", -1))
            .filter(fields -> fields.length == FIELDS)
            .forEach(fields -> {
              texts.add(fields[FIELDS - 1].toLowerCase(LANGUAGE));
              labels.add(label);
            });
      }
    }
    return new LabelledTexts(texts, labels);
  }

  /** The paragraphs of an encyclopedia that XQuAD asks about. */
  static List<String> paragraphs(StudyContext context) throws IOException {
    RetrievalData data = RetrievalData.beir(context.require(QUESTIONS), "test");
    try (Stream<Document> documents = data.corpus().documents()) {
      return documents.map(Document::text).toList();
    }
  }
}
