package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of Unicode, in every component that asks what kind of character it is. */
@Tag("slow")
class UnicodeAgreementTest {
  private static final int BATCH = 64;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'NFC'}",
        "{'type':'NFD'}",
        "{'type':'NFKC'}",
        "{'type':'NFKD'}",
        "{'type':'Lowercase'}",
        "{'type':'StripAccents'}",
        "{'type':'Nmt'}",
        "{'type':'BertNormalizer','clean_text':true,'handle_chinese_chars':false,"
            + "'strip_accents':false,'lowercase':false}",
        "{'type':'BertNormalizer','clean_text':false,'handle_chinese_chars':true,"
            + "'strip_accents':false,'lowercase':false}",
        "{'type':'BertNormalizer','clean_text':true,'handle_chinese_chars':true,"
            + "'strip_accents':null,'lowercase':true}"
      })
  void everyCharacterIsNormalisedAlike(String normalizer) {
    String json =
        ("{'version':'1.0','added_tokens':[],'normalizer':%s,'pre_tokenizer':{'type':'ByteLevel',"
                + "'add_prefix_space':false,'trim_offsets':false,'use_regex':false},"
                + "'post_processor':null,'decoder':null,'model':%s}")
            .formatted(normalizer, Models.bytes());
    assertThat(differences(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'BertPreTokenizer'}",
        "{'type':'Whitespace'}",
        "{'type':'WhitespaceSplit'}",
        "{'type':'Punctuation','behavior':'Isolated'}",
        "{'type':'Digits','individual_digits':true}",
        "{'type':'UnicodeScripts'}",
        "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':true,'use_regex':true}",
        "{'type':'Split','pattern':{'Regex':'\\\\w+'},'behavior':'Isolated','invert':false}",
        "{'type':'Split','pattern':{'Regex':'\\\\p{L}+|\\\\d|\\\\s'},'behavior':'Isolated',"
            + "'invert':false}"
      })
  void everyCharacterIsCutAlike(String preTokenizer) {
    String json =
        ("{'version':'1.0','added_tokens':[],'normalizer':null,'pre_tokenizer':%s,"
                + "'post_processor':null,'decoder':null,'model':{'type':'WordLevel',"
                + "'vocab':{'[UNK]':0},'unk_token':'[UNK]'}}")
            .formatted(preTokenizer);
    assertThat(differences(json)).isEmpty();
  }

  /** The ranges that differ, with an example of each. */
  private static List<String> differences(String json) {
    int[] characters =
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
            .filter(c -> c < 0x40000 || (c >= 0xE0000 && c < 0xE0400) || c % 0x1000 == 7)
            .filter(c -> c < 0xD800 || c > 0xDFFF)
            .toArray();
    var found = new TreeMap<Integer, String>();
    try (var both = HuggingFace.of(json.replace('\'', '"'))) {
      for (int from = 0; from < characters.length; from += BATCH) {
        var batch = new StringBuilder();
        int to = Math.min(characters.length, from + BATCH);
        for (int i = from; i < to; i++) {
          batch.append(sample(characters[i])).append(' ');
        }
        if (both.difference(batch.toString()).isPresent()) {
          for (int i = from; i < to; i++) {
            int c = characters[i];
            both.difference(sample(c)).ifPresent(difference -> found.put(c, difference));
          }
        }
      }
    }
    return ranges(found);
  }

  private static List<String> ranges(SortedMap<Integer, String> found) {
    var ranges = new ArrayList<String>();
    int first = -1;
    for (int c : found.keySet()) {
      first = found.containsKey(c - 1) ? first : c;
      if (!found.containsKey(c + 1)) {
        ranges.add("%X-%X %s".formatted(first, c, found.get(c)));
      }
    }
    return ranges;
  }

  private static String sample(int c) {
    String it = Character.toString(c);
    return "a" + it + "b\u0345" + it + "\u0334" + it + "\u0307" + it;
  }
}
