package dev.akin.format.words;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes are word vectors or refused, and cells are finite; search with JAZZER_FUZZ=1. */
class WordFileFuzzTest {
  @TempDir Path folder;

  @FuzzTest
  void anyBytesAreWordVectorsOrRefused(byte[] bytes) throws IOException {
    try (WordFile words = WordFile.open(Files.write(folder.resolve("words"), bytes))) {
      for (int i = 0; i < words.words().size(); i++) {
        for (float cell : words.copyVector(i)) {
          if (!Float.isFinite(cell)) {
            throw new AssertionError("a cell of " + cell);
          }
        }
      }
    } catch (FormatException refused) {
      // As it should be.
    }
  }
}
