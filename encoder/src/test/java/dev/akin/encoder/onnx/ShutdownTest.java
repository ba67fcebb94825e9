package dev.akin.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process told to end while it encodes ends; it does not crash. */
@Tag("slow")
class ShutdownTest {
  /** How the platform reports a process ended by SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  /** Encodes until it is ended. */
  static final class Busy {
    public static void main(String[] arguments) throws IOException {
      try (Encoder encoder = Models.open("minilm:int8", EncoderOptions.defaults())) {
        System.out.println("ready");
        while (true) {
          encoder
              .encode(Collections.nCopies(64, "text of some length ".repeat(20)), Role.DOCUMENT)
              .close();
        }
      }
    }
  }

  @Test
  void endingAProcessThatEncodesIsNoCrash(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 3; i++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Busy.class.getName())
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(out.readLine()).isEqualTo("ready");
        Thread.sleep(200);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(folder).isEmptyDirectory();
  }
}
