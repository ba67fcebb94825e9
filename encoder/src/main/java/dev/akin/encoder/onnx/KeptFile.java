package dev.akin.encoder.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file unpacked into a cache folder: there whole or not at all. What is not whole is removed when
 * the process ends, and behind one that was killed by the next that unpacks.
 */
public final class KeptFile {
  private static final String PREFIX = "unpack-";
  private static final String SUFFIX = ".part";

  /** A file that grows, with the number of the process that writes it. */
  private static final Pattern GROWING = Pattern.compile("unpack-([0-9]{1,18})-.*\\.part");

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
      removeLeftOver(folder);
      String own = PREFIX + ProcessHandle.current().pid() + "-";
      Path partial = Files.createTempFile(folder, own, SUFFIX);
      // Ctrl-C runs no finally, but this.
      partial.toFile().deleteOnExit();
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

  /** Removes what processes that are no more have left half unpacked. */
  private static void removeLeftOver(Path folder) throws IOException {
    try (DirectoryStream<Path> growing = Files.newDirectoryStream(folder, "unpack*" + SUFFIX)) {
      for (Path file : growing) {
        Matcher name = GROWING.matcher(String.valueOf(file.getFileName()));
        boolean isGrowing =
            name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isPresent();
        if (!isGrowing) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
