package dev.akin.words.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How many questions were answered right.
 *
 * @param name of the set
 * @param sections each section's part, in the set's order
 */
public record AnalogyResult(String name, List<Part> sections) {
  /** Google's syntactic sections are gram1-… to gram9-…, the others are semantic. */
  private static final String SYNTACTIC = "gram";

  /**
   * A question and how it was answered.
   *
   * @param rank of the expected answer, from 1; 0 if it is a word of the question, which is never
   *     an answer; empty if a word is not known
   */
  public record Answer(AnalogySet.Item item, OptionalInt rank) {}

  /**
   * Some of the questions.
   *
   * @param accuracy share of the questions covered whose first answer is the expected one; 0 if
   *     none is
   * @param meanReciprocalRank mean of 1 / rank over the questions covered
   */
  public record Part(
      String name,
      double accuracy,
      double meanReciprocalRank,
      Coverage coverage,
      List<Answer> answers) {
    public Part {
      answers = List.copyOf(answers);
    }

    static Part of(String name, List<Answer> answers) {
      int covered = 0;
      int right = 0;
      double reciprocals = 0;
      for (Answer answer : answers) {
        if (answer.rank().isPresent()) {
          int rank = answer.rank().getAsInt();
          covered++;
          right += rank == 1 ? 1 : 0;
          reciprocals += rank == 0 ? 0 : 1.0 / rank;
        }
      }
      int divisor = Math.max(1, covered);
      return new Part(
          name,
          (double) right / divisor,
          reciprocals / divisor,
          new Coverage(covered, answers.size()),
          answers);
    }
  }

  public AnalogyResult {
    sections = List.copyOf(sections);
  }

  /** All sections together, each question counting the same. */
  public Part total() {
    return part("total", _ -> true);
  }

  /** The semantic sections together, if the set has Google's syntactic ones beside them. */
  public Optional<Part> semantic() {
    return hasBothKinds()
        ? Optional.of(part("semantic", section -> !isSyntactic(section)))
        : Optional.empty();
  }

  /** Google's syntactic sections together, if there are others beside them. */
  public Optional<Part> syntactic() {
    return hasBothKinds()
        ? Optional.of(part("syntactic", AnalogyResult::isSyntactic))
        : Optional.empty();
  }

  private boolean hasBothKinds() {
    return sections.stream().map(AnalogyResult::isSyntactic).distinct().count() == 2;
  }

  private static boolean isSyntactic(Part section) {
    return section.name().startsWith(SYNTACTIC);
  }

  private Part part(String title, Predicate<Part> wanted) {
    return Part.of(
        title,
        sections.stream().filter(wanted).flatMap(section -> section.answers().stream()).toList());
  }
}
