package dev.akin.study.words;

import dev.akin.study.claim.StudyContext;
import dev.akin.words.evaluation.AnalogySet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The questions of Mikolov et al. (2013) in their two kinds. */
final class GoogleAnalogies {
  /** Where they are in the public data. */
  static final String PATH = "words/analogy-en";

  private static final List<String> SEMANTIC =
      List.of("capital-common-countries", "capital-world", "city-in-state", "currency", "family");

  private static final List<String> SYNTACTIC =
      List.of(
          "gram1-adjective-to-adverb",
          "gram2-opposite",
          "gram3-comparative",
          "gram4-superlative",
          "gram5-present-participle",
          "gram6-nationality-adjective",
          "gram7-past-tense",
          "gram8-plural",
          "gram9-plural-verbs");

  private GoogleAnalogies() {}

  /** The semantic questions as one task, the syntactic ones as another. */
  static List<WordTask> tasks(StudyContext context, WordTasks.AnalogyFigure figure)
      throws IOException {
    return List.of(
        new WordTasks.Analogies("semantic " + figure.title(), read(context, SEMANTIC), figure),
        new WordTasks.Analogies("syntactic " + figure.title(), read(context, SYNTACTIC), figure));
  }

  private static AnalogySet read(StudyContext context, List<String> sections) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String section : sections) {
      files.add(context.require(PATH + "/" + section + ".txt"));
    }
    return AnalogySet.read(PATH, files);
  }
}
