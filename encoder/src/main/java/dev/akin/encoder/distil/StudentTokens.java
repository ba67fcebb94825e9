package dev.akin.encoder.distil;

import dev.akin.encoder.TokenEncoder;
import dev.akin.text.Json;
import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import dev.akin.text.Vocabulary;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The tokens of a static model: those of its teacher and some words. Immutable. */
final class StudentTokens {
  private static final Pattern UNUSED = Pattern.compile("\\[unused\\d+]");

  private final Json.Members json;
  private final Tokenizer tokenizer;
  private final List<Integer> meaningful;
  private final int ownTokens;
  private final List<String> words;
  private final Specials around;

  /** The special tokens before and after every text. */
  private record Specials(List<Integer> before, List<Integer> after) {
    static Specials of(Tokenizer tokenizer) {
      TokenSequence tokens = tokenizer.encode("a");
      List<Integer> before = new ArrayList<>();
      int at = 0;
      for (; at < tokens.length() && tokens.isSpecial(at); at++) {
        before.add(tokens.id(at));
      }
      List<Integer> after = new ArrayList<>();
      for (; at < tokens.length(); at++) {
        if (tokens.isSpecial(at)) {
          after.add(tokens.id(at));
        }
      }
      return new Specials(before, after);
    }
  }

  private StudentTokens(
      Json.Members json,
      Tokenizer tokenizer,
      List<Integer> meaningful,
      int ownTokens,
      List<String> words,
      Specials around) {
    this.json = json;
    this.tokenizer = tokenizer;
    this.meaningful = meaningful;
    this.ownTokens = ownTokens;
    this.words = words;
    this.around = around;
  }

  /**
   * The teacher's tokens and these words, each a token that is found where no letter touches it.
   *
   * @param words blank ones, ones that are a token already and repeated ones are left out
   */
  static StudentTokens of(TokenEncoder teacher, List<String> words) throws IOException {
    Json.Members json = teacher.tokenizerJson();
    Tokenizer own = teacher.tokenizer();
    List<String> added = newWords(own, words);
    Set<String> specials = specials(json);
    Vocabulary vocabulary = own.vocabulary();
    List<Integer> meaningful = new ArrayList<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      String token = findToken(vocabulary, id);
      if (!token.isEmpty() && !specials.contains(token) && !UNUSED.matcher(token).matches()) {
        meaningful.add(id);
      }
    }
    for (int i = 0; i < added.size(); i++) {
      meaningful.add(vocabulary.size() + i);
    }
    Json.Members extended = added.isEmpty() ? json : extended(json, vocabulary.size(), added);
    Tokenizer tokenizer =
        added.isEmpty() ? own : Tokenizers.of(extended, "the tokenizer with further words");
    return new StudentTokens(
        extended, tokenizer, meaningful, vocabulary.size(), added, Specials.of(own));
  }

  /** Words of several tokens, the first of those that the tokenizer cannot tell apart. */
  private static List<String> newWords(Tokenizer tokenizer, List<String> words) {
    List<String> kept = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    for (String word : new LinkedHashSet<>(words)) {
      List<Integer> ids = Arrays.stream(tokenizer.encodeContent(word).ids()).boxed().toList();
      if (ids.size() > 1 && seen.add(ids)) {
        kept.add(word.strip());
      }
    }
    return kept;
  }

  private static Set<String> specials(Json.Members json) {
    Set<String> specials = new HashSet<>();
    if (json.find("added_tokens").orElse(new Json.Null()) instanceof Json.Array(List<Json> added)) {
      for (Json token : added) {
        if (token instanceof Json.Members members
            && members.find("special").orElse(new Json.Null()).equals(Json.of(true))) {
          members.findText("content").ifPresent(specials::add);
        }
      }
    }
    return specials;
  }

  /** Empty for an id that no token has. */
  private static String findToken(Vocabulary vocabulary, int id) {
    try {
      return vocabulary.token(id);
    } catch (IllegalArgumentException gap) {
      return "";
    }
  }

  private static Json.Members extended(Json.Members json, int firstId, List<String> words) {
    List<Json> added = new ArrayList<>();
    if (json.find("added_tokens").orElse(new Json.Null()) instanceof Json.Array(List<Json> own)) {
      added.addAll(own);
    }
    for (int i = 0; i < words.size(); i++) {
      Map<String, Json> token = new LinkedHashMap<>();
      token.put("id", Json.of(firstId + i));
      token.put("content", Json.of(words.get(i)));
      token.put("single_word", Json.of(true));
      token.put("lstrip", Json.of(false));
      token.put("rstrip", Json.of(false));
      token.put("normalized", Json.of(true));
      token.put("special", Json.of(false));
      added.add(new Json.Members(token));
    }
    Map<String, Json> members = new LinkedHashMap<>(json.members());
    members.put("added_tokens", new Json.Array(added));
    return new Json.Members(members);
  }

  /** In the layout of {@code tokenizer.json}. */
  Json.Members json() {
    return json;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  /** All ids, those without a meaning too. */
  int size() {
    return ownTokens + words.size();
  }

  /** Ids that get a row, in the order of frequency, the words last: not special, not unused. */
  List<Integer> meaningful() {
    return meaningful;
  }

  /** The words that are tokens now. */
  List<String> words() {
    return words;
  }

  /** What the teacher reads for a token that stands alone, with its special tokens. */
  int[] alone(int id, TokenEncoder teacher) {
    if (id >= ownTokens) {
      return teacher.tokenizer().encode(words.get(id - ownTokens), teacher.maxTokens()).ids();
    }
    int[] ids = new int[around.before().size() + 1 + around.after().size()];
    int at = 0;
    for (int special : around.before()) {
      ids[at++] = special;
    }
    ids[at++] = id;
    for (int special : around.after()) {
      ids[at++] = special;
    }
    return ids;
  }

  /** How many special tokens stand before a text, and how many behind it. */
  int before() {
    return around.before().size();
  }

  int after() {
    return around.after().size();
  }

  /** The id of a word that was added. */
  OptionalInt findWord(String word) {
    int at = words.indexOf(word);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(ownTokens + at);
  }
}
