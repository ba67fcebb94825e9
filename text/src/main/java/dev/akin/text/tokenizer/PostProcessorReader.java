package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.List;

/** Reads the member {@code post_processor}. */
final class PostProcessorReader {
  private static final String KNOWN =
      "BertProcessing, ByteLevel, RobertaProcessing, Sequence, TemplateProcessing";

  private final TokenTable table;

  PostProcessorReader(TokenTable table) {
    this.table = table;
  }

  PostProcessor read(Section section) {
    PostProcessor postProcessor =
        switch (section.type()) {
          case "Sequence" ->
              new PostProcessor.InTurn(
                  section.sections("processors").stream().map(this::read).toList());
          case "BertProcessing" -> around(section);
          case "ByteLevel" -> trim(section.ignore("use_regex"));
          case "RobertaProcessing" ->
              new PostProcessor.InTurn(List.of(trim(section), around(section)));
          case "TemplateProcessing" -> template(section);
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return postProcessor;
  }

  private PostProcessor trim(Section section) {
    boolean keepsFirst = section.flag("add_prefix_space", true);
    return section.flag("trim_offsets", true)
        ? new SpaceTrim(table, keepsFirst)
        : PostProcessor.Around.NOTHING;
  }

  private PostProcessor around(Section section) {
    return new PostProcessor.Around(
        List.of(tokenAndId(section, "cls")), List.of(tokenAndId(section, "sep")));
  }

  /** The id of {@code "sep": ["[SEP]", 102]}. */
  private int tokenAndId(Section section, String key) {
    List<Json> pair = section.array(key);
    if (pair.size() != 2) {
      throw section.error(key, "expected [token, id], found %d items".formatted(pair.size()));
    }
    return requireId(section, key, section.wholeAt(key, 1, pair.get(1)));
  }

  private int requireId(Section section, String key, int id) {
    if (table.findToken(id).isEmpty()) {
      throw section.error(
          key, "no token has the id %d; the vocabulary's size is %d".formatted(id, table.size()));
    }
    return id;
  }

  private PostProcessor template(Section section) {
    Section specials = section.section("special_tokens");
    var before = new ArrayList<Integer>();
    var after = new ArrayList<Integer>();
    int sequences = 0;
    for (Section piece : section.sections("single")) {
      if (piece.has("Sequence")) {
        sequences++;
        continue;
      }
      Section special = specials.section(piece.section("SpecialToken").text("id"));
      List<Json> ids = special.array("ids");
      for (int i = 0; i < ids.size(); i++) {
        int id = requireId(special, "ids", special.wholeAt("ids", i, ids.get(i)));
        (sequences == 0 ? before : after).add(id);
      }
    }
    if (sequences != 1) {
      throw section.error("single", "expected one Sequence, found " + sequences);
    }
    section.ignore("pair");
    return new PostProcessor.Around(before, after);
  }
}
