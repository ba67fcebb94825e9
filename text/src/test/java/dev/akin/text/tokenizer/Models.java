package dev.akin.text.tokenizer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small models in the layout of tokenizer.json, written with ' for ". */
final class Models {
  private static final String BYTE_PAIR =
      "{'type':'BPE','dropout':null,'unk_token':%s,'continuing_subword_prefix':null,"
          + "'end_of_word_suffix':null,'fuse_unk':%s,'byte_fallback':%s,'vocab':{%s},'merges':[%s]}";

  private Models() {}

  /** A whole tokenizer.json, written with ". */
  static String tokenizer(
      String normalizer, String preTokenizer, String model, String postProcessor) {
    return ("{'version':'1.0','truncation':null,'padding':null,'added_tokens':[],'normalizer':%s,"
            + "'pre_tokenizer':%s,'post_processor':%s,'decoder':null,'model':%s}")
        .formatted(normalizer, preTokenizer, postProcessor, model)
        .replace('\'', '"');
  }

  /** One token a byte, nothing merged. */
  static String bytes() {
    return BYTE_PAIR.formatted("null", false, false, signs(), "");
  }

  /** One token a byte sign; spaces merge, among themselves and with letters. */
  static String bytesWithSpaces() {
    String more = ",'\\u0120\\u0120':256,'\\u0120a':257,'a\\u0120':258,'\\u0120\\u0120a':259";
    return BYTE_PAIR.formatted(
        "null",
        false,
        false,
        signs() + more,
        "'\\u0120 \\u0120','\\u0120 a','a \\u0120','\\u0120 \\u0120a'");
  }

  /** Every character falls back to its bytes. */
  static String bytesWithFallback() {
    return BYTE_PAIR.formatted("null", false, true, hexTokens(0), "");
  }

  private static String signs() {
    return IntStream.range(0, 256)
        .mapToObj(b -> "'\\u%04x':%d".formatted((int) ByteLevel.sign(b), b))
        .collect(Collectors.joining(","));
  }

  private static String hexTokens(int first) {
    return IntStream.range(0, 256)
        .mapToObj(b -> "'<0x%02X>':%d".formatted(b, first + b))
        .collect(Collectors.joining(","));
  }

  /** One token a word, nearly all unknown. */
  static String words() {
    return "{'type':'WordLevel','vocab':{'[UNK]':0,'a':1,'the':2,'ab':3,'\\u2581':4,'!':5},"
        + "'unk_token':'[UNK]'}";
  }

  /** A BPE that knows few characters. */
  static String fusingBytePair(boolean fuses) {
    return BYTE_PAIR.formatted(
        "'<unk>'",
        fuses,
        false,
        "'<unk>':0,'a':1,'b':2,'ab':3,'abab':4,'t':5,'h':6,'e':7,'th':8,'the':9,'\\u4e00':10",
        "'a b','ab ab','t h','th e'");
  }

  /** A unigram model that knows few characters. */
  static String unigram(boolean fallsBack) {
    return ("{'type':'Unigram','unk_id':0,'byte_fallback':%s,'vocab':[['<unk>',0.0],['a',-1.5],"
            + "['b',-2.25],['ab',-3.125],['abab',-5.5],['t',-3.1],['h',-3.3],['the',-4.0],"
            + "['\\u4e00\\u4e00',-2.0],['\\u00e9\\u0301',-7.0],['x',-9.0]%s]}")
        .formatted(
            fallsBack,
            fallsBack
                ? IntStream.range(0, 256)
                    .mapToObj(b -> ",['<0x%02X>',-20.0]".formatted(b))
                    .collect(Collectors.joining())
                : "");
  }

  static String wordPiece() {
    return "{'type':'WordPiece','unk_token':'[UNK]','continuing_subword_prefix':'##',"
        + "'max_input_chars_per_word':100,'vocab':{'[UNK]':0,'a':1,'##b':2,'##ab':3,'##a':4,"
        + "'the':5,'x':6,'##x':7,'\\u4e00':8,'##\\u4e00':9,'##':10,'####':11}}";
  }
}
