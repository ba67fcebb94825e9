package dev.akin.text.tokenizer;

import java.util.HashSet;
import java.util.List;

/**
 * What tokenizer to train.
 *
 * @param vocabularySize how many tokens it shall have, special tokens included; fewer if the texts
 *     do not yield them
 * @param minCount pairs and pieces met less often are not learnt; 2 is usual
 * @param specialTokens get the first ids, are never taken apart, and are left out by {@code decode}
 */
public record TokenizerTraining(
    TokenizerKind kind, int vocabularySize, int minCount, List<String> specialTokens) {
  public TokenizerTraining {
    specialTokens = List.copyOf(specialTokens);
    if (vocabularySize < 1 || minCount < 1) {
      throw new IllegalArgumentException(
          "vocabulary size %d and least count %d; both need to be at least 1"
              .formatted(vocabularySize, minCount));
    }
    if (specialTokens.contains("") || new HashSet<>(specialTokens).size() < specialTokens.size()) {
      throw new IllegalArgumentException(
          "special tokens %s; each needs a name of its own".formatted(specialTokens));
    }
  }
}
