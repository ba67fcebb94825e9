package dev.akin.vector;

/**
 * Which kernels this process computes with, chosen once.
 *
 * <p>The vector kernels need the module {@code jdk.incubator.vector} in the boot layer ({@code java
 * --add-modules jdk.incubator.vector}), HotSpot's optimising compiler, and lanes that multiply and
 * add in one step (AVX2 or better on x86-64; any AArch64). Without one of these the scalar kernels
 * do the same work, several times slower.
 *
 * @param name {@code scalar}, or {@code vector} with the width: {@code vector, 512 bits}
 * @param reason why these, in a few words
 */
public record KernelChoice(String name, String reason) {
  /** What was chosen for this process. */
  public static KernelChoice current() {
    return Kernels.CHOSEN.choice();
  }
}
