package dev.akin.text.tokenizer;

import java.util.List;

/** What is done with the tokens found: special tokens around them, spans trimmed. Immutable. */
interface PostProcessor {
  /** Narrows the spans of the tokens to what they should show of the text. */
  default void trim(TokenSink tokens, String text) {}

  /** Ids put before the tokens of a text. */
  List<Integer> before();

  /** Ids put after the tokens of a text. */
  List<Integer> after();

  /** Fixed ids around the tokens; none at all when there is no post-processor. */
  record Around(List<Integer> before, List<Integer> after) implements PostProcessor {
    static final Around NOTHING = new Around(List.of(), List.of());

    public Around {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** One after the other; the later ones stand further out. */
  record InTurn(List<PostProcessor> parts) implements PostProcessor {
    public InTurn {
      parts = List.copyOf(parts);
    }

    @Override
    public void trim(TokenSink tokens, String text) {
      for (PostProcessor part : parts) {
        part.trim(tokens, text);
      }
    }

    @Override
    public List<Integer> before() {
      return parts.reversed().stream().flatMap(part -> part.before().stream()).toList();
    }

    @Override
    public List<Integer> after() {
      return parts.stream().flatMap(part -> part.after().stream()).toList();
    }
  }
}
