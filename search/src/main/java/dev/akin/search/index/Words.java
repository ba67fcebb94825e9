package dev.akin.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** A text's words as the index keeps them. Safe for many threads. */
final class Words {
  /** Recorded in the index: raise it when any language gives other words. */
  static final String RECIPE = "words-1";

  private final Analyzer analyzer;

  Words(Language language) {
    this.analyzer =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            return new TokenStreamComponents(source, chain(source, language));
          }
        };
  }

  private static TokenStream chain(TokenStream source, Language language) {
    TokenStream words = new CJKWidthFilter(source);
    return switch (language) {
      case ENGLISH ->
          new PorterStemFilter(
              new StopFilter(
                  new CJKBigramFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words))),
                  EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
      case ANY -> new CJKBigramFilter(new LowerCaseFilter(words));
    };
  }

  Analyzer analyzer() {
    return analyzer;
  }

  /** The words of a text in order, each with where it stands. */
  List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(PassageFields.WORDS, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** The different words of a text. */
  Set<String> terms(String text) {
    return of(text).stream().map(Word::term).collect(Collectors.toSet());
  }

  /** One word as the index keeps it, and the characters [start, end) of the text it was made of. */
  record Word(String term, int start, int end) {}
}
