package dev.akin.vector;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Asks Linux for pages of 2 MB where a piece of memory is large: tables whose rows are read in no
 * order wait for the translation of addresses as long as for the cells, with pages of 4 kB.
 *
 * <p>A wish and no more: where the system, the JVM's flags or a lack of memory refuse it, pages
 * stay small and nothing else changes.
 */
final class LargePages {
  /** Below it there is little to gain. */
  static final long LEAST = 16L << 20;

  private static final long PAGE = 2L << 20;

  /** As in Linux's {@code mman.h}. */
  private static final int DROP = 4;

  private static final int USE_LARGE_PAGES = 14;

  private static final Optional<MethodHandle> ADVISE = find();

  private LargePages() {}

  // Restricted as a wrong signature would crash the JVM: this is that of madvise(2).
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find() {
    boolean isLinux = System.getProperty("os.name", "").equals("Linux");
    // Without the flag the JVM would warn the user of a call that no result depends on.
    if (!isLinux || !LargePages.class.getModule().isNativeAccessEnabled()) {
      return Optional.empty();
    }
    var linker = Linker.nativeLinker();
    var signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
    return linker
        .defaultLookup()
        .find("madvise")
        .map(address -> linker.downcallHandle(address, signature));
  }

  /** Asks for large pages for memory that was just allocated, so all of it is zero. */
  static void useFor(MemorySegment zeros) {
    long first = Math.ceilDiv(zeros.address(), PAGE) * PAGE;
    long last = (zeros.address() + zeros.byteSize()) / PAGE * PAGE;
    if (zeros.byteSize() < LEAST || ADVISE.isEmpty()) {
      return;
    }
    MemorySegment whole = zeros.asSlice(first - zeros.address(), last - first);
    try {
      int refused = (int) ADVISE.get().invokeExact(whole, whole.byteSize(), USE_LARGE_PAGES);
      if (refused == 0) {
        // The zeros lie in small pages already. Dropped, they are zeros again when next touched.
        int kept = (int) ADVISE.get().invokeExact(whole, whole.byteSize(), DROP);
        assert kept == 0 : "memory that malloc gave can be dropped";
      }
    } catch (Throwable e) {
      throw new AssertionError("madvise has this signature", e);
    }
  }
}
