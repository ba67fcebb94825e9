package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component against the Hugging Face library, on random texts of what breaks tokenizers. */
@Tag("slow")
class ComponentAgreementTest {
  private static final int ROUNDS = 400;

  @Test
  void bundledModelsAgree() {
    agrees(HuggingFace.of(HuggingFace.resource(HuggingFace.MINILM)));
    agrees(HuggingFace.of(HuggingFace.resource(HuggingFace.BGE_SMALL)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'NFC'}",
        "{'type':'NFD'}",
        "{'type':'NFKC'}",
        "{'type':'NFKD'}",
        "{'type':'Sequence','normalizers':[{'type':'NFKC'},{'type':'NFD'},{'type':'Lowercase'},"
            + "{'type':'StripAccents'}]}",
        "{'type':'Strip','strip_left':true,'strip_right':true}",
        "{'type':'Sequence','normalizers':[{'type':'Strip','strip_left':true,'strip_right':false},"
            + "{'type':'NFKD'},{'type':'Strip','strip_left':false,'strip_right':true}]}",
        "{'type':'Replace','pattern':{'String':'a'},'content':'xyz'}",
        "{'type':'Replace','pattern':{'String':'ab'},'content':''}",
        "{'type':'Replace','pattern':{'Regex':' {2,}'},'content':' '}",
        "{'type':'Sequence','normalizers':[{'type':'Prepend','prepend':'\\u2581'},"
            + "{'type':'Replace','pattern':{'String':' '},'content':'\\u2581'}]}",
        "{'type':'Nmt'}",
        "{'type':'ByteLevel'}",
        "{'type':'BertNormalizer','clean_text':true,'handle_chinese_chars':true,"
            + "'strip_accents':true,'lowercase':false}",
        "{'type':'BertNormalizer','clean_text':false,'handle_chinese_chars':false,"
            + "'strip_accents':null,'lowercase':true}"
      })
  void normalizersAgree(String normalizer) {
    agrees(normalizer, "null", Models.bytesWithFallback(), "null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'BertPreTokenizer'}",
        "{'type':'Whitespace'}",
        "{'type':'WhitespaceSplit'}",
        "{'type':'Punctuation','behavior':'Isolated'}",
        "{'type':'Punctuation','behavior':'Contiguous'}",
        "{'type':'Punctuation','behavior':'Removed'}",
        "{'type':'Punctuation','behavior':'MergedWithPrevious'}",
        "{'type':'Punctuation','behavior':'MergedWithNext'}",
        "{'type':'Digits','individual_digits':true}",
        "{'type':'Digits','individual_digits':false}",
        "{'type':'UnicodeScripts'}",
        "{'type':'CharDelimiterSplit','delimiter':'x'}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'always','split':true}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'first','split':true}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'never','split':true}",
        "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'always','split':false}",
        "{'type':'Metaspace','replacement':'\\u2581','add_prefix_space':true}",
        "{'type':'Metaspace','replacement':'\\u2581','add_prefix_space':false,'prepend_scheme':'never'}",
        "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':true}",
        "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':false}",
        "{'type':'Split','pattern':{'Regex':'\\\\w+|[^\\\\w\\\\s]'},'behavior':'Removed',"
            + "'invert':true}",
        "{'type':'Split','pattern':{'String':' '},'behavior':'MergedWithNext','invert':false}",
        "{'type':'Split','pattern':{'Regex':'a|\\\\s+'},'behavior':'MergedWithPrevious',"
            + "'invert':false}",
        "{'type':'Split','pattern':{'Regex':'a|\\\\s+'},'behavior':'Contiguous','invert':true}",
        "{'type':'Split','pattern':{'Regex':'^.|.$'},'behavior':'Isolated','invert':false}",
        "{'type':'Sequence','pretokenizers':[{'type':'Split','pattern':{'Regex':"
            + "'(?i:\\\\u0027s|\\\\u0027t|\\\\u0027re|\\\\u0027ve|\\\\u0027m|\\\\u0027ll|\\\\u0027d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}|"
            + " ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*"
            + "|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+'},'behavior':'Isolated','invert':false},"
            + "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':true,'use_regex':false}]}",
        "{'type':'Sequence','pretokenizers':[{'type':'WhitespaceSplit'},"
            + "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'always','split':true}]}",
        "{'type':'Sequence','pretokenizers':[{'type':'Punctuation','behavior':'Isolated'},"
            + "{'type':'Metaspace','replacement':'\\u2581','prepend_scheme':'first','split':true}]}"
      })
  void preTokenizersAgree(String preTokenizer) {
    agrees("null", preTokenizer, Models.words(), "null");
    agrees("{'type':'NFKD'}", preTokenizer, Models.words(), "null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':true,'use_regex':true}",
        "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':true}",
        "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':false,'use_regex':true}",
        "{'type':'RobertaProcessing','sep':['b',98],'cls':['a',97],'trim_offsets':true,"
            + "'add_prefix_space':false}",
        "{'type':'RobertaProcessing','sep':['b',98],'cls':['a',97],'trim_offsets':true,"
            + "'add_prefix_space':true}",
        "{'type':'BertProcessing','sep':['b',98],'cls':['a',97]}",
        "{'type':'Sequence','processors':[{'type':'ByteLevel','add_prefix_space':false,"
            + "'trim_offsets':true,'use_regex':true},{'type':'TemplateProcessing','single':["
            + "{'SpecialToken':{'id':'a','type_id':0}},{'Sequence':{'id':'A','type_id':0}},"
            + "{'SpecialToken':{'id':'b','type_id':0}}],'pair':[{'Sequence':{'id':'A','type_id':0}},"
            + "{'Sequence':{'id':'B','type_id':1}}],'special_tokens':{'a':{'id':'a','ids':[97,98],"
            + "'tokens':['a','b']},'b':{'id':'b','ids':[99],'tokens':['c']}}}]}"
      })
  void postProcessorsAgree(String postProcessor) {
    for (boolean prefixes : List.of(true, false)) {
      String preTokenizer =
          "{'type':'ByteLevel','add_prefix_space':%s,'trim_offsets':true,'use_regex':true}"
              .formatted(prefixes);
      agrees("null", preTokenizer, Models.bytesWithSpaces(), postProcessor);
    }
  }

