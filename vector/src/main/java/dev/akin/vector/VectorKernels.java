package dev.akin.vector;

import java.util.Locale;
import java.util.Optional;
import jdk.incubator.vector.IntVector;

/** Loads the vector kernels; touched only when their module is there. */
final class VectorKernels {
  private VectorKernels() {}

  static Kernels load() {
    VectorKernels.class
        .getModule()
        .addReads(ModuleLayer.boot().findModule("jdk.incubator.vector").orElseThrow());
    int bits = IntVector.SPECIES_PREFERRED.vectorBitSize();
    return obstacle(bits, System.getProperty("os.arch", ""))
        .map(Kernels::scalar)
        .orElseGet(() ->
            new Kernels(
                new VectorFloatKernels(),
                new VectorByteKernels(),
                new VectorBitKernels(),
                new VectorBlockKernels(),
                new KernelChoice(
                    "vector, %d bits".formatted(bits), "module jdk.incubator.vector is loaded")));
  }

  /**
   * Lanes of integers are 256 bits wide exactly from AVX2 on, and processors with AVX2 have fused
   * multiply-add; without it, {@code fma} would fall to arbitrary-precision arithmetic.
   */
  static Optional<String> obstacle(int bits, String architecture) {
    int needed =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> 256;
          case "aarch64" -> 128;
          default -> Integer.MAX_VALUE;
        };
    return bits >= needed
        ? Optional.empty()
        : Optional.of("lanes of %d bits on %s are not enough".formatted(bits, architecture));
  }
}
