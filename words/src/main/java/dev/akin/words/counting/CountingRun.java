package dev.akin.words.counting;

import java.nio.file.Path;

/**
 * Where a job keeps files while it runs, and who hears of it.
 *
 * @param folder there; files in it are deleted at the end
 */
public record CountingRun(Path folder, Listener listener) {
  /** Told how far it is. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called after each pass by the thread that learns; an exception ends the job.
     *
     * @param done passes done
     * @param of how many
     * @param loss mean loss of a cell in the last one; NaN where there is none
     */
    void at(int done, int of, double loss);
  }

  /** Nobody is told. */
  public static CountingRun in(Path folder) {
    return new CountingRun(folder, (done, of, loss) -> {});
  }
}
