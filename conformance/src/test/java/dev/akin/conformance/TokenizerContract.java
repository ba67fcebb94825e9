package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every tokenizer promises. */
abstract class TokenizerContract {
  private Tokenizer tokenizer;

  abstract Tokenizer open() throws Exception;

  @BeforeEach
  void openTokenizer() throws Exception {
    tokenizer = open();
  }

  @Test
  void theCountIsTheLengthOfTheEncoding() {
    for (String text : EncoderContract.TEXTS) {
      assertThat(tokenizer.count(text)).as(text).isEqualTo(tokenizer.encode(text).length());
    }
  }

  @Test
  void everyIdIsInTheVocabulary() {
    for (String text : EncoderContract.TEXTS) {
      TokenSequence tokens = tokenizer.encode(text);
      for (int i = 0; i < tokens.length(); i++) {
        String token = tokenizer.vocabulary().token(tokens.id(i));
        assertThat(tokenizer.vocabulary().findId(token)).hasValue(tokens.id(i));
      }
    }
  }

  @Test
  void offsetsRiseAndStayInTheText() {
    for (String text : EncoderContract.TEXTS) {
      TokenSequence tokens = tokenizer.encode(text);
      int start = 0;
      for (int i = 0; i < tokens.length(); i++) {
        if (!tokens.isSpecial(i)) {
          assertThat(tokens.start(i)).as(text).isBetween(start, text.length());
          assertThat(tokens.end(i)).as(text).isBetween(tokens.start(i), text.length());
          start = tokens.start(i);
        }
      }
    }
  }

  @Test
  void contentIsTheEncodingWithoutSpecialTokens() {
    for (String text : EncoderContract.TEXTS) {
      TokenSequence all = tokenizer.encode(text);
      TokenSequence content = tokenizer.encodeContent(text);
      int at = 0;
      for (int i = 0; i < all.length(); i++) {
        if (!all.isSpecial(i)) {
          assertThat(content.id(at++)).as(text).isEqualTo(all.id(i));
        }
      }
      assertThat(at).as(text).isEqualTo(content.length());
    }
  }

  @Test
  void aCutEncodingKeepsItsSpecialTokensAndTheBeginning() {
    String text = "one two three four five six seven eight nine ten";
    TokenSequence whole = tokenizer.encode(text);
    int special = whole.length() - tokenizer.encodeContent(text).length();
    for (int max = special; max <= whole.length() + 1; max++) {
      TokenSequence cut = tokenizer.encode(text, max);
      assertThat(cut.length()).isEqualTo(Math.min(max, whole.length()));
      for (int i = 0; i < cut.length(); i++) {
        if (!cut.isSpecial(i)) {
          assertThat(cut.id(i)).isEqualTo(whole.id(i));
        }
      }
    }
    if (special > 0) {
      assertThatThrownBy(() -> tokenizer.encode(text, special - 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(special - 1));
    }
  }

  @Test
  void aLosslessTokenizerGivesTheTextBack() {
    if (tokenizer.isLossless()) {
      for (String text : EncoderContract.TEXTS) {
        if (text.chars().noneMatch(c -> c == '\ud83d')) {
          assertThat(tokenizer.decode(tokenizer.encode(text).ids())).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void anIdOutsideTheVocabularyIsRefused() {
    int size = tokenizer.vocabulary().size();
    assertThatThrownBy(() -> tokenizer.vocabulary().token(size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(size));
    assertThatThrownBy(() -> tokenizer.vocabulary().token(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
