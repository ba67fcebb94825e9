package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizersTest {
  private static final String WORDS =
      Models.tokenizer("null", "{'type':'Whitespace'}", Models.words(), "null");

  @Test
  void theTruncationAndPaddingOfTheFileAreNotObeyed() {
    Tokenizer miniLm = Tokenizers.parse(HuggingFace.resource(HuggingFace.MINILM), "minilm");
    assertThat(miniLm.count("word ".repeat(300))).isEqualTo(302);
    assertThat(miniLm.count("word")).isEqualTo(3);
  }

  @Test
  void cuttingKeepsTheSpecialTokens() {
    Tokenizer miniLm = Tokenizers.parse(HuggingFace.resource(HuggingFace.MINILM), "minilm");
    TokenSequence tokens = miniLm.encode("one two three four", 4);
    assertThat(tokens.ids()).containsExactly(101, 2028, 2048, 102);
    assertThat(tokens.isSpecial(0)).isTrue();
    assertThat(tokens.isSpecial(1)).isFalse();
    assertThat(miniLm.encode("one", 2).ids()).containsExactly(101, 102);
    assertThatThrownBy(() -> miniLm.encode("one", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at most 1 tokens leave no room for the 2 special tokens");
    assertThat(miniLm.encodeContent("one two").ids()).containsExactly(2028, 2048);
  }

  @Test
  void loneSurrogatesAreReadAsReplacementCharacters() {
    Tokenizer bytes = open("null", "null", Models.bytesWithFallback(), "null");
    for (String text : List.of("a\ud83db", "\ude00", "x\ud83d", "\ude00\ud83d")) {
      String replaced = text.replace('\ud83d', '\ufffd').replace('\ude00', '\ufffd');
      assertThat(bytes.encode(text)).isEqualTo(bytes.encode(replaced));
    }
    assertThat(bytes.encode("a\ud83db").end(4)).isEqualTo(3);
  }

  @Test
  void textsComeBackFromBytes() {
    Tokenizer tokenizer =
        Tokenizers.of(
            TokenizerTrainer.train(
                new TokenizerTraining(TokenizerKind.BYTE_LEVEL_BPE, 300, 2, List.of()),
                List.of("some text, some other text", "more text").stream()),
            "test");
    assertThat(tokenizer.isLossless()).isTrue();
    Seeds.forEach(
        200,
        random -> {
          String text = NastyTexts.next(random);
          assertThat(tokenizer.decode(tokenizer.encode(text).ids())).isEqualTo(text);
        });
  }

  @Test
  void anOldBertFolderIsOpened(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nhe\n##llo\nHe\n");
    assertThat(Tokenizers.open(folder).encode("Hello [MASK] x").ids())
        .containsExactly(2, 5, 6, 4, 1, 3);
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"do_lower_case\":false,\"tokenizer_class\":\"BertTokenizer\",\"unk_token\":"
            + "{\"content\":\"[PAD]\"},\"model_max_length\":1e30}");
    assertThat(Tokenizers.open(folder).encode("Hello x").ids()).containsExactly(2, 7, 6, 0, 3);
  }

  @Test
  void aFolderThatHoldsNoTokenizerIsRefused(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> Tokenizers.open(folder))
        .isInstanceOf(FormatException.class)
        .hasMessage(folder + ": no tokenizer here: neither tokenizer.json nor vocab.txt");
    Path vocabulary = Files.writeString(folder.resolve("vocab.txt"), "a\nb\na\n");
    assertThatThrownBy(() -> Tokenizers.open(folder))
        .hasMessage(vocabulary + ":3: token \"a\" a second time");
    Files.writeString(vocabulary, "a\n[UNK]\n[CLS]\n");
    assertThatThrownBy(() -> Tokenizers.open(folder))
        .hasMessage(vocabulary + ": has no token \"[SEP]\"");
    Path config = folder.resolve("tokenizer_config.json");
    Files.writeString(config, "{\"tokenizer_class\":\"XLMRobertaTokenizer\"}");
    assertThatThrownBy(() -> Tokenizers.open(folder))
        .hasMessage(
            config
                + ": tokenizer_class: \"XLMRobertaTokenizer\" needs a tokenizer.json; only BERT's"
                + " can be built from vocab.txt");
    Files.writeString(config, "[]");
    assertThatThrownBy(() -> Tokenizers.open(folder))
        .hasMessage(config + ": expected a JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Shout\"}`|normalizer.type: unknown"
            + " \"Shout\"; known are BertNormalizer,",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":"
            + "\"NFC\"},{\"type\":\"NFX\"}]}`|normalizer.normalizers[1].type: unknown \"NFX\"",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"NFC\",\"loud\":true}`|normalizer.loud:"
            + " unknown option",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Strip\"}`|normalizer.strip_left:"
            + " missing",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Prepend\",\"prepend\":3}`|"
            + "normalizer.prepend: expected a string, found the number 3",
        "`\"normalizer\":null`|`\"normalizer\":\"NFC\"`|normalizer: expected an object, found the"
            + " string \"NFC\"",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"(\"},"
            + "\"content\":\"\"}`|normalizer.pattern.Regex: \"(\": Unclosed group",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Replace\",\"pattern\":{\"Regex\":"
            + "\"\\\\h\"},\"content\":\"\"}`|normalizer.pattern.Regex: \"\\h\" uses",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":"
            + "\"?\"}`|normalizer.precompiled_charsmap: not base64",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":"
            + "\"AAA=\"}`|normalizer.precompiled_charsmap: 2 bytes; a map has at least 4",
        "`\"normalizer\":null`|`\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"/////w==\"}`|normalizer.precompiled_charsmap:"
            + " says its trie has -1 bytes; 0 follow",
        "`{\"type\":\"Whitespace\"}`|`{\"type\":\"Chop\"}`|pre_tokenizer.type: unknown \"Chop\"",
        "`{\"type\":\"Whitespace\"}`|`{\"type\":\"Split\",\"pattern\":{\"String\":\"a\"},\"behavior\":\"Lost\"}`|pre_tokenizer.behavior:"
            + " unknown \"Lost\"; known are Removed,",
        "`{\"type\":\"Whitespace\"}`|`{\"type\":\"CharDelimiterSplit\",\"delimiter\":\"ab\"}`|"
            + "pre_tokenizer.delimiter: expected one character, found \"ab\"",
        "`{\"type\":\"Whitespace\"}`|`{\"type\":\"Metaspace\",\"replacement\":\"__\"}`|"
            + "pre_tokenizer.replacement: expected one character of the basic plane, found __",
        "`{\"type\":\"Whitespace\"}`|`{\"type\":\"Metaspace\",\"replacement\":\"_\","
            + "\"prepend_scheme\":\"often\"}`|pre_tokenizer.prepend_scheme: unknown \"often\"",
        "`\"post_processor\":null`|`\"post_processor\":{\"type\":\"Late\"}`|post_processor.type:"
            + " unknown \"Late\"",
        "`\"post_processor\":null`|`\"post_processor\":{\"type\":\"BertProcessing\",\"sep\":[\"a\"],\"cls\":[\"a\",1]}`|post_processor.sep:"
            + " expected [token, id], found 1 items",
        "`\"post_processor\":null`|`\"post_processor\":{\"type\":\"BertProcessing\",\"sep\":[\"a\",77],\"cls\":[\"a\",1]}`|post_processor.sep:"
            + " no token has the id 77; the vocabulary's size is 6",
        "`\"post_processor\":null`|`\"post_processor\":{\"type\":\"TemplateProcessing\",\"single\":[],\"special_tokens\":{}}`|post_processor.single:"
            + " expected one Sequence, found 0",
        "`\"decoder\":null`|`\"decoder\":{\"type\":\"Guess\"}`|decoder.type: unknown \"Guess\"",
        "`\"type\":\"WordLevel\"`|`\"type\":\"Letters\"`|model.type: unknown \"Letters\"; known are"
            + " BPE, Unigram, WordLevel, WordPiece",
        "`\"unk_token\":\"[UNK]\"`|`\"unk_token\":\"nix\"`|model.unk_token: \"nix\" is not in the"
            + " vocabulary",
        "`\"ab\":3`|`\"ab\":2`|id 2 stands for two tokens:",
        "`\"ab\":3`|`\"ab\":-1`|token \"ab\" has the id -1",
        "`\"ab\":3`|`\"ab\":2000000000`|token \"ab\" has the id 2000000000; ids of 6 tokens run",
        "`\"ab\":3`|`\"ab\":3.5`|model.vocab.ab: expected a whole number, found 3.5",
        "`\"added_tokens\":[]`|`\"added_tokens\":[{\"id\":9,\"content\":\"the\",\"single_word\":false,"
            + "\"lstrip\":false,\"rstrip\":false,\"normalized\":false,\"special\":true}]`|added_tokens:"
            + " \"the\" has the id 9, in model.vocab 2",
        "`\"added_tokens\":[]`|`\"added_tokens\":[{\"id\":9}]`|added_tokens[0].content: missing",
        "`\"version\":\"1.0\"`|`\"extra\":1`|extra: unknown option",
      })
  void whatIsNotKnownIsRefusedByItsKey(String old, String replacement, String problem) {
    assertThat(WORDS).contains(old);
    assertThatThrownBy(
            () -> Tokenizers.of(Json.parse(WORDS.replace(old, replacement), "t"), "t.json"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("t.json: ")
        .hasMessageContaining(problem);
  }

  @Test
  void brokenModelsAreRefused() {
    String merges = Models.fusingBytePair(false);
    refuses(merges.replace("'a b'", "'a b c'"), "model.merges[0]: expected two tokens and a space");
    refuses(merges.replace("'a b'", "'a q'"), "model.merges[0]: \"q\" is not in the vocabulary");
    refuses(merges.replace("'dropout':null", "'dropout':0.1"), "model.dropout: tokens by chance");
    refuses(Models.unigram(false).replace("'unk_id':0", "'unk_id':99"), "model.unk_id: 99 is not");
    refuses(Models.unigram(false).replace("['a',-1.5]", "['a']"), "model.vocab[1]: expected");
  }

  private static void refuses(String model, String problem) {
    assertThatThrownBy(() -> open("null", "null", model, "null"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aUnigramModelWithoutUnknownTokenNamesTheCharacter() {
    Tokenizer tokenizer =
        open("null", "null", Models.unigram(false).replace("'unk_id':0", "'unk_id':null"), "null");
    assertThatThrownBy(() -> tokenizer.encode("abQ"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no token for Q at 2, and the model has no unk_id");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] bytes = WORDS.getBytes(StandardCharsets.UTF_8);
    bytes[20] = (byte) 0xC3;
    assertThatThrownBy(() -> Tokenizers.parse(bytes, "t.json"))
        .isInstanceOf(FormatException.class)
        .hasMessage("t.json: not UTF-8 at byte 20");
    assertThatThrownBy(() -> Tokenizers.parse("[]".getBytes(StandardCharsets.UTF_8), "t.json"))
        .hasMessage("t.json: expected a JSON object, found an array of 0");
  }

  @Test
  void aDamagedFileIsReadOrRefused() {
    byte[] whole = WORDS.getBytes(StandardCharsets.UTF_8);
    Seeds.forEach(
        1_000,
        random -> {
          byte[] damaged =
              random.nextBoolean()
                  ? Damage.bitFlipped(whole, random)
                  : Damage.truncated(whole, random.nextInt(whole.length));
          try {
            Tokenizers.parse(damaged, "t.json").encode("a the ab!");
          } catch (FormatException e) {
            assertThat(e).hasMessageStartingWith("t.json: ");
          }
        });
  }

  @Test
  void anUnknownIdCannotBeDecoded() {
    Tokenizer tokenizer = open("null", "null", Models.words(), "null");
    assertThatThrownBy(() -> tokenizer.decode(new int[] {6}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no token has the id 6; the vocabulary's size is 6");
    assertThat(tokenizer.decode(new int[] {1, 2})).isEqualTo("a the");
  }

  private static Tokenizer open(
      String normalizer, String preTokenizer, String model, String postProcessor) {
    String json = Models.tokenizer(normalizer, preTokenizer, model, postProcessor);
    return Tokenizers.parse(json.getBytes(StandardCharsets.UTF_8), "t.json");
  }
}
