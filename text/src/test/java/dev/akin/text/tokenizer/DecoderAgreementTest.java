package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every decoder against the Hugging Face library, on random rows of tokens. */
class DecoderAgreementTest {
  private static final String[] TOKENS = {
    "a",
    "b",
    "##a",
    "##",
    "\\u2581",
    "\\u2581the",
    "the\\u2581",
    "\\u0120",
    "\\u0120and",
    "<0x41>",
    "<0xE4>",
    "<0xBD>",
    "<0xA0>",
    "<0xFF>",
    "<0x0g>",
    "end</w>",
    "</w>",
    "|",
    "<pad>",
    ".",
    "?",
    "'",
    "n't",
    "'m",
    "do not",
    "'s",
    "''ve",
    "\\u00c3\\u00a9",
    "\\u4f60",
    " ",
    "  x  ",
    "aa",
    "[UNK]"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{'type':'WordPiece','prefix':'##','cleanup':true}",
        "{'type':'WordPiece','prefix':'##','cleanup':false}",
        "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':true}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'always','split':true}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'never','split':true}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'first','split':true}",
        "{'type':'BPEDecoder','suffix':'</w>'}",
        "{'type':'CTC','pad_token':'<pad>','word_delimiter_token':'|','cleanup':true}",
        "{'type':'CTC','pad_token':'<pad>','word_delimiter_token':'|','cleanup':false}",
        "{'type':'Sequence','decoders':[{'type':'ByteFallback'}]}",
        "{'type':'Sequence','decoders':[{'type':'Replace','pattern':{'String':'\\u2581'},'content':'"
            + " '},{'type':'ByteFallback'},{'type':'Fuse'},{'type':'Strip','content':' ',"
            + "'start':1,'stop':0}]}",
        "{'type':'Sequence','decoders':[{'type':'Fuse'},{'type':'Strip','content':'a','start':2,"
            + "'stop':0},{'type':'Replace','pattern':{'Regex':'[ab]+'},'content':'x'}]}"
      })
  void decodersAgree(String decoder) {
    String vocab =
        IntStream.range(0, TOKENS.length)
            .mapToObj(i -> "\"%s\":%d".formatted(TOKENS[i], i))
            .collect(Collectors.joining(","));
    String json =
        ("{\"version\":\"1.0\",\"added_tokens\":[{\"id\":32,\"content\":\"[UNK]\",\"single_word\":"
             + "false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false,\"special\":true}],"
             + "\"normalizer\":null,\"pre_tokenizer\":null,\"post_processor\":null,\"decoder\":%s,"
             + "\"model\":{\"type\":\"WordLevel\",\"unk_token\":\"[UNK]\",\"vocab\":{%s}}}")
            .formatted(decoder.replace('\'', '"'), vocab);
    try (var both = HuggingFace.of(json)) {
      Seeds.forEach(
          300,
          random -> {
            int[] ids = random.ints(random.nextInt(1, 9), 0, TOKENS.length).toArray();
            long[] longs = Arrays.stream(ids).asLongStream().toArray();
            assertThat(both.ours().decode(ids))
                .as(Arrays.toString(ids))
                .isEqualTo(both.theirs().decode(longs, true));
          });
    }
  }
}
