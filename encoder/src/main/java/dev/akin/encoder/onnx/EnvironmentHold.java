package dev.akin.encoder.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A second reference to ONNX Runtime's environment, held until the process ends.
 *
 * <p>ONNX Runtime's Java library frees the environment in a shutdown hook, also while threads still
 * compute: Ctrl-C in the middle of encoding would crash the process. The environment is counted, so
 * one more reference keeps it whole. The C interface's table only ever grows at its end.
 */
final class EnvironmentHold {
  /** {@code CreateEnv}'s place in the table of functions. */
  private static final long CREATE_ENV = 3;

  /** Any version the library supports gives the same first entries. */
  private static final int API_VERSION = 1;

  private static final int LOG_ERRORS = 3;

  private EnvironmentHold() {}

  /** Takes the reference; call once, after the library was loaded. */
  static void take() {
    Optional<MemorySegment> base = SymbolLookup.loaderLookup().find("OrtGetApiBase");
    if (base.isEmpty()) {
      return; // Loaded by another class loader: there the plain behaviour stays.
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment functions = (MemorySegment) call(base.get(), ValueLayout.ADDRESS).invokeExact();
      MemorySegment getApi = pointer(functions, 0);
      MemorySegment api =
          (MemorySegment)
              call(getApi, ValueLayout.ADDRESS, ValueLayout.JAVA_INT).invokeExact(API_VERSION);
      MethodHandle createEnv =
          call(
              pointer(api, CREATE_ENV),
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS);
      MemorySegment status =
          (MemorySegment)
              createEnv.invokeExact(
                  LOG_ERRORS, arena.allocateFrom("akin"), arena.allocate(ValueLayout.ADDRESS));
      if (status.address() != 0) {
        throw new IllegalStateException("ONNX Runtime refused a reference to its environment");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("restricted") // the table is ONNX Runtime's own and longer than index
  private static MemorySegment pointer(MemorySegment table, long index) {
    return table
        .reinterpret((index + 1) * ValueLayout.ADDRESS.byteSize())
        .getAtIndex(ValueLayout.ADDRESS, index);
  }

  @SuppressWarnings("restricted") // the signatures are those of the C interface
  private static MethodHandle call(
      MemorySegment function, ValueLayout result, ValueLayout... arguments) {
    return Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(result, arguments));
  }
}
