package dev.akin.words.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how long a training works.
 *
 * @param folder an existing folder of its own: the text as numbers, and the state that the next run
 *     goes on from; {@link #clear} empties it once what was learned is written
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

  /**
   * Removes what the training left in its folder: for when what was learned is safe elsewhere,
   * since a run that dies before can go on from it.
   */
  public void clear() throws IOException {
    Files.deleteIfExists(folder.resolve(LookupTrainer.STATE));
    Files.deleteIfExists(folder.resolve(LookupTrainer.TOKENS));
  }

  /** In a folder, saved every minute, with as much memory as there is. */
  public static TrainingRun in(Path folder) {
    return new TrainingRun(folder, USUAL_SAVING, Long.MAX_VALUE);
  }
}
