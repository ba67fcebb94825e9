package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void eachTaskIsRunOnceByAnyNumberOfThreads() {
    for (int threads : new int[] {1, 2, 5}) {
      try (Workers workers = new Workers(threads)) {
        for (int count : new int[] {0, 1, 3, 1000}) {
          AtomicIntegerArray runs = new AtomicIntegerArray(Math.max(1, count));
          workers.run(count, runs::incrementAndGet);
          for (int i = 0; i < count; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
          }
        }
      }
    }
  }

  @Test
  void theFirstFailureIsThrownAndNoFurtherTaskIsBegun() {
    AtomicInteger begun = new AtomicInteger();
    try (Workers workers = new Workers(3)) {
      assertThatThrownBy(() ->
              workers.run(
                  1_000_000,
                  task -> {
                    begun.incrementAndGet();
                    if (task == 5) {
                      throw new IllegalArgumentException("task " + task);
                    }
                  }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("task 5");
      assertThat(begun.get()).isLessThan(1_000_000);
      assertThatThrownBy(() ->
              workers.run(
                  2,
                  task -> {
                    throw new AssertionError("error " + task);
                  }))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void anInterruptIsKeptAndTheTasksAreFinished() {
    AtomicInteger done = new AtomicInteger();
    try (Workers workers = new Workers(4)) {
      Thread.currentThread().interrupt();
      workers.run(100, task -> done.incrementAndGet());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(done).hasValue(100);
    }
  }

  @Test
  void workInTheBackgroundHandsItsFailureOver() {
    Background<String> failing =
        Background.start(() -> {
          throw new IOException("no disk");
        });
    assertThatThrownBy(failing::await).isInstanceOf(IOException.class).hasMessage("no disk");
    Background<String> wrong =
        Background.start(() -> {
          throw new IllegalStateException("wrong");
        });
    assertThatThrownBy(wrong::await).isInstanceOf(IllegalStateException.class).hasMessage("wrong");
  }
}
