package dev.akin.conformance;

import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.TokenizerKind;
import dev.akin.text.tokenizer.TokenizerTrainer;
import dev.akin.text.tokenizer.TokenizerTraining;
import dev.akin.text.tokenizer.Tokenizers;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contract of tokenizers, kept by each kind our trainer makes. */
class TrainedTokenizersContractTest {
  private static Tokenizer train(TokenizerKind kind) {
    var training = new TokenizerTraining(kind, 800, 2, List.of());
    return Tokenizers.of(
        TokenizerTrainer.train(training, EncoderContract.TEXTS.stream()), kind.name());
  }

  @Nested
  class ByteLevel extends TokenizerContract {
    @Override
    Tokenizer open() {
      return train(TokenizerKind.BYTE_LEVEL_BPE);
    }
  }

  @Nested
  class BytePair extends TokenizerContract {
    @Override
    Tokenizer open() {
      return train(TokenizerKind.BPE);
    }
  }

  @Nested
  class Unigram extends TokenizerContract {
    @Override
    Tokenizer open() {
      return train(TokenizerKind.UNIGRAM);
    }
  }

  @Nested
  class WordPiece extends TokenizerContract {
    @Override
    Tokenizer open() {
      return train(TokenizerKind.WORD_PIECE);
    }
  }
}
