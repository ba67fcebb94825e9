package dev.akin.encoder.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * ONNX Runtime's native code. By itself it unpacks 28 MB to the folder for temporary files at every
 * start; kept in a cache folder, a start is faster by that.
 */
public final class NativeLibrary {
  /** ONNX Runtime's own setting: the folder it loads its libraries from. */
  private static final String FOLDER_PROPERTY = "onnxruntime.native.path";

  private static final String[] LIBRARIES = {"onnxruntime", "onnxruntime4j_jni"};

  /**
   * ONNX Runtime 1.29 matches the process's command line with a regular expression that recurses
   * over its characters: with a class path of 7,000 a usual stack overflows and the process dies
   * without a word.
   */
  private static final long STACK_BYTES = 64L << 20;

  private NativeLibrary() {}

  /** Loads it now, unless it is. Always true. */
  public static boolean load() {
    environment();
    return true;
  }

  /** The process's environment, which no shutdown hook frees under a running computation. */
  static OrtEnvironment environment() {
    return Holder.ENVIRONMENT;
  }

  private static final class Holder {
    static final OrtEnvironment ENVIRONMENT = createOnLargeStack();
  }

  private static OrtEnvironment createOnLargeStack() {
    var task = new FutureTask<>(NativeLibrary::create);
    Thread thread = new Thread(null, task, "onnxruntime-environment", STACK_BYTES);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ONNX Runtime was loaded", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime could not be loaded: " + e.getCause(), e);
    }
  }

  private static OrtEnvironment create() throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "akin");
    // ONNX Runtime may report its use to its makers, and nobody who runs Akin agreed to that.
    environment.setTelemetry(false);
    EnvironmentHold.take();
    return environment;
  }

  /**
   * Keeps the libraries in a sub-folder of {@code cacheFolder}, unpacked there if need be, and has
   * them loaded from it. Without effect once they are loaded, or where the user set ONNX Runtime's
   * own property, or on a platform its jar has no library for.
   *
   * @throws KeptFile.FolderException if they cannot be kept there; they will then be loaded from
   *     elsewhere
   */
  public static synchronized void keepIn(Path cacheFolder) throws KeptFile.FolderException {
    if (System.getProperty(FOLDER_PROPERTY) != null) {
      return;
    }
    String platform = platform();
    Path folder = cacheFolder.resolve("onnxruntime-" + version() + "-" + platform);
    for (String library : LIBRARIES) {
      String name = System.mapLibraryName(library);
      if (!unpack("/ai/onnxruntime/native/" + platform + "/" + name, folder.resolve(name))) {
        return;
      }
    }
    System.setProperty(FOLDER_PROPERTY, folder.toString());
  }

  private static boolean unpack(String resource, Path file) throws KeptFile.FolderException {
    if (Files.exists(file)) {
      return true;
    }
    URL library = OrtEnvironment.class.getResource(resource);
    if (library == null) {
      return false;
    }
    KeptFile.write(
        file,
        out -> {
          try (InputStream in = library.openStream()) {
            in.transferTo(out);
          }
        });
    return true;
  }

  /** The jar's name for this platform: linux-x64, osx-aarch64. */
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean isX64 = machine.equals("amd64") || machine.equals("x86_64");
    return os + "-" + (isX64 ? "x64" : machine);
  }

  private static String version() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
