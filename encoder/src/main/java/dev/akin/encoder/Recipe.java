package dev.akin.encoder;

import dev.akin.encoder.head.Head;
import dev.akin.vector.Similarity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * How a transformer model wants its texts and what is done with its token rows: all of a model but
 * its weights and its tokenizer.
 *
 * @param poolsPrompt whether the prompt's tokens take part in pooling
 * @param lowerCases whether texts are lower-cased before the tokenizer sees them
 */
record Recipe(
    Head head,
    Prompts prompts,
    boolean poolsPrompt,
    boolean lowerCases,
    int maxTokens,
    Similarity similarity) {
  /** Part of every identity: raise it when rows of the same files change. */
  private static final String SPACE = "akin transformer space 1";

  Recipe withPrompts(Prompts changed) {
    return new Recipe(head, changed, poolsPrompt, lowerCases, maxTokens, similarity);
  }

  /**
   * The same reading at most that many tokens.
   *
   * @throws IllegalArgumentException if the model reads fewer
   */
  Recipe withMaxTokens(int changed) {
    if (changed < 1 || changed > maxTokens) {
      throw new IllegalArgumentException(
          "the model reads 1 to %d tokens, %d were asked for".formatted(maxTokens, changed));
    }
    return new Recipe(head, prompts, poolsPrompt, lowerCases, changed, similarity);
  }

  Recipe withHead(Head changed) {
    return new Recipe(changed, prompts, poolsPrompt, lowerCases, maxTokens, similarity);
  }

  /** SHA-256 over all that decides the rows: see {@link Identity}. */
  String spaceHash(String weightsDigest, String tokenizerDigest, Truncation truncation) {
    MessageDigest digest = Sha256.digest();
    String longTexts = truncation == Truncation.SPLIT ? "split" : "cut";
    for (String part :
        new String[] {
          SPACE,
          weightsDigest,
          tokenizerDigest,
          prompts.query(),
          prompts.document(),
          "pools prompt: " + poolsPrompt,
          "lower-cases: " + lowerCases,
          longTexts + " at " + maxTokens + " tokens"
        }) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    head.addTo(digest);
    return HexFormat.of().formatHex(digest.digest());
  }
}
