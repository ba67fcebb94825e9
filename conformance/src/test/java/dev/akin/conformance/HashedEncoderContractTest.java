package dev.akin.conformance;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.HashedEncoder;

class HashedEncoderContractTest extends EncoderContract {
  @Override
  Encoder open() {
    return HashedEncoder.of(256);
  }
}
