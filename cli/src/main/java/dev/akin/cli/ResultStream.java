package dev.akin.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Optional;
import java.util.function.Supplier;

/** Results on their way out; remembers why writing failed, which a PrintStream keeps to itself. */
final class ResultStream extends FilterOutputStream {
  private final Supplier<String> brokenPipe;
  private Optional<IOException> failure = Optional.empty();

  /**
   * Results to a stream.
   *
   * @param brokenPipe what the system says where the reader of a pipe is gone; asked for only when
   *     writing has failed
   */
  ResultStream(OutputStream out, Supplier<String> brokenPipe) {
    super(out);
    this.brokenPipe = brokenPipe;
  }

  /**
   * What the system says, in the user's language, where the reader of a pipe is gone. No number of
   * the error reaches Java, so a pipe is broken to hear it.
   */
  static String brokenPipe() {
    try {
      Pipe pipe = Pipe.open();
      try (var sink = pipe.sink()) {
        pipe.source().close();
        sink.write(ByteBuffer.wrap(new byte[1]));
      }
      return "";
    } catch (IOException e) {
      return Failures.message(e);
    }
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
    return failure.map(Failures::message).filter(why -> !why.equals(brokenPipe.get()));
  }
}
