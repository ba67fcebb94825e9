package dev.akin.encoder;

import dev.akin.encoder.onnx.KeptFile;
import dev.akin.encoder.onnx.NativeLibrary;
import dev.akin.encoder.onnx.OnnxModel;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the graph and weights of a model are, and how they are loaded with their digest. */
sealed interface WeightFile {
  /**
   * A loaded graph.
   *
   * @param digest SHA-256 of the bytes it was loaded from
   */
  record Loaded(OnnxModel model, String digest) {}

  /**
   * Loads the graph and computes the digest of its bytes at the same time, on two threads.
   *
   * @throws KeptFile.FolderException if the cache folder cannot be used; without it the graph can
   *     be loaded
   * @throws FormatException if the file is damaged or not a text encoder
   */
  Loaded load(Optional<Path> cacheFolder, int padId) throws IOException;

  /**
   * A file of the user's.
   *
   * @param external files beside it that hold its tensors, for models beyond 2 GB
   */
  record OnDisk(Path onnx, List<Path> external) implements WeightFile {
    public OnDisk {
      external = List.copyOf(external);
    }

    @Override
    public Loaded load(Optional<Path> cacheFolder, int padId) throws IOException {
      Background<String> digest = Background.start(this::digest);
      OnnxModel model = OnnxModel.open(onnx, padId);
      try {
        return new Loaded(model, digest.await());
      } catch (IOException | RuntimeException e) {
        model.close();
        throw e;
      }
    }

    private String digest() throws IOException {
      StringBuilder digests = new StringBuilder(Sha256.hex(onnx));
      for (Path file : external) {
        digests.append(' ').append(Sha256.hex(file));
      }
      return digests.toString();
    }
  }

  /**
   * A file that comes on the class path, deflated in its jar. With a cache folder it is unpacked
   * there once, which makes each later start half a second faster.
   *
   * @param bytes its length when unpacked
   * @param sha256 what its digest must be
   */
  record OnClassPath(String resource, long bytes, String sha256) implements WeightFile {
    @Override
    public Loaded load(Optional<Path> cacheFolder, int padId) throws IOException {
      if (cacheFolder.isEmpty()) {
        return loadThroughMemory(padId);
      }
      Path file = cacheFolder.get().resolve(sha256.substring(0, 16) + "-" + resource);
      Optional<Loaded> kept = loadKept(file, padId);
      if (kept.isPresent()) {
        return kept.get();
      }
      unpack(file);
      return checked(new OnDisk(file, List.of()).load(cacheFolder, padId));
    }

    /** The file unpacked earlier, unless it is not there or no longer what it was. */
    private Optional<Loaded> loadKept(Path file, int padId) throws IOException {
      if (!Files.exists(file) || Files.size(file) != bytes) {
        return Optional.empty();
      }
      try {
        Loaded loaded = new OnDisk(file, List.of()).load(Optional.empty(), padId);
        if (loaded.digest().equals(sha256)) {
          return Optional.of(loaded);
        }
        loaded.model().close();
        return Optional.empty();
      } catch (FormatException damaged) {
        return Optional.empty();
      }
    }

    private Loaded checked(Loaded loaded) {
      if (!loaded.digest().equals(sha256)) {
        loaded.model().close();
        throw new FormatException(
            resource,
            "its SHA-256 is %s, expected %s: the jar on the class path is damaged or of another version"
                .formatted(loaded.digest(), sha256));
      }
      return loaded;
    }

    private Loaded loadThroughMemory(int padId) throws IOException {
      Background<Boolean> runtime = Background.start(NativeLibrary::load);
      try (Arena arena = Arena.ofShared()) {
        MemorySegment segment = arena.allocate(bytes);
        inflate(segment);
        runtime.await();
        Background<String> digest = Background.start(() -> Sha256.hex(segment.asByteBuffer()));
        OnnxModel model;
        try {
          model = OnnxModel.open(segment.asByteBuffer(), resource, padId);
        } finally {
          digest.await();
        }
        return checked(new Loaded(model, digest.await()));
      }
    }

    private void inflate(MemorySegment target) throws IOException {
      try (InputStream in = open()) {
        byte[] chunk = new byte[1 << 16];
        long at = 0;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
          if (at + n > bytes) {
            throw wrongLength("more than " + bytes);
          }
          MemorySegment.copy(chunk, 0, target, ValueLayout.JAVA_BYTE, at, n);
          at += n;
        }
        if (at != bytes) {
          throw wrongLength(Long.toString(at));
        }
      }
    }

    private FormatException wrongLength(String found) {
      return new FormatException(
          resource,
          "it has %s bytes, expected %d: the jar on the class path is damaged or of another version"
              .formatted(found, bytes));
    }

    private void unpack(Path file) throws KeptFile.FolderException {
      KeptFile.write(
          file,
          out -> {
            try (InputStream in = open()) {
              in.transferTo(out);
            }
          });
    }

    private InputStream open() {
      return ClassPath.open(resource);
    }
  }
}
