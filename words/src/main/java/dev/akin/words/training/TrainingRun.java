package dev.akin.words.training;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how long a training works.
 *
 * @param folder an existing folder of its own: the text as numbers, and the state that the next run
 *     goes on from; empty again when the training came to its end
 * @param saveEvery how often the state is saved
 * @param mostBytes the most memory that the tables may take
 */
public record TrainingRun(Path folder, Duration saveEvery, long mostBytes) {
  /** Saved every minute: at most a minute is learned again. */
  public static final Duration USUAL_SAVING = Duration.ofMinutes(1);

  /** Refuses no time and no memory. */
  public TrainingRun {
    if (saveEvery.isNegative() || saveEvery.isZero() || mostBytes < 1) {
      throw new IllegalArgumentException(
          "a training is saved every %s and may take %d bytes; both are more than nothing"
              .formatted(saveEvery, mostBytes));
    }
  }

  /** In a folder, saved every minute, with as much memory as there is. */
  public static TrainingRun in(Path folder) {
    return new TrainingRun(folder, USUAL_SAVING, Long.MAX_VALUE);
  }
}
