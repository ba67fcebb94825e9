package dev.akin.study.words;

import dev.akin.text.FormatException;
import dev.akin.words.geometry.Lexicon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Open English WordNet as lines of {@code synset lexfile lemmas(|) definition}, by tabs. */
final class WordNetLexicon {
  /** Where it is in the public data. */
  static final String PATH = "definitions/open-english-wordnet.tsv.gz";

  private static final int FIELDS = 4;

  private WordNetLexicon() {}

  /**
   * A set of words that mean the same.
   *
   * @param lemmas in lower case
   */
  record Synset(List<String> lemmas, String definition) {}

  static List<Synset> synsets(Path file) throws IOException {
    List<Synset> synsets = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      for (long number = 2; (line = reader.readLine()) != null; number++) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
          throw new FormatException(
              file + ":" + number, "%d fields of %d".formatted(fields.length, FIELDS));
        }
        synsets.add(
            new Synset(List.of(fields[2].toLowerCase(Locale.ROOT).split("\\|", -1)), fields[3]));
      }
    }
    return synsets;
  }

  /**
   * What each word means, in the order of the file, which says nothing of how usual a meaning is.
   *
   * @param most meanings of a word that are kept, the first ones
   */
  static Map<String, List<Synset>> meanings(Path file, int most) throws IOException {
    Map<String, List<Synset>> meanings = new LinkedHashMap<>();
    for (Synset synset : synsets(file)) {
      for (String lemma : synset.lemmas()) {
        List<Synset> own = meanings.computeIfAbsent(lemma, _ -> new ArrayList<>());
        if (own.size() < most) {
          own.add(synset);
        }
      }
    }
    return meanings;
  }

  /** Words of one synset, connected both ways; names of several words are left out. */
  static Lexicon read(Path file) throws IOException {
    Map<String, Set<String>> links = new LinkedHashMap<>();
    for (Synset synset : synsets(file)) {
      List<String> single = synset.lemmas().stream().filter(lemma -> !lemma.contains(" ")).toList();
      for (String lemma : single) {
        for (String other : single) {
          if (!lemma.equals(other)) {
            links.computeIfAbsent(lemma, _ -> new LinkedHashSet<>()).add(other);
          }
        }
      }
    }
    return new Lexicon(links);
  }
}
