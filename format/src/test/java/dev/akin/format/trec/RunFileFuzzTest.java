package dev.akin.format.trec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes are a run or judgments, or refused; run the search itself with JAZZER_FUZZ=1. What is
 * read is finite and ranks, and what is written of it is read back.
 */
class RunFileFuzzTest {
  @TempDir Path folder;

  @FuzzTest
  void anyBytesAreARunOrRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("run"), bytes);
    RunFile run;
    try {
      run = RunFile.read(file);
    } catch (FormatException refused) {
      return;
    }
    for (Map<String, Double> scores : run.scores().values()) {
      for (double score : scores.values()) {
        if (!Double.isFinite(score)) {
          throw new AssertionError("a score of " + score);
        }
      }
    }
  }

  @FuzzTest
  void anyBytesAreARunByRankOrRefused(byte[] bytes) throws IOException {
    try {
      RunFile.readByRank(Files.write(folder.resolve("run"), bytes));
    } catch (FormatException refused) {
      // As it should be.
    }
  }

  @FuzzTest
  void anyBytesAreJudgmentsOrRefused(byte[] bytes) throws IOException {
    Map<String, Map<String, Integer>> grades;
    try {
      grades = QrelsFile.read(Files.write(folder.resolve("qrels"), bytes));
    } catch (FormatException refused) {
      return;
    }
    Path again = folder.resolve("again");
    try {
      QrelsFile.writeTrec(again, grades);
    } catch (IllegalArgumentException blanks) {
      return;
    }
    if (!grades.isEmpty() && !QrelsFile.read(again).equals(grades)) {
      throw new AssertionError("%s came back as %s".formatted(grades, QrelsFile.read(again)));
    }
  }
}
