package dev.akin.text.tokenizer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import org.junit.jupiter.api.Tag;

/** Whatever the bytes, a file is read or refused; run with JAZZER_FUZZ=1 to search for more. */
@Tag("slow")
class TokenizersFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void jsonIsReadOrRefused(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    try {
      Json json = Json.parse(text, "fuzz");
      if (!Json.parse(json.toLine(), "fuzz").equals(json)) {
        throw new AssertionError("does not come back: " + text);
      }
    } catch (FormatException refused) {
      // As it should be.
    }
  }

  @FuzzTest(maxDuration = "30s")
  void tokenizersAreReadOrRefused(FuzzedDataProvider data) {
    String text = data.consumeString(20);
    try {
      Tokenizers.parse(data.consumeRemainingAsBytes(), "fuzz").encode(text);
    } catch (FormatException refused) {
      // As it should be.
    } catch (IllegalArgumentException refused) {
      if (!String.valueOf(refused.getMessage()).startsWith("no token for ")) {
        throw refused;
      }
    }
  }
}
