package dev.akin.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to change what is kept of a source, which one command has at a time: until it is closed
 * or its process ends, however it does.
 */
final class SourceLock implements AutoCloseable {
  private static final String NAME = "source.lock";
  private static final long PAUSE_MILLIS = 100;

  private final FileChannel channel;

  private SourceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until nobody else has the right, and says once that it waits.
   *
   * @param folder where the source's index is kept; made if there is none
   * @throws CommandException if the user does not want to wait any longer
   */
  static SourceLock take(Path folder, Invocation invocation) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (boolean isSaid = false; !isTaken(channel); isSaid = true) {
        if (!isSaid) {
          invocation
              .console()
              .note("akin: another process is indexing this source; waiting for it");
        }
        pause(invocation);
      }
      return new SourceLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException anotherThreadHasIt) {
      return false;
    }
  }

  private static void pause(Invocation invocation) {
    boolean isStopped = invocation.interruption().isRequested();
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isStopped = true;
    }
    if (isStopped) {
      throw CommandException.interrupted("stopped while another process was indexing this source");
    }
  }

  /** Whether a file is the one that locks are taken on: it stays when the rest is removed. */
  static boolean isLock(Path file) {
    return file.endsWith(NAME);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
