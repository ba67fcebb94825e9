package dev.akin.cli.console;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line that is drawn over and over: what is done, how much, how fast, how long still. Safe for
 * many threads; draws at most ten times a second; leaves an empty line behind when closed.
 */
public final class Progress implements AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int BAR_CELLS = 20;

  private final @Nullable StatusLine out;
  private final String doing;
  private final int columns;
  private final long startNanos = System.nanoTime();
  private long drawnNanos = startNanos - REDRAW_NANOS;

  Progress(@Nullable StatusLine out, String doing, int columns) {
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

  /**
   * Tells how far the work is where not its number but the part that is done is known.
   *
   * @param done how many are done
   * @param free how many of these cost nothing, and say nothing about the pace
   * @param share the part of the work that is done, in [0, 1], if that is known; asked for only
   *     where it is shown
   */
  public synchronized void at(long done, long free, Supplier<OptionalDouble> share) {
    long nowNanos = System.nanoTime();
    if (out != null && nowNanos - drawnNanos >= REDRAW_NANOS) {
      drawnNanos = nowNanos;
      var count = new Count(done, free, grouped(done));
      draw(out, describe(count, share.get(), nowNanos - startNanos));
    }
  }

  /** Tells what is done now, where there is nothing to count. */
  public synchronized void say(String now) {
    if (out != null) {
      draw(out, doing + "  " + now + "…");
    }
  }

  private void draw(StatusLine to, String line) {
    to.draw(DisplayWidth.cut(line, columns - 1));
  }

  /** {@code indexing [====== ] 30 % 1,200 of 4,000 310/s 0:09 left}. */
  String describe(long done, long free, OptionalLong total, long elapsedNanos) {
    if (total.isEmpty() || total.getAsLong() <= 0) {
      return describe(new Count(done, free, grouped(done)), OptionalDouble.empty(), elapsedNanos);
    }
    long all = total.getAsLong();
    var count = new Count(done, free, "%s of %s".formatted(grouped(done), grouped(all)));
    return describe(count, OptionalDouble.of((double) done / all), elapsedNanos);
  }

  /**
   * What is done.
   *
   * @param text the same in words
   */
  private record Count(long done, long free, String text) {}

  /** What is left takes as long, for each that is done, as those did that were not free. */
  private String describe(Count count, OptionalDouble part, long elapsedNanos) {
    double seconds = elapsedNanos / 1e9;
    double rate = seconds > 0 ? (count.done() - count.free()) / seconds : 0;
    String pace = rate == 0 ? "" : "  %s/s".formatted(rate < 10 ? oneDigit(rate) : whole(rate));
    if (part.isEmpty()) {
      return "%s  %s%s".formatted(doing, count.text(), pace);
    }
    double share = Math.clamp(part.getAsDouble(), 0, 1);
    int filled = (int) (share * BAR_CELLS);
    double rest = share > 0 ? count.done() / share - count.done() : 0;
    String left =
        rate == 0 || share == 0 ? "" : "  %s left".formatted(clock(Math.round(rest / rate)));
    return "%s  [%s%s]  %d %%  %s%s%s"
        .formatted(
            doing,
            "=".repeat(filled),
            " ".repeat(BAR_CELLS - filled),
            (int) (share * 100),
            count.text(),
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
    if (out != null) {
      out.wipe();
    }
  }
}
