package dev.akin.vector;

import java.util.Optional;

/** The kernels of this process: the only place that chooses between scalar and vector code. */
record Kernels(
    FloatKernels floats,
    ByteKernels bytes,
    BitKernels bits,
    BlockKernels blocks,
    KernelChoice choice) {
  static final Kernels CHOSEN = choose();

  /** Constants of their own, so that the compiler sees one receiver at every call. */
  static final FloatKernels FLOATS = CHOSEN.floats;

  static final ByteKernels BYTES = CHOSEN.bytes;
  static final BitKernels BITS = CHOSEN.bits;
  static final BlockKernels BLOCKS = CHOSEN.blocks;

  private static final String MODULE = "jdk.incubator.vector";

  static Kernels scalar(String reason) {
    return new Kernels(
        new ScalarFloatKernels(),
        new ScalarByteKernels(),
        new ScalarBitKernels(),
        new ScalarBlockKernels(),
        new KernelChoice("scalar", reason));
  }

  private static Kernels choose() {
    Optional<String> obstacle =
        obstacle(
            ModuleLayer.boot().findModule(MODULE).isPresent(),
            System.getProperty("java.vm.name", ""),
            System.getProperty("java.vm.info", ""));
    return obstacle.map(Kernels::scalar).orElseGet(VectorKernels::load);
  }

  /** What speaks against the vector kernels before any class of theirs is touched. */
  static Optional<String> obstacle(boolean modulePresent, String vmName, String vmInfo) {
    if (!modulePresent) {
      return Optional.of("module " + MODULE + " is not loaded; start with --add-modules " + MODULE);
    }
    if (!vmName.contains("HotSpot") && !vmName.contains("OpenJDK")) {
      return Optional.of("the virtual machine is " + vmName + ", not HotSpot");
    }
    if (vmInfo.contains("interpreted mode") || vmInfo.contains("emulated-client")) {
      return Optional.of("the optimising compiler is off (" + vmInfo + ")");
    }
    return Optional.empty();
  }
}
