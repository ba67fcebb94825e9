package dev.akin.conformance;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Truncation;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class MinilmContractTest extends EncoderContract {
  @Override
  Encoder open() throws IOException {
    return Models.open("minilm", EncoderOptions.defaults().withTruncation(Truncation.CUT));
  }
}
