package dev.akin.encoder.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A file unpacked into a cache folder: there whole or not at all. */
public final class KeptFile {
  private KeptFile() {}

  /** Writes what the file is to hold. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** The folder cannot be used, so what should be kept there is unpacked again at each start. */
  public static final class FolderException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderException(Path folder, IOException cause) {
      super(
          "the cache folder %s cannot be used (%s), so models are unpacked again at each start"
              .formatted(folder, reason(cause)),
          cause);
    }

    private static String reason(IOException e) {
      return switch (e) {
        case AccessDeniedException _ -> "permission denied";
        case FileAlreadyExistsException _ -> "a file is in its place";
        case FileSystemException f ->
            Objects.requireNonNullElse(f.getReason(), f.getClass().getSimpleName());
        default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
      };
    }
  }

  /**
   * Writes a file, in a folder that is made if need be, and gives it its name when it is whole.
   *
   * @throws FolderException if that fails
   */
  public static void write(Path file, Content content) throws FolderException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try {
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, "unpack", ".part");
      try {
        try (OutputStream out =
            new BufferedOutputStream(
                Files.newOutputStream(partial, StandardOpenOption.WRITE), 1 << 16)) {
          content.to(out);
        }
        Files.move(
            partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new FolderException(folder, e);
    }
  }
}
