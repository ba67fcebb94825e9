package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdSetTest {
  @Test
  void saysWhereAnIdWasSeenFirst() {
    var ids = new IdSet();

    assertThat(ids.add("a", 0, 1)).isZero();
    assertThat(ids.add("b", 0, 2)).isZero();
    assertThat(ids.add("a", 3, 9)).isEqualTo(1);
    assertThat(ids.add("b", 3, 9)).isEqualTo(2);
    assertThat(ids.add("c", 3, 9)).isZero();
    assertThat(ids.add("c", 4, 1)).isEqualTo(3L << 32 | 9);
  }

  @Test
  void agreesWithAMapOfStrings() {
    Seeds.forEach(
        20,
        random -> {
          var ids = new IdSet();
          Map<String, Long> oracle = new HashMap<>();
          for (int i = 1; i <= 5000; i++) {
            var id = Integer.toString(random.nextInt(4000), 2 + random.nextInt(2) * 34);
            Long before = oracle.putIfAbsent(id, 7L << 32 | i);
            assertThat(ids.add(id, 7, i)).isEqualTo(before == null ? 0 : before);
          }
        });
  }

  @Test
  void aMillionIdsStayApart() {
    var ids = new IdSet();
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(ids.add("document-" + i, 0, i + 1)).isZero();
    }
  }
}
