package dev.akin.words.training;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Takes stretches of the text, one after another, and learns them: one thread's work. */
final class Worker {
  /** Words that a window may reach over without a line's end, as in word2vec.c. */
  private static final int LONGEST_SENTENCE = 1000;

  private static final double LEAST_RATE_SHARE = 1e-4;

  private final Job job;
  private final Step step;
  private final int[] cells;
  private final int[] sentence = new int[LONGEST_SENTENCE];

  /**
   * What the workers share.
   *
   * @param stretches of an epoch
   * @param stretch cells of one
   * @param words of an epoch
   * @param resumed stretches learned before
   * @param next the stretch to be taken next, of all epochs
   */
  record Job(
      TokenFile tokens,
      TrainingOptions options,
      SubSampling sampling,
      Composition composition,
      LossMeter meter,
      int stretches,
      int stretch,
      long words,
      long resumed,
      AtomicLong next,
      AtomicBoolean stops) {
    long total() {
      return (long) stretches * options.epochs();
    }

    Progress progress() {
      double done = Math.min(total(), next.get());
      long all = words * options.epochs();
      long before = (long) ((double) resumed / total() * all);
      return new Progress((long) (done / total() * all), before, all, meter.drain(), rate(done));
    }

    /** The learning rate when some part of the work is done. */
    double rate(double stretchesDone) {
      double left = 1 - stretchesDone / total();
      return options.rate() * Math.max(LEAST_RATE_SHARE, left);
    }
  }

  Worker(Job job, Step step) {
    this.job = job;
    this.step = step;
    this.cells = new int[job.stretch];
  }

  /** Learns until all is done or it is told to stop. */
  void run() throws IOException {
    try (TokenFile.Reader reader = job.tokens.reader()) {
      while (!job.stops.get()) {
        long taken = job.next.getAndUpdate(next -> Math.min(next + 1, job.total()));
        if (taken == job.total()) {
          return;
        }
        learn(reader, taken);
        step.tile.drainLoss(job.meter);
      }
    }
  }

  private void learn(TokenFile.Reader reader, long taken) throws IOException {
    step.draws = Draws.of(job.options.seed(), taken + 1);
    long place = taken % job.stretches;
    int count = reader.read(place * job.stretch, cells);
    int length = 0;
    step.line = count == 0 ? 0 : job.tokens.line(place * job.stretch);
    for (int i = 0; i < count; i++) {
      int cell = cells[i];
      if (cell == TokenFile.LINE_END || length == LONGEST_SENTENCE) {
        learnSentence(length, taken + (double) i / job.stretch);
        length = 0;
      }
      if (cell == TokenFile.LINE_END) {
        step.line++;
      }
      if (cell != TokenFile.LINE_END && job.sampling.keeps(cell, step.draws)) {
        sentence[length++] = cell;
      }
    }
    learnSentence(length, taken + (double) count / job.stretch);
  }

  /** Learns the words that were gathered, at the rate of what is done then. */
  private void learnSentence(int length, double stretchesDone) {
    if (length == 0) {
      return;
    }
    step.rate = (float) job.rate(stretchesDone);
    step.done = (float) (stretchesDone / job.total());
    job.composition.learn(sentence, length, step);
  }
}
