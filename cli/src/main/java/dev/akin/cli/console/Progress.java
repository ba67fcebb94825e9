package dev.akin.cli.console;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line that is drawn over and over: what is done, how much, how fast, how long still. Safe for
 * many threads; draws at most ten times a second; leaves an empty line behind when closed.
 */
public final class Progress implements AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int BAR_CELLS = 20;

  private final @Nullable PrintStream out;
  private final String doing;
  private final int columns;
  private final long startNanos = System.nanoTime();
  private long drawnNanos = startNanos - REDRAW_NANOS;
  private boolean isDrawn;

  Progress(@Nullable PrintStream out, String doing, int columns) {
    this.out = out;
    this.doing = doing;
    this.columns = columns;
  }

  /**
   * Tells how far the work is.
   *
   * @param done how many are done
   * @param total of how many, if that is known
   */
  public void at(long done, OptionalLong total) {
    at(done, 0, total);
  }

  /**
   * Tells how far the work is.
   *
   * @param done how many are done
   * @param free how many of these cost nothing, and say nothing about the pace
   * @param total of how many, if that is known
   */
  public void at(long done, long free, OptionalLong total) {
    at(done, free, total, "");
  }

  /**
   * Tells how far the work is.
   *
   * @param done how many are done
   * @param free how many of these cost nothing, and say nothing about the pace
   * @param total of how many, if that is known
   * @param more what else there is to say, at the end of the line
   */
  public synchronized void at(long done, long free, OptionalLong total, String more) {
    long nowNanos = System.nanoTime();
    if (out != null && nowNanos - drawnNanos >= REDRAW_NANOS) {
      drawnNanos = nowNanos;
      String line = describe(done, free, total, nowNanos - startNanos);
      draw(out, more.isEmpty() ? line : line + "  " + more);
    }
  }

  /** Tells what is done now, where there is nothing to count. */
  public synchronized void say(String now) {
    if (out != null) {
      draw(out, doing + "  " + now + "…");
    }
  }

  private void draw(PrintStream to, String line) {
    isDrawn = true;
    to.print("\r" + DisplayWidth.cut(line, columns - 1) + "\u001b[K");
    to.flush();
  }

  /** {@code indexing [====== ] 30 % 1,200 of 4,000 310/s 0:09 left}. */
  String describe(long done, long free, OptionalLong total, long elapsedNanos) {
    double seconds = elapsedNanos / 1e9;
    double rate = seconds > 0 ? (done - free) / seconds : 0;
    String pace = rate == 0 ? "" : "  %s/s".formatted(rate < 10 ? oneDigit(rate) : whole(rate));
    if (total.isEmpty() || total.getAsLong() <= 0) {
      return "%s  %s%s".formatted(doing, grouped(done), pace);
    }
    long all = total.getAsLong();
    double share = Math.clamp((double) done / all, 0, 1);
    int filled = (int) (share * BAR_CELLS);
    String left = rate == 0 ? "" : "  %s left".formatted(clock((long) ((all - done) / rate)));
    return "%s  [%s%s]  %d %%  %s of %s%s%s"
        .formatted(
            doing,
            "=".repeat(filled),
            " ".repeat(BAR_CELLS - filled),
            (int) (share * 100),
            grouped(done),
            grouped(all),
            pace,
            left);
  }

  private static String clock(long seconds) {
    long whole = Math.max(0, seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String oneDigit(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (out != null && isDrawn) {
      out.print("\r\u001b[K");
      out.flush();
      isDrawn = false;
    }
  }
}
