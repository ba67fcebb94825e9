package dev.akin.text.tokenizer;

import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import dev.akin.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The way of a text to its tokens: added tokens set apart → normalizer → pre-tokenizer → model →
 * post-processor.
 */
final class Pipeline implements Tokenizer {
  /** What a pipeline is put together from. */
  record Parts(
      Normalizer normalizer,
      PreTokenizer preTokenizer,
      Model model,
      PostProcessor postProcessor,
      Optional<Decoder> decoder) {}

  private final Parts parts;
  private final TokenTable table;
  private final AddedTokens rawAdded;
  private final AddedTokens normalizedAdded;
  private final Set<String> specials;
  private final boolean addedIsKept;
  private final int[] before;
  private final int[] after;

  Pipeline(Parts parts, List<AddedTokens.Token> added, TokenTable table) {
    this.parts = parts;
    this.table = table;
    this.rawAdded = AddedTokens.raw(added);
    this.normalizedAdded = AddedTokens.normalized(added, parts.normalizer());
    this.specials =
        Set.copyOf(
            added.stream()
                .filter(AddedTokens.Token::isSpecial)
                .map(AddedTokens.Token::content)
                .toList());
    this.addedIsKept =
        added.stream().noneMatch(t -> t.isSpecial() || t.eatsLeft() || t.eatsRight());
    this.before = ints(parts.postProcessor().before());
    this.after = ints(parts.postProcessor().after());
  }

  private static int[] ints(List<Integer> ids) {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public TokenSequence encode(String text) {
    TokenSink tokens = tokens(text);
    return tokens.between(before, tokens.size(), after);
  }

  @Override
  public TokenSequence encodeContent(String text) {
    TokenSink tokens = tokens(text);
    return tokens.between(new int[0], tokens.size(), new int[0]);
  }

  @Override
  public TokenSequence encode(String text, int maxTokens) {
    int room = maxTokens - before.length - after.length;
    if (room < 0) {
      throw new IllegalArgumentException(
          "at most %d tokens leave no room for the %d special tokens"
              .formatted(maxTokens, before.length + after.length));
    }
    TokenSink tokens = tokens(text);
    return tokens.between(before, Math.min(room, tokens.size()), after);
  }

  @Override
  public int count(String text) {
    return before.length + tokens(text).size() + after.length;
  }

  private TokenSink tokens(String text) {
    var out = new TokenSink(text.length() / 3);
    AlignedText raw = AlignedText.of(text, 0, text.length());
    if (rawAdded.areAbsent(raw)) {
      normalizeAndTokenize(raw, out);
    } else {
      for (var stretch : rawAdded.split(raw)) {
        if (stretch.id() == AddedTokens.Stretch.PLAIN) {
          normalizeAndTokenize(raw.slice(stretch.from(), stretch.to()), out);
        } else {
          out.add(stretch.id(), raw, stretch.from(), stretch.to());
        }
      }
    }
    parts.postProcessor().trim(out, text);
    return out;
  }

  private void normalizeAndTokenize(AlignedText text, TokenSink out) {
    parts.normalizer().normalize(text);
    if (normalizedAdded.areAbsent(text)) {
      tokenize(text, out);
      return;
    }
    for (var stretch : normalizedAdded.split(text)) {
      if (stretch.id() == AddedTokens.Stretch.PLAIN) {
        tokenize(text.slice(stretch.from(), stretch.to()), out);
      } else {
        out.add(stretch.id(), text, stretch.from(), stretch.to());
      }
    }
  }

  private void tokenize(AlignedText text, TokenSink out) {
    Pieces pieces = parts.preTokenizer().split(Pieces.whole(text));
    for (int i = 0; i < pieces.size(); i++) {
      parts.model().tokenize(pieces.text(), pieces.from(i), pieces.to(i), out);
    }
  }

  @Override
  public String decode(int[] ids) {
    var tokens = new ArrayList<String>(ids.length);
    for (int id : ids) {
      String token = table.token(id);
      if (!specials.contains(token)) {
        tokens.add(token);
      }
    }
    return parts
        .decoder()
        .map(decoder -> String.join("", decoder.decode(tokens)))
        .orElseGet(() -> String.join(" ", tokens));
  }

  @Override
  public Vocabulary vocabulary() {
    return table;
  }

  /** Only where bytes go in and bytes come out, and nothing is normalised, added or left out. */
  @Override
  public boolean isLossless() {
    return parts.normalizer() instanceof Normalizer.None
        && parts.preTokenizer() instanceof ByteLevel(boolean addsPrefixSpace, boolean _)
        && !addsPrefixSpace
        && parts.decoder().filter(ByteLevel.class::isInstance).isPresent()
        && addedIsKept
        && IntStream.range(0, 256)
            .allMatch(b -> table.findId(String.valueOf(ByteLevel.sign(b))).isPresent());
  }
}
