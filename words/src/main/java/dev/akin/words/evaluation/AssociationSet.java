package dev.akin.words.evaluation;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.vector.Similarity;
import dev.akin.words.WordLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words of a word embedding association test (Caliskan, Bryson and Narayanan 2017): do the targets
 * X lean more to the attributes A, and the targets Y to B, than chance explains?
 *
 * @param name what the set is called
 */
public record AssociationSet(String name, Group x, Group y, Group a, Group b) {
  /** Words of one kind. */
  public record Group(String category, List<String> words) {
    public Group {
      words = List.copyOf(words);
    }

    private List<float[]> vectors(WordLookup lookup) {
      return words.stream().map(lookup::findVector).flatMap(Optional::stream).toList();
    }
  }

  /**
   * Cosines of the words that have vectors.
   *
   * @param xa [targets X × attributes A]
   * @param xb [targets X × attributes B]
   * @param ya [targets Y × attributes A]
   * @param yb [targets Y × attributes B]
   * @param targets how many of both kinds have a vector
   * @param attributes how many of both kinds have a vector
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over to a test, and compared nowhere
  public record Cosines(
      double[][] xa,
      double[][] xb,
      double[][] ya,
      double[][] yb,
      Coverage targets,
      Coverage attributes) {}

  /**
   * Reads the layout of the SEAT authors' files: one JSON object of {@code targ1}, {@code targ2},
   * {@code attr1} and {@code attr2}, each with a {@code category} and {@code examples}.
   *
   * @throws FormatException if it is no such object
   */
  public static AssociationSet read(Path file) throws IOException {
    String where = file.toString();
    if (!(Json.parse(SetLines.text(file), where) instanceof Json.Members members)) {
      throw new FormatException(where, "no object of targ1, targ2, attr1 and attr2");
    }
    return new AssociationSet(
        SetLines.nameOf(file),
        group(members, "targ1", where),
        group(members, "targ2", where),
        group(members, "attr1", where),
        group(members, "attr2", where));
  }

  private static Group group(Json.Members members, String name, String where) {
    Optional<Json> found = members.find(name);
    if (found.isPresent()
        && found.get() instanceof Json.Members group
        && group.find("examples").orElse(new Json.Null()) instanceof Json.Array(List<Json> items)
        && !items.isEmpty()) {
      List<String> words = new ArrayList<>();
      for (Json item : items) {
        if (!(item instanceof Json.Text(String word))) {
          throw new FormatException(
              where, "%s: an example is a word, got %s".formatted(name, item.toLine()));
        }
        words.add(word);
      }
      return new Group(group.findText("category").orElse(name), words);
    }
    throw new FormatException(
        where, "'%s' is an object with a category and a list of examples".formatted(name));
  }

  /**
   * The cosines of all targets with all attributes, among words that have vectors.
   *
   * @param lookup how words are found
   */
  public Cosines cosines(WordLookup lookup) {
    List<float[]> xs = x.vectors(lookup);
    List<float[]> ys = y.vectors(lookup);
    List<float[]> as = a.vectors(lookup);
    List<float[]> bs = b.vectors(lookup);
    return new Cosines(
        cosines(xs, as),
        cosines(xs, bs),
        cosines(ys, as),
        cosines(ys, bs),
        new Coverage(xs.size() + ys.size(), x.words.size() + y.words.size()),
        new Coverage(as.size() + bs.size(), a.words.size() + b.words.size()));
  }

  private static double[][] cosines(List<float[]> targets, List<float[]> attributes) {
    return targets.stream()
        .map(target ->
            attributes.stream()
                .mapToDouble(attribute -> Similarity.COSINE.between(target, attribute))
                .toArray())
        .toArray(double[][]::new);
  }
}
