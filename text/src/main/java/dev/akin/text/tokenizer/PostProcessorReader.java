package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.List;

/** Reads the member {@code post_processor}. */
final class PostProcessorReader {
  private static final String KNOWN = "BertProcessing, Sequence, TemplateProcessing";

  private PostProcessorReader() {}

  static PostProcessor read(Section section) {
    PostProcessor postProcessor =
        switch (section.type()) {
          case "Sequence" ->
              new PostProcessor.InTurn(
                  section.sections("processors").stream().map(PostProcessorReader::read).toList());
          case "BertProcessing" ->
              new PostProcessor.Around(
                  List.of(tokenAndId(section, "cls")), List.of(tokenAndId(section, "sep")));
          case "TemplateProcessing" -> template(section);
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return postProcessor;
  }

  /** The id of {@code "sep": ["[SEP]", 102]}. */
  private static int tokenAndId(Section section, String key) {
    List<Json> pair = section.array(key);
    if (pair.size() != 2) {
      throw section.error(key, "expected [token, id], found %d items".formatted(pair.size()));
    }
    return section.wholeAt(key, 1, pair.get(1));
  }

  private static PostProcessor template(Section section) {
    Section specials = section.section("special_tokens");
    List<Section> single = section.sections("single");
    section.ignore("pair");
    var before = new ArrayList<Integer>();
    var after = new ArrayList<Integer>();
    int sequences = 0;
    for (Section piece : single) {
      if (piece.has("Sequence")) {
        sequences++;
        continue;
      }
      Section special = specials.section(piece.section("SpecialToken").text("id"));
      List<Json> ids = special.array("ids");
      for (int i = 0; i < ids.size(); i++) {
        (sequences == 0 ? before : after).add(special.wholeAt("ids", i, ids.get(i)));
      }
    }
    if (sequences != 1) {
      throw section.error("single", "expected one Sequence, found " + sequences);
    }
    return new PostProcessor.Around(before, after);
  }
}
