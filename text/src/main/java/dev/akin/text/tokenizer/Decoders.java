package dev.akin.text.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The small decoders. */
final class Decoders {
  private Decoders() {}

  /** All parts as one. */
  record Fuse() implements Decoder {
    @Override
    public List<String> decode(List<String> tokens) {
      return List.of(String.join("", tokens));
    }
  }

  /** A space for the mark at the end of a word, but none at the end of the text. */
  record WordEnd(String suffix) implements Decoder {
    @Override
    public List<String> decode(List<String> tokens) {
      int last = tokens.size() - 1;
      return IntStream.rangeClosed(0, last)
          .mapToObj(i -> tokens.get(i).replace(suffix, i == last ? "" : " "))
          .toList();
    }
  }

  /** A string in the place of every match in every token. */
  record Replaced(Replace replace) implements Decoder {
    @Override
    public List<String> decode(List<String> tokens) {
      var parts = new ArrayList<String>(tokens.size());
      for (String token : tokens) {
        AlignedText text = AlignedText.of(token, 0, token.length());
        replace.normalize(text);
        parts.add(text.toString());
      }
      return parts;
    }
  }

  /** Up to so many of a character dropped at the start and at the end of every token. */
  record Stripped(String content, int start, int stop) implements Decoder {
    @Override
    public List<String> decode(List<String> tokens) {
      var parts = new ArrayList<String>(tokens.size());
      for (String token : tokens) {
        String part = token;
        for (int i = 0; i < start && part.startsWith(content); i++) {
          part = part.substring(content.length());
        }
        for (int i = 0; i < stop && part.endsWith(content); i++) {
          part = part.substring(0, part.length() - content.length());
        }
        parts.add(part);
      }
      return parts;
    }
  }

  /** Tokens of single bytes ({@code <0xE2>}) as text; a run that is not UTF-8 as U+FFFD each. */
  record ByteFallback() implements Decoder {
    private static final int NO_BYTE = -1;

    @Override
    public List<String> decode(List<String> tokens) {
      var parts = new ArrayList<String>(tokens.size());
      var bytes = new ByteArrayOutputStream();
      for (String token : tokens) {
        int b = byteOf(token);
        if (b == NO_BYTE) {
          flush(bytes, parts);
          parts.add(token);
        } else {
          bytes.write(b);
        }
      }
      flush(bytes, parts);
      return parts;
    }

    private static int byteOf(String token) {
      if (token.length() != 6 || !token.startsWith("<0x") || !token.endsWith(">")) {
        return NO_BYTE;
      }
      int high = Character.digit(token.charAt(3), 16);
      int low = Character.digit(token.charAt(4), 16);
      return high < 0 || low < 0 ? NO_BYTE : high << 4 | low;
    }

    private static void flush(ByteArrayOutputStream bytes, List<String> parts) {
      if (bytes.size() == 0) {
        return;
      }
      try {
        var run = ByteBuffer.wrap(bytes.toByteArray());
        parts.add(StandardCharsets.UTF_8.newDecoder().decode(run).toString());
      } catch (CharacterCodingException e) {
        parts.add("\uFFFD".repeat(bytes.size()));
      }
      bytes.reset();
    }
  }

  /** Connectionist temporal classification: repeats and padding dropped, delimiters as spaces. */
  record Ctc(String padding, String delimiter, boolean tidies) implements Decoder {
    @Override
    public List<String> decode(List<String> tokens) {
      var parts = new ArrayList<String>();
      String last = "";
      for (int i = 0; i < tokens.size(); i++) {
        String token = tokens.get(i);
        boolean repeats = i > 0 && token.equals(last);
        last = token;
        if (repeats) {
          continue;
        }
        String part = token.replace(padding, "");
        if (tidies) {
          part = WordPieceDecoder.tidy(part).replace(delimiter, " ");
        }
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
      return parts;
    }
  }
}
