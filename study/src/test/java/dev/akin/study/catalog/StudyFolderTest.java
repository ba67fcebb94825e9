package dev.akin.study.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Projection;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyResult;
import dev.akin.text.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {
  private static final Study STUDY = StudyCatalog.all().getFirst();

  @TempDir Path folder;

  private static StudyResult result(List<Projection> projections) {
    var measure = new Measure("a figure", 0.5, 0.4, 0.6, 0);
    Outcome outcome =
        new Outcome(measure, measure, List.of(), List.of()).withProjections(projections);
    return new StudyResult(STUDY.name(), "here", "2026-01-01", 1, 42, outcome);
  }

  /** Three rows on a line in space: all they differ in is one axis. */
  private static Projection line() {
    try (Matrix rows =
        Matrix.of(new float[] {0, 0, 1}, new float[] {3, 4, 1}, new float[] {6, 8, 1})) {
      return Projection.of("a line", List.of("a", "b", "a"), rows);
    }
  }

  @Test
  void rowsAreSeenFromWhereTheyDifferMost() {
    List<Projection.Point> points = line().points();
    assertThat(Math.abs(points.get(0).x() - points.get(2).x())).isEqualTo(10);
    assertThat(Math.abs(points.get(0).y() - points.get(2).y())).isZero();
    assertThat(points).extracting(Projection.Point::label).containsExactly("a", "b", "a");
  }

  @Test
  void aResultIsReadAsItWasWrittenAndItsProjectionIsDrawnBesideIt() throws IOException {
    StudyResult result = result(List.of(line()));
    var into = new StudyFolder(folder);
    into.write(STUDY, result);
    assertThat(into.find(STUDY)).contains(result);
    String name = STUDY.name() + "-1.svg";
    assertThat(folder.resolve(STUDY.name() + ".md"))
        .content()
        .contains("![a line](results/" + name + ")");
    assertThat(folder.resolve("results").resolve(name))
        .content()
        .contains("aria-label=\"a line\"")
        .contains(">a</text>", ">b</text>")
        .containsPattern("(?s)(<circle.*){5}");
  }

  @Test
  void aResultWithoutProjectionsHasNone() throws IOException {
    StudyResult result = result(List.of());
    new StudyFolder(folder).write(STUDY, result);
    assertThat(new StudyFolder(folder).find(STUDY)).contains(result);
    assertThat(folder.resolve(STUDY.name() + ".md")).content().doesNotContain("![");
  }

  @Test
  void aPointThatIsNoPointIsRefused() throws IOException {
    StudyResult result = result(List.of(line()));
    new StudyFolder(folder).write(STUDY, result);
    Path file = folder.resolve("results").resolve(STUDY.name() + ".json");
    Files.writeString(file, Files.readString(file).replaceFirst("\\[\"a\",", "["));
    assertThatThrownBy(() -> new StudyFolder(folder).find(STUDY))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("a point is a label and two numbers, not 2");
  }
}
