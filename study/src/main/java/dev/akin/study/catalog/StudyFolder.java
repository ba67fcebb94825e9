package dev.akin.study.catalog;

import dev.akin.study.claim.Projection;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyPage;
import dev.akin.study.claim.StudyResult;
import dev.akin.study.page.ProjectionDrawing;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A folder of results and the pages written from them: {@code results/NAME.json}, {@code NAME.md}
 * and {@code README.md}, the table of all.
 */
public record StudyFolder(Path folder) {
  private static final String HEAD =
      """
      # Studies

      Each study takes a published claim, tries it again on public data in minutes on two cores, holds it
      against a control, and gives a verdict that follows from the measured 95 % interval: *holds*, *does
      not hold* or *undecided*. `akin study run NAME` repeats one; this table and the pages are written by
      the runs.

      | study | claim of | verdict | measured | run |
      |---|---|---|---|---|
      """;

  /**
   * The last result of a study, if it was run.
   *
   * @throws FormatException if its file is damaged, or of another study (names both)
   */
  public Optional<StudyResult> find(Study study) throws IOException {
    Path file = result(study);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    StudyResult found = StudyResult.parse(Files.readString(file), file.toString());
    if (!found.study().equals(study.name())) {
      throw new FormatException(
          file.toString(),
          "this is a result of the study '%s', not of '%s'".formatted(found.study(), study.name()));
    }
    return Optional.of(found);
  }

  private Path result(Study study) {
    return folder.resolve("results").resolve(study.name() + ".json");
  }

  /** Writes a result, its page, and the table of all results in the folder. */
  public void write(Study study, StudyResult result) throws IOException {
    Files.createDirectories(result(study).getParent());
    replace(result(study), result.toJson().toLine() + "\n");
    List<Projection> projections = result.outcome().projections();
    for (int p = 0; p < projections.size(); p++) {
      replace(
          result(study).resolveSibling(StudyPage.projectionFile(study, p)),
          ProjectionDrawing.svg(projections.get(p)));
    }
    replace(folder.resolve(study.name() + ".md"), StudyPage.of(study, result));
    replace(folder.resolve("README.md"), table());
  }

  /** The table of all results in the folder, as {@code README.md} has it. */
  public String table() throws IOException {
    StringBuilder table = new StringBuilder(HEAD);
    for (Study study : StudyCatalog.all()) {
      Optional<StudyResult> found = find(study);
      found.ifPresent(result -> table.append(StudyPage.tableRow(study, result)).append('\n'));
    }
    return table.toString();
  }

  private static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
