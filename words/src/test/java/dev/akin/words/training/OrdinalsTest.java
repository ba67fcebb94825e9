package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrdinalsTest {
  @Test
  void ordinalsAreSortedAsTheJdkSortsObjectsAndEqualsStay() {
    Seeds.forEach(
        50,
        random -> {
          int size = random.nextInt(3000);
          int[] keys = random.ints(size, 0, 1 + random.nextInt(2 * size + 1)).toArray();
          int[] sorted = IntStream.range(0, size).toArray();
          Ordinals.sort(sorted, (a, b) -> Integer.compare(keys[b], keys[a]));
          assertThat(IntStream.of(sorted).boxed())
              .isEqualTo(
                  IntStream.range(0, size)
                      .boxed()
                      .sorted(Comparator.comparingInt((Integer i) -> keys[i]).reversed())
                      .toList());
        });
  }
}
