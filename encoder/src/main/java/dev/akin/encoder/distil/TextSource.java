package dev.akin.encoder.distil;

import java.io.IOException;
import java.util.stream.Stream;

/** Texts that can be read from their beginning again. */
@FunctionalInterface
public interface TextSource {
  /** A fresh pass in the same order; the caller closes it. */
  Stream<String> open() throws IOException;
}
