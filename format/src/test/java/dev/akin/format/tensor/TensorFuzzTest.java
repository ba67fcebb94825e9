package dev.akin.format.tensor;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes are tensors or refused, with no more memory taken than the file has; JAZZER_FUZZ=1. */
class TensorFuzzTest {
  @TempDir Path folder;

  @FuzzTest
  void anyBytesAreAnArrayOrRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.npy"), bytes);
    try (Matrix rows = Npy.map(file)) {
      if (rows.rows() > 0) {
        rows.copyRow(rows.rows() - 1);
      }
    } catch (FormatException refused) {
      // As it should be.
    }
  }

  @FuzzTest
  void anyBytesAreTensorsOrRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.safetensors"), bytes);
    try (Safetensors tensors = Safetensors.open(file)) {
      for (String name : tensors.names()) {
        Tensor tensor = tensors.require(name);
        if (tensor.bytes().byteSize() > bytes.length) {
          throw new AssertionError(name + " has more bytes than its file");
        }
      }
    } catch (FormatException refused) {
      // As it should be.
    }
  }
}