  static Stream<String> addedTokens() {
    return Stream.of("false,false,false", "true,false,false", "false,true,true", "true,true,true")
        .flatMap(flags -> Stream.of(flags + ",false", flags + ",true"));
  }

  @ParameterizedTest
  @MethodSource("addedTokens")
  void addedTokensAgree(String flags) {
    String[] flag = flags.split(",", -1);
    var added = new StringBuilder();
    int id = 6;
    for (String content : List.of("[mask]", "th", "12", "abab", "ababab", "\\u00e9", "don", "b")) {
      String separator = added.isEmpty() ? "" : ",";
      added
          .append(separator)
          .append(
              ("{'id':%d,'content':'%s','single_word':%s,'lstrip':%s,'rstrip':%s,'normalized':%s,"
                      + "'special':%s}")
                  .formatted(id, content, flag[0], flag[1], flag[2], flag[3], id % 2 == 0));
      id++;
    }
    String json =
        Models.tokenizer(
                "{'type':'Lowercase'}", "{'type':'WhitespaceSplit'}", Models.words(), "null")
            .replace(
                "\"added_tokens\":[]",
                "\"added_tokens\":[" + added.toString().replace('\'', '"') + "]");
    agrees(HuggingFace.of(json));
  }

  @Test
  void modelsAgree() {
    agrees("null", "{'type':'Whitespace'}", Models.fusingBytePair(true), "null");
    agrees("null", "{'type':'Whitespace'}", Models.fusingBytePair(false), "null");
    agrees("null", "{'type':'WhitespaceSplit'}", Models.unigram(false), "null");
    agrees("null", "{'type':'WhitespaceSplit'}", Models.unigram(true), "null");
    agrees("null", "null", Models.unigram(true), "null");
    agrees("null", "{'type':'WhitespaceSplit'}", Models.wordPiece(), "null");
  }

  private static void agrees(
      String normalizer, String preTokenizer, String model, String postProcessor) {
    agrees(HuggingFace.of(Models.tokenizer(normalizer, preTokenizer, model, postProcessor)));
  }

  private static void agrees(HuggingFace opened) {
    try (opened) {
      assertThat(opened.difference("")).isEmpty();
      Seeds.forEach(
          ROUNDS, random -> assertThat(opened.difference(NastyTexts.next(random))).isEmpty());
    }
  }
}
