package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void theTestsRunOnVectorKernels() {
    assertThat(KernelChoice.current().name()).startsWith("vector, ");
    assertThat(KernelChoice.current().reason()).contains("jdk.incubator.vector");
  }

  @Test
  void eachObstacleHasItsReason() {
    String info = "mixed mode, sharing";
    assertThat(Kernels.obstacle(true, "OpenJDK 64-Bit Server VM", info)).isEmpty();
    assertThat(Kernels.obstacle(false, "OpenJDK 64-Bit Server VM", info).orElseThrow())
        .contains("--add-modules jdk.incubator.vector");
    assertThat(Kernels.obstacle(true, "Eclipse OpenJ9 VM", info).orElseThrow())
        .isEqualTo("the virtual machine is Eclipse OpenJ9 VM, not HotSpot");
    assertThat(Kernels.obstacle(true, "OpenJDK 64-Bit Server VM", "interpreted mode").orElseThrow())
        .isEqualTo("the optimising compiler is off (interpreted mode)");
    assertThat(VectorKernels.obstacle(128, "aarch64")).isEmpty();
    assertThat(VectorKernels.obstacle(256, "amd64")).isEmpty();
    assertThat(VectorKernels.obstacle(128, "amd64").orElseThrow())
        .isEqualTo("lanes of 128 bits on amd64 are not enough");
    assertThat(VectorKernels.obstacle(512, "riscv64")).isPresent();
  }

  @Test
  void aProcessWithoutTheModuleComputesWithScalarKernels() throws Exception {
    assertThat(probe(List.of()))
        .contains("scalar", "start with --add-modules jdk.incubator.vector", "Match[ordinal=1,");
  }

  @Test
  void anInterpretedProcessComputesWithScalarKernels() throws Exception {
    assertThat(probe(List.of("-Xint", "--add-modules", "jdk.incubator.vector")))
        .contains("scalar", "the optimising compiler is off", "Match[ordinal=1,");
  }

  private static String probe(List<String> flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), KernelProbe.class.getName()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .directory(TestData.projectRoot().toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
