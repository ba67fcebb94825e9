package dev.akin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.search.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final Query QUERY = new Query("q", "anything");

  private static Ranking ranking(String leg, List<String> ids, double... scores) {
    List<RankedDocument> documents = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Leg one = new Leg(leg, i + 1, scores[i], 1);
      documents.add(new RankedDocument(ids.get(i), i + 1, scores[i], i, List.of(one)));
    }
    return new Ranking(
        QUERY, documents, List.of(new Stage(leg, Stage.Method.POSTINGS, ids.size(), 9)));
  }

  private static final Ranking LEXICAL = ranking("bm25", List.of("a", "b", "c"), 12, 6, 2);
  private static final Ranking DENSE = ranking("dense", List.of("c", "a"), 0.9, 0.5);

  @Test
  void reciprocalRanksAddUp() {
    Ranking fused = Fusion.reciprocalRank().fuse(List.of(LEXICAL, DENSE), 10);
    assertThat(fused.documents())
        .extracting(RankedDocument::documentId)
        .containsExactly("a", "c", "b");
    RankedDocument first = fused.documents().getFirst();
    assertThat(first.score()).isEqualTo(1.0 / 61 + 1.0 / 62);
    assertThat(first.legs())
        .containsExactly(
            new Leg("bm25", 1, 12, (1.0 / 61) / (1.0 / 61 + 1.0 / 62)),
            new Leg("dense", 2, 0.5, (1.0 / 62) / (1.0 / 61 + 1.0 / 62)));
    assertThat(first.passage()).isZero();
    assertThat(fused.documents().get(1).passage()).as("of the leg that adds most").isZero();
    assertThat(fused.documents().get(2).rank()).isEqualTo(3);
    assertThat(fused.stages()).extracting(Stage::leg).containsExactly("bm25", "dense");
  }

  @Test
  void weightedScoresAreBroughtToOneScaleInTheirOwnList() {
    Fusion fusion = new Fusion.WeightedScores(List.of(1.0, 3.0));
    Ranking fused = fusion.fuse(List.of(LEXICAL, DENSE), 2);
    // a: (1·1 + 3·0) / 4, b: 1·0.4 / 4, c: (1·0 + 3·1) / 4
    assertThat(fused.documents()).extracting(RankedDocument::documentId).containsExactly("c", "a");
    assertThat(fused.documents().get(0).score()).isCloseTo(0.75, within(1e-12));
    assertThat(fused.documents().get(1).score()).isCloseTo(0.25, within(1e-12));
    assertThat(fused.documents().get(0).findLeg("dense").orElseThrow().share()).isEqualTo(1);
  }

  @Test
  void aListOfEqualScoresGivesEachTheFullWeight() {
    Ranking flat = ranking("bm25", List.of("x", "y"), 3, 3);
    Ranking fused = Fusion.scores().fuse(List.of(flat, DENSE), 9);
    assertThat(fused.documents())
        .extracting(RankedDocument::documentId)
        .containsExactly("c", "x", "y", "a");
  }

  @Test
  void impossibleWeightsAreRefused() {
    assertThatThrownBy(() -> new Fusion.WeightedScores(List.of(1.0, -1.0)))
        .hasMessage("a fusion weight is 0 or more, got [1.0, -1.0]");
    assertThatThrownBy(() -> new Fusion.ReciprocalRank(60, List.of(0.0, 0.0)))
        .hasMessage("some fusion weight must be above 0, got [0.0, 0.0]");
    assertThatThrownBy(() -> new Fusion.ReciprocalRank(-1, List.of()))
        .hasMessage("reciprocal rank fusion needs k of 0 or more, got -1.0");
    Fusion one = new Fusion.WeightedScores(List.of(1.0));
    assertThatThrownBy(() -> one.fuse(List.of(LEXICAL, DENSE), 1))
        .hasMessage("1 fusion weights for 2 searchers");
  }

  @Test
  void aFilterReachesEveryLegBeforeItSearches() {
    List<Query> asked = new ArrayList<>();
    Searcher leg =
        new Searcher() {
          @Override
          public String name() {
            return "spy";
          }

          @Override
          public Ranking search(Query query, int k) {
            asked.add(query);
            return new Ranking(query, List.of(), List.of());
          }
        };
    Searcher fused = leg.fusedWith(leg, Fusion.reciprocalRank());
    fused.filteredBy(Filter.parse("year > 3")).search(QUERY, 5);
    assertThat(asked).hasSize(2).allMatch(query -> query.filter().toString().equals("year > 3"));
    assertThat(fused.name()).isEqualTo("spy+spy");
    assertThatThrownBy(() -> fused.search(QUERY, 0)).hasMessageContaining("got k = 0");
  }
}
