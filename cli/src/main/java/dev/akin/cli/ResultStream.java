package dev.akin.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Results on their way out; remembers why writing failed, which a PrintStream keeps to itself. */
final class ResultStream extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  ResultStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }

  /** Why results were lost; empty if none were, and where the reader of a pipe wanted no more. */
  Optional<String> loss() {
    return failure
        .map(Failures::message)
        .filter(why -> !why.toLowerCase(Locale.ROOT).contains("broken pipe"));
  }
}
