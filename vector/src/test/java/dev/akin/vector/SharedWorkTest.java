package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
  @Test
  void everyPieceIsDoneOnceByAnyNumberOfThreads() {
    for (int threads = 1; threads <= 5; threads++) {
      var done = new AtomicIntegerArray(1000);
      var workers = new AtomicInteger();
      SharedWork.run(
          1000,
          threads,
          () -> {
            workers.incrementAndGet();
            return done::incrementAndGet;
          });
      for (int i = 0; i < 1000; i++) {
        assertThat(done.get(i)).isEqualTo(1);
      }
      assertThat(workers).hasValue(threads);
    }
  }

  @Test
  void noPiecesAreNoWork() {
    SharedWork.run(
        0,
        3,
        () ->
            piece -> {
              throw new AssertionError("piece " + piece);
            });
    assertThat(SharedWork.pieces(0, 7)).isZero();
    assertThat(SharedWork.pieces(14, 7)).isEqualTo(2);
    assertThat(SharedWork.pieces(15, 7)).isEqualTo(3);
    assertThat(SharedWork.pieces(Integer.MAX_VALUE, 2)).isEqualTo(1 << 30);
  }

  @Test
  void theFirstFailureReachesTheCallerAsItWas() {
    for (int round = 0; round < 200; round++) {
      int threads = 1 + round % 4;
      assertThatThrownBy(() ->
              SharedWork.run(
                  100,
                  threads,
                  () ->
                      piece -> {
                        if (piece % 19 == 18) {
                          throw new IllegalArgumentException("piece " + piece);
                        }
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("piece 18")
          .hasNoCause();
    }
    assertThatThrownBy(() ->
            SharedWork.run(
                9,
                2,
                () ->
                    piece -> {
                      throw new AssertionError("piece " + piece);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessage("piece 0");
  }

  @Test
  void noThreadsAreRefused() {
    assertThat(SharedWork.requireThreads(1)).isEqualTo(1);
    assertThatThrownBy(() -> SharedWork.requireThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 threads: at least 1 is needed");
  }
}
