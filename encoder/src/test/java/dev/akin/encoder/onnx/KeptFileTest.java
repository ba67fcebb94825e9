package dev.akin.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {
  /** More than any system gives a process. */
  private static final long NO_PROCESS = 99_999_999_999L;

  @TempDir Path folder;

  /** Unpacks half a file and then waits to be ended. */
  static final class Endless {
    public static void main(String[] arguments) throws IOException {
      KeptFile.write(
          Path.of(arguments[0]),
          out -> {
            out.write(new byte[1 << 20]);
            System.out.println("half");
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          });
    }
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void aProcessThatIsEndedWhileItUnpacksLeavesNothing() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                folder.resolve("model.onnx").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("half");
      assertThat(names()).singleElement().asString().endsWith(".part");
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatKilledProcessesLeftIsRemovedAndWhatOthersWriteIsNot() throws IOException {
    String other = "unpack-%d-1.part".formatted(ProcessHandle.current().pid());
    for (String name :
        List.of("unpack-%d-1.part".formatted(NO_PROCESS), "unpack17.part", other, "kept.onnx")) {
      Files.writeString(folder.resolve(name), "x");
    }
    KeptFile.write(folder.resolve("model.onnx"), out -> out.write('m'));
    assertThat(names()).containsExactlyInAnyOrder(other, "kept.onnx", "model.onnx");
    assertThat(folder.resolve("model.onnx")).hasContent("m");
  }

  @Test
  void whatFailsLeavesNothingAndSaysWhichFolder() {
    assertThatThrownBy(() ->
            KeptFile.write(
                folder.resolve("model.onnx"),
                _ -> {
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(KeptFile.FolderException.class)
        .hasMessage(
            "the cache folder %s cannot be used (No space left on device), so models are unpacked"
                    .formatted(folder)
                + " again at each start");
    assertThat(folder).isEmptyDirectory();
  }
}
