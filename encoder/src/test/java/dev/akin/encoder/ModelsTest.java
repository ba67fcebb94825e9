package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {
  @Test
  void opens() throws Exception {
    long t = System.nanoTime();
    try (Encoder encoder = Models.open("minilm", EncoderOptions.defaults())) {
      System.err.println("open " + (System.nanoTime() - t) / 1e6);
      assertThat(encoder.dimension()).isEqualTo(384);
      assertThat(encoder.encode(List.of("a", "b"), Role.QUERY).rows()).isEqualTo(2);
    }
  }
}
