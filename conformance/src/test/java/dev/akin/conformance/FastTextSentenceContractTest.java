package dev.akin.conformance;

import dev.akin.words.WordEncoderOptions;

/** The same vectors, their rows fastText's sentence vectors. */
class FastTextSentenceContractTest extends WordVectorEncoderContractTest {
  @Override
  WordEncoderOptions options() {
    return WordEncoderOptions.fastTextSentence();
  }
}
